import type { Reading, StringAtom } from "../../../categories/strings/index.ts";
import { canGive } from "./applied.ts";
import type { Outcome } from "./outcome.ts";

/** Operations of one kind that are still possible; `null` where all of the kind are. */
export type Possible = readonly StringAtom[] | null;

/** What is known of one kind of operation in one reading: how its parameters show. */
export interface Rule {
  readonly kind: StringAtom["kind"];
  readonly reading: Reading;
  /** Whether any text at all may become this one; cheap, and never wrongly no. */
  couldGive(to: string): boolean;
  /** Operations that may turn one text into the other, a superset; `null` where all of them may. */
  proposals(from: string, to: string): Possible;
  /** The one operation of its kind, where it has no parameters and draws nothing at random. */
  readonly only?: StringAtom;
  /** What two answers together leave of what both allow; for kinds that are read off bit by bit. */
  readonly merge?: (one: StringAtom, other: StringAtom) => StringAtom | null;
}

const NONE: readonly StringAtom[] = [];

/** What is left of the possible operations once one text is known to give this. */
export function narrowed(rule: Rule, possible: Possible, from: string, to: Outcome): Possible {
  if (to === null) return possible?.filter((atom) => canGive(atom, from, null)) ?? null;
  const { merge } = rule;
  if (possible !== null && merge === undefined && possible.length <= 2)
    return possible.filter((atom) => canGive(atom, from, to));
  const proposed = rule.proposals(from, to);
  if (proposed === null) return possible;
  if (proposed.length === 0) return NONE;
  if (merge !== undefined) return merged(possible, proposed, merge);
  if (possible === null) return proposed.filter((atom) => canGive(atom, from, to));
  return possible.filter((atom) => canGive(atom, from, to));
}

function merged(
  possible: Possible,
  proposed: readonly StringAtom[],
  merge: NonNullable<Rule["merge"]>,
): Possible {
  if (possible === null) return proposed;
  return possible.flatMap((one) => proposed.map((other) => merge(one, other)).filter(isAtom));
}

function isAtom(atom: StringAtom | null): atom is StringAtom {
  return atom !== null;
}

/** Whether a rule may give each of the outcomes, as far as they alone tell. */
export function couldGiveAll(rule: Rule, outcomes: readonly Outcome[]): boolean {
  return outcomes.every((outcome) => outcome === null || rule.couldGive(outcome));
}
