import type { Reading, StringAtom } from "../../../functions/index.ts";
import { applied } from "./applied.ts";
import { isFixedText } from "./fixed-texts.ts";
import { groundedAtoms, isInner, letterReplacements } from "./grounded-atoms.ts";
import type { Outcome } from "./outcome.ts";
import { plainAtoms } from "./plain-rules.ts";

/** Operations in a row, the first one first. */
export type Row = readonly StringAtom[];

/** Rows of operations by what they make of a text. */
export type Groups = readonly (readonly [Outcome, InnerNode])[];

/** Rows of operations that nothing has told apart yet. */
export interface InnerNode {
  readonly members: readonly Row[];
  /** The same rows by what they make of one more text. */
  split(text: string): Groups;
  /** What an operation makes of the text to which all members turned the last one. */
  then(outer: StringAtom): Outcome;
}

/**
 * Every operation that can stand inside another in one reading, sorted by what it makes of texts;
 * for the texts that every function is asked, this is worked out once.
 */
export function innerTable(reading: Reading): InnerNode {
  const atoms = [...groundedAtoms(reading), ...letterReplacements()];
  return nodeOf(
    atoms.map((atom) => [atom]),
    null,
  );
}

/** The same for two operations in a row, of which one at least has no parameters. */
export function innerPairs(reading: Reading): InnerNode {
  const plain = plainAtoms(reading).filter(isInner);
  const others = groundedAtoms(reading).filter(
    (atom) => !plain.some(({ kind }) => kind === atom.kind),
  );
  const rows = [
    ...plain.flatMap((first) => plain.map((second): Row => [first, second])),
    ...plain.flatMap((first) => others.map((second): Row => [first, second])),
    ...others.flatMap((first) => plain.map((second): Row => [first, second])),
  ];
  return nodeOf(rows, null);
}

function nodeOf(members: readonly Row[], between: Outcome): InnerNode {
  const known = new Map<string, Groups>();
  let latest: { readonly text: string; readonly groups: Groups } | null = null;
  const thereafter = new Map<StringAtom, Outcome>();
  return {
    members,
    then: (outer) => {
      const before = thereafter.get(outer);
      if (before !== undefined) return before;
      const outcome = applied(outer, between);
      thereafter.set(outer, outcome);
      return outcome;
    },
    split: (text) => {
      const before = latest?.text === text ? latest.groups : known.get(text);
      if (before !== undefined) return before;
      const groups = groupsOf(members, text);
      if (isFixedText(text)) known.set(text, groups);
      // Of other texts the last one is remembered, which one outer operation after another meets.
      else latest = { text, groups };
      return groups;
    },
  };
}

function groupsOf(members: readonly Row[], text: string): Groups {
  const groups = new Map<Outcome, Row[]>();
  for (const member of members) {
    const outcome = member.reduce<Outcome>((at, atom) => applied(atom, at), text);
    const group = groups.get(outcome);
    if (group === undefined) groups.set(outcome, [member]);
    else group.push(member);
  }
  return [...groups].map(([outcome, group]) => [outcome, nodeOf(group, outcome)]);
}
