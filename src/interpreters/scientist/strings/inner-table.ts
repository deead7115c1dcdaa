import type { Reading, StringAtom } from "../../../categories/strings/index.ts";
import { applied } from "./applied.ts";
import { isFixedText } from "./fixed-texts.ts";
import { groundedAtoms, isInner, letterReplacements } from "./grounded-atoms.ts";
import type { Outcome } from "./outcome.ts";
import { plainAtoms } from "./plain-rules.ts";

/** Operations in a row, the first one first. */
export type Row = readonly StringAtom[];

/** Rows of operations that nothing has told apart yet. */
export interface InnerNode {
  readonly members: readonly Row[];
  /** To what all members turn the text that they were split by; `null` where that is nothing. */
  readonly between: Outcome;
  /** The same rows by what they make of one more text. */
  split(text: string): Groups;
}

/** Rows of operations by what they make of a text. */
export interface Groups {
  readonly nodes: readonly InnerNode[];
  /** What an operation makes of the text to which the members of one node turned the last one. */
  then(outer: StringAtom, at: number): Outcome;
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

// Classes, since there are very many of these and closures would take most of the time.
class RowNode implements InnerNode {
  readonly members: readonly Row[];
  readonly between: Outcome;
  #known: Map<string, Groups> | undefined;
  #latestText: string | undefined;
  #latest: Groups | undefined;

  constructor(members: readonly Row[], between: Outcome) {
    this.members = members;
    this.between = between;
  }

  split(text: string): Groups {
    const before = this.#latestText === text ? this.#latest : this.#known?.get(text);
    if (before !== undefined) return before;
    const groups = new RowGroups(nodesOf(this.members, text));
    const isTelling = this.members.length > 1 && isFixedText(text);
    if (isTelling) (this.#known ??= new Map()).set(text, groups);
    // Otherwise the last one is remembered, which one outer operation after another meets.
    else [this.#latestText, this.#latest] = [text, groups];
    return groups;
  }
}

/** Groups of which it is remembered what operations make of them. */
const WORTH_REMEMBERING = 8;

class RowGroups implements Groups {
  readonly nodes: readonly InnerNode[];
  /** By outer operation, one entry per node; `undefined` where it was not asked for yet. */
  #thereafter: Map<StringAtom, (Outcome | undefined)[]> | undefined;

  constructor(nodes: readonly InnerNode[]) {
    this.nodes = nodes;
  }

  then(outer: StringAtom, at: number): Outcome {
    if (this.nodes.length < WORTH_REMEMBERING)
      return applied(outer, this.nodes[at]?.between ?? null);
    const after = this.#thereafter?.get(outer) ?? this.#remember(outer);
    const before = after[at];
    if (before !== undefined) return before;
    const outcome = applied(outer, this.nodes[at]?.between ?? null);
    after[at] = outcome;
    return outcome;
  }

  #remember(outer: StringAtom): (Outcome | undefined)[] {
    const after = Array<Outcome | undefined>(this.nodes.length).fill(undefined);
    (this.#thereafter ??= new Map()).set(outer, after);
    return after;
  }
}

function nodesOf(members: readonly Row[], text: string): readonly InnerNode[] {
  const [only] = members;
  if (only !== undefined && members.length === 1) return [new RowNode(members, made(only, text))];
  const groups = new Map<Outcome, Row[]>();
  for (const member of members) {
    const outcome = made(member, text);
    const group = groups.get(outcome);
    if (group === undefined) groups.set(outcome, [member]);
    else group.push(member);
  }
  return Array.from(groups, ([outcome, group]) => new RowNode(group, outcome));
}

function made(row: Row, text: string): Outcome {
  let at: Outcome = text;
  for (const atom of row) at = applied(atom, at);
  return at;
}
