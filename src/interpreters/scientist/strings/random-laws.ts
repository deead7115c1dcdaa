import type { Reading, StringAtom } from "../../../categories/strings/index.ts";
import { outcomesOf } from "./applied.ts";
import { composed } from "./hypothesis.ts";
import type { Hypothesis } from "./hypothesis.ts";
import type { Outcome, Step } from "./outcome.ts";
import { canGive } from "./applied.ts";
import type { Possible, Rule } from "./rule.ts";

/** The operations that draw at random, in one reading. */
function randomAtoms(reading: Reading): readonly StringAtom[] {
  return [
    { kind: "shift-any-up", reading },
    { kind: "shift-any-down", reading },
  ];
}

/** The same as outer operations. */
export function randomRules(reading: Reading): readonly Rule[] {
  return randomAtoms(reading).map((atom) => ({
    kind: atom.kind,
    reading,
    couldGive: () => true,
    proposals: (from, to) => (differences(from, to) <= 1 ? [atom] : []),
  }));
}

/** Compositions with an operation inside that draws at random, as far as these steps allow them. */
export function randomInside(
  reading: Reading,
  rules: readonly Rule[],
  steps: readonly Step[],
): readonly Hypothesis[] {
  return randomAtoms(reading).flatMap((inner) => {
    const drawn = steps.map(({ from, to }) => ({ between: outcomesOf(inner, from), to }));
    return rules.flatMap((rule) =>
      (outersFor(rule, drawn) ?? []).flatMap((outer) => composed(inner, outer)),
    );
  });
}

interface Drawn {
  readonly between: readonly Outcome[];
  readonly to: Outcome;
}

function outersFor(rule: Rule, drawn: readonly Drawn[]): Possible {
  let possible: Possible = null;
  for (const { between, to } of drawn) {
    if (to !== null && !rule.couldGive(to)) return [];
    possible = possible === null ? proposedBy(rule, between, to) : possible;
    possible = possible?.filter((atom) => mayGive(atom, between, to)) ?? null;
    if (possible?.length === 0) return possible;
  }
  return possible;
}

function proposedBy(rule: Rule, between: readonly Outcome[], to: Outcome): Possible {
  if (to === null) return null;
  const proposed = new Map<string, StringAtom>();
  for (const each of new Set(between)) {
    const atoms = each === null ? [] : rule.proposals(each, to);
    if (atoms === null) return null;
    for (const atom of atoms) proposed.set(JSON.stringify(atom), atom);
  }
  return [...proposed.values()];
}

function mayGive(atom: StringAtom, between: readonly Outcome[], to: Outcome): boolean {
  return between.some((each) => (each === null ? to === null : canGive(atom, each, to)));
}

function differences(one: string, other: string): number {
  if (one.length !== other.length) return Infinity;
  let count = 0;
  for (let i = 0; i < one.length; i += 1) if (one[i] !== other[i]) count += 1;
  return count;
}
