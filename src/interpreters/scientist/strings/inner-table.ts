import type { Reading, StringAtom } from "../../../functions/index.ts";
import { applied } from "./applied.ts";
import { isFixedText } from "./fixed-texts.ts";
import { groundedAtoms, letterReplacements } from "./grounded-atoms.ts";
import type { Outcome } from "./outcome.ts";

/** Operations that nothing has told apart yet. */
export interface InnerNode {
  readonly members: readonly StringAtom[];
  /** The same operations by what they make of one more text. */
  split(text: string): ReadonlyMap<Outcome, InnerNode>;
  /** What an operation makes of the text to which all members turned the last one. */
  then(outer: StringAtom): Outcome;
}

/**
 * Every operation that can stand inside another in one reading, sorted by what it makes of texts;
 * for the texts that every function is asked, this is worked out once.
 */
export function innerTable(reading: Reading): InnerNode {
  return nodeOf([...groundedAtoms(reading), ...letterReplacements()], null);
}

function nodeOf(members: readonly StringAtom[], between: Outcome): InnerNode {
  const known = new Map<string, ReadonlyMap<Outcome, InnerNode>>();
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
      const before = known.get(text);
      if (before !== undefined) return before;
      const groups = groupsOf(members, text);
      if (isFixedText(text)) known.set(text, groups);
      return groups;
    },
  };
}

function groupsOf(members: readonly StringAtom[], text: string): ReadonlyMap<Outcome, InnerNode> {
  const groups = new Map<Outcome, StringAtom[]>();
  for (const member of members) {
    const outcome = applied(member, text);
    const group = groups.get(outcome);
    if (group === undefined) groups.set(outcome, [member]);
    else group.push(member);
  }
  return new Map([...groups].map(([outcome, group]) => [outcome, nodeOf(group, outcome)]));
}
