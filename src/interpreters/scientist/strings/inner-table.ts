import type { Reading, StringAtom } from "../../../categories/strings/index.ts";
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
  return new RowNode(
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
  return new RowNode(rows, null);
}

// A class, since there are very many of these and closures would take most of the time.
class RowNode implements InnerNode {
  readonly members: readonly Row[];
  readonly #between: Outcome;
  #known: Map<string, Groups> | undefined;
  #latestText: string | undefined;
  #latest: Groups | undefined;
  #thereafter: Map<StringAtom, Outcome> | undefined;

  constructor(members: readonly Row[], between: Outcome) {
    this.members = members;
    this.#between = between;
  }

  then(outer: StringAtom): Outcome {
    const before = this.#thereafter?.get(outer);
    if (before !== undefined) return before;
    const outcome = applied(outer, this.#between);
    (this.#thereafter ??= new Map()).set(outer, outcome);
    return outcome;
  }

  split(text: string): Groups {
    const before = this.#latestText === text ? this.#latest : this.#known?.get(text);
    if (before !== undefined) return before;
    const groups = groupsOf(this.members, text);
    if (isFixedText(text)) (this.#known ??= new Map()).set(text, groups);
    // Of other texts the last one is remembered, which one outer operation after another meets.
    else [this.#latestText, this.#latest] = [text, groups];
    return groups;
  }
}

function groupsOf(members: readonly Row[], text: string): Groups {
  const [only] = members;
  if (only !== undefined && members.length === 1) {
    const outcome = made(only, text);
    return [[outcome, new RowNode(members, outcome)]];
  }
  const groups = new Map<Outcome, Row[]>();
  for (const member of members) {
    const outcome = made(member, text);
    const group = groups.get(outcome);
    if (group === undefined) groups.set(outcome, [member]);
    else group.push(member);
  }
  return [...groups].map(([outcome, group]) => [outcome, new RowNode(group, outcome)]);
}

function made(row: Row, text: string): Outcome {
  let at: Outcome = text;
  for (const atom of row) at = applied(atom, at);
  return at;
}
