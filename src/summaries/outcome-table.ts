import type { Category, ModelUse, Outcome } from "../contract/index.ts";
import { ABSENT, NumberColumn, PRESENT } from "./number-column.ts";
import { settle } from "./settled.ts";

/** A problem of a run. */
export interface TableProblem {
  /** Hash of its suite. */
  readonly suite: string;
  readonly id: string;
  readonly category: Category;
  /** Groups to report by; `undefined` where they are not known. */
  readonly tags: readonly string[] | undefined;
}

/**
 * The last outcome of every item of a run, column by column, so that a long run fits in memory. What
 * lies in a problem alone is the same for all rows: see `settle`.
 */
export interface OutcomeTable {
  readonly problems: readonly TableProblem[];
  /** Tries of a problem, one an epoch: `problemOf[slot]` is an index of `problems`. */
  readonly problemOf: Int32Array;
  readonly epochOf: Int32Array;
  /** All slots by suite and problem, and within one by epoch: an order that the run's does not change. */
  readonly order: Int32Array;
  /** By interpreter, in the order of their first outcomes. */
  readonly rows: ReadonlyMap<string, OutcomeRow>;
  /** Items with an outcome. */
  readonly items: number;
}

/** The status of an item that was scored; 0 where there is no outcome. */
export const SCORED = 1;

/** The status of an item that failed. */
export const FAILED = 2;

/** The outcomes of one interpreter, by slot. */
export interface OutcomeRow {
  readonly interpreter: string;
  /** 0, `SCORED` or `FAILED`. */
  readonly statusAt: (slot: number) => number;
  readonly scores: ReadonlyMap<string, NumberColumn>;
  /** What a state greater than `PRESENT` of a score stands for. */
  readonly reasonOf: (state: number) => string;
  /** Code of the fault of a failed item. */
  readonly faultAt: (slot: number) => string;
  readonly abstainedAt: (slot: number) => boolean;
  readonly confidence: NumberColumn;
  readonly queries: NumberColumn;
  readonly rounds: NumberColumn;
  /** Names and versions of the scorers, a line each; `null` for an item that failed. */
  readonly scorersAt: (slot: number) => string | null;
  readonly modelAt: (slot: number) => ModelUse | null;
}

/** Some of the items of one interpreter: those of these slots, each of which has an outcome. */
export interface Part {
  readonly table: OutcomeTable;
  readonly row: OutcomeRow;
  /** In the table's order. */
  readonly slots: Int32Array;
}

/** The outcomes as a table, a later one on the same item replacing an earlier one. */
export async function outcomeTable(
  outcomes: AsyncIterable<Outcome> | Iterable<Outcome>,
): Promise<OutcomeTable> {
  const table = new TableBuilder();
  for await (const outcome of outcomes) table.add(outcome);
  return table.finish();
}

/** The same, of outcomes that are in memory already. */
export function tableOf(outcomes: Iterable<Outcome>): OutcomeTable {
  const table = new TableBuilder();
  for (const outcome of outcomes) table.add(outcome);
  return table.finish();
}

const NO_ROW: OutcomeRow = {
  interpreter: "",
  statusAt: () => 0,
  scores: new Map(),
  reasonOf: () => "",
  faultAt: () => "",
  abstainedAt: () => false,
  confidence: new NumberColumn(),
  queries: new NumberColumn(),
  rounds: new NumberColumn(),
  scorersAt: () => null,
  modelAt: () => null,
};

/** What one interpreter has done, on the problems that `isAbout` holds for; all if not given. */
export function partOf(
  table: OutcomeTable,
  interpreter: string,
  isAbout?: (problem: number) => boolean,
): Part {
  const row = table.rows.get(interpreter) ?? NO_ROW;
  const { problemOf } = table;
  const slots = table.order.filter(
    (slot) => row.statusAt(slot) !== 0 && (isAbout?.(problemOf[slot] ?? 0) ?? true),
  );
  return { table, row, slots };
}

/** A table whose problems have tags, where they had none. */
export function withTags(
  table: OutcomeTable,
  tagsOf: (problem: TableProblem) => readonly string[] | undefined,
): OutcomeTable {
  const problems = table.problems.map((problem) =>
    problem.tags === undefined ? { ...problem, tags: tagsOf(problem) } : problem,
  );
  return { ...table, problems };
}

/** The items of a part on the problems that something holds for. */
export function onProblems(part: Part, isAbout: (problem: number) => boolean): Part {
  const { problemOf } = part.table;
  return { ...part, slots: part.slots.filter((slot) => isAbout(problemOf[slot] ?? 0)) };
}

/** Whether a list of tags holds something, asked once a list. */
export function byTags(
  table: OutcomeTable,
  holds: (tags: readonly string[] | undefined) => boolean,
): (problem: number) => boolean {
  const known = new Map<readonly string[] | undefined, boolean>();
  return (problem) => {
    const tags = table.problems[problem]?.tags;
    let answer = known.get(tags);
    if (answer === undefined) known.set(tags, (answer = holds(tags)));
    return answer;
  };
}

/** How many distinct problems the parts are about. */
export function problemsIn(parts: readonly Part[]): number {
  const [first] = parts;
  if (first === undefined) return 0;
  const { problems, problemOf } = first.table;
  const seen = new Uint8Array(problems.length);
  let count = 0;
  for (const { slots } of parts)
    for (const slot of slots) {
      const problem = problemOf[slot] ?? 0;
      count += 1 - (seen[problem] ?? 0);
      seen[problem] = 1;
    }
  return count;
}

class Row implements OutcomeRow {
  readonly interpreter: string;
  readonly scores = new Map<string, NumberColumn>();
  readonly confidence = new NumberColumn();
  readonly queries = new NumberColumn();
  readonly rounds = new NumberColumn();
  readonly #names: Names;
  readonly #status = new NumberColumn();
  readonly #abstained = new NumberColumn();
  readonly #faults = new NumberColumn();
  readonly #scorers = new NumberColumn();
  readonly #models = new Map<number, ModelUse>();
  /** Columns with something at a slot that is given anew. */
  readonly #columns: NumberColumn[] = [];

  constructor(interpreter: string, names: Names) {
    this.interpreter = interpreter;
    this.#names = names;
  }

  statusAt = (slot: number): number => this.#status.stateAt(slot);
  reasonOf = (state: number): string => this.#names.reasons.at(state - PRESENT - 1);
  faultAt = (slot: number): string => this.#names.faults.at(this.#faults.valueAt(slot));
  abstainedAt = (slot: number): boolean => this.#abstained.stateAt(slot) === PRESENT;
  scorersAt = (slot: number): string | null =>
    this.isFailed(slot) ? null : this.#names.scorers.at(this.#scorers.valueAt(slot));
  modelAt = (slot: number): ModelUse | null => this.#models.get(slot) ?? null;
  isFailed = (slot: number): boolean => this.statusAt(slot) === FAILED;

  /** Whether the slot was free. */
  put(slot: number, outcome: Outcome): boolean {
    const isNew = this.statusAt(slot) === 0;
    if (!isNew) for (const column of this.#columns) column.setState(slot, ABSENT);
    this.#status.setState(slot, outcome.status === "failed" ? FAILED : SCORED);
    this.#abstained.setState(slot, outcome.abstained ? PRESENT : ABSENT);
    this.queries.setValue(slot, outcome.usage.queries);
    this.rounds.setValue(slot, outcome.usage.rounds);
    if (outcome.confidence === null) this.confidence.setState(slot, ABSENT);
    else this.confidence.setValue(slot, outcome.confidence);
    if (outcome.failure !== null)
      this.#faults.setValue(slot, this.#names.faults.numberOf(outcome.failure.code));
    this.#scorers.setValue(slot, this.#names.scorers.numberOf(outcome.scorers.join("\n")));
    if (outcome.model !== undefined) this.#models.set(slot, outcome.model);
    else if (!isNew) this.#models.delete(slot);
    const { scores } = outcome;
    for (const metric in scores) {
      const score = scores[metric];
      if (score === undefined) continue;
      const column = this.columnOf(metric);
      if (score.kind === "scored") column.setValue(slot, score.value);
      else column.setState(slot, PRESENT + 1 + this.#names.reasons.numberOf(score.reason));
    }
    return isNew;
  }

  columnOf(metric: string): NumberColumn {
    const known = this.scores.get(metric);
    if (known !== undefined) return known;
    const column = new NumberColumn();
    this.scores.set(metric, column);
    this.#columns.push(column);
    return column;
  }
}

/** Texts that come often, by number. */
class NameList {
  readonly #numbers = new Map<string, number>();
  readonly #names: string[] = [];

  numberOf(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    this.#numbers.set(name, this.#names.length);
    return this.#names.push(name) - 1;
  }

  at(number: number): string {
    return this.#names[number] ?? "";
  }
}

interface Names {
  readonly reasons: NameList;
  readonly faults: NameList;
  readonly scorers: NameList;
}

interface SuiteProblems {
  readonly hash: string;
  readonly category: Category;
  readonly indices: Map<string, number>;
}

class TableBuilder {
  readonly #problems: TableProblem[] = [];
  readonly #suites: SuiteProblems[] = [];
  readonly #tagLists = new Map<string, readonly string[]>();
  /** Slot of the first epoch of each problem, −1 without one; of later ones by problem and epoch. */
  readonly #firstSlots: number[] = [];
  readonly #laterSlots = new Map<string, number>();
  readonly #problemOf: number[] = [];
  readonly #epochOf: number[] = [];
  readonly #names = {
    reasons: new NameList(),
    faults: new NameList(),
    scorers: new NameList(),
  };
  readonly #rows = new Map<string, Row>();
  #items = 0;

  add(outcome: Outcome): void {
    const { item, tags } = outcome;
    const problem = this.#problemOfItem(outcome);
    const known = this.#problems[problem];
    if (tags !== undefined && known !== undefined)
      this.#problems[problem] = { ...known, tags: this.#sharedTags(tags) };
    const slot = this.#slotOf(problem, item.epoch);
    let row = this.#rows.get(item.interpreter);
    if (row === undefined) {
      row = new Row(item.interpreter, this.#names);
      this.#rows.set(item.interpreter, row);
    }
    if (row.put(slot, outcome)) this.#items += 1;
  }

  finish(): OutcomeTable {
    settle({ slots: this.#problemOf.length, rows: [...this.#rows.values()] });
    const problemOf = Int32Array.from(this.#problemOf);
    const epochOf = Int32Array.from(this.#epochOf);
    const order = orderOf(this.#problems, problemOf, epochOf);
    const table = { problems: this.#problems, problemOf, epochOf, order };
    return { ...table, rows: this.#rows, items: this.#items };
  }

  #problemOfItem({ item: { suite: hash, problem: id }, category }: Outcome): number {
    let suite = this.#suites.find((one) => one.hash === hash && one.category === category);
    if (suite === undefined) {
      suite = { hash, category, indices: new Map() };
      this.#suites.push(suite);
    }
    const known = suite.indices.get(id);
    if (known !== undefined) return known;
    const index = this.#problems.length;
    suite.indices.set(id, index);
    this.#problems.push({ suite: suite.hash, id, category: suite.category, tags: undefined });
    this.#firstSlots.push(-1);
    return index;
  }

  #slotOf(problem: number, epoch: number): number {
    if (epoch === 1) {
      const first = this.#firstSlots[problem] ?? -1;
      return first >= 0 ? first : (this.#firstSlots[problem] = this.#newSlot(problem, epoch));
    }
    const key = `${problem}/${epoch}`;
    const known = this.#laterSlots.get(key);
    if (known !== undefined) return known;
    const slot = this.#newSlot(problem, epoch);
    this.#laterSlots.set(key, slot);
    return slot;
  }

  #newSlot(problem: number, epoch: number): number {
    this.#epochOf.push(epoch);
    return this.#problemOf.push(problem) - 1;
  }

  #sharedTags(tags: readonly string[]): readonly string[] {
    const key = JSON.stringify(tags);
    const known = this.#tagLists.get(key);
    if (known !== undefined) return known;
    this.#tagLists.set(key, tags);
    return tags;
  }
}

function orderOf(
  problems: readonly TableProblem[],
  problemOf: Int32Array,
  epochOf: Int32Array,
): Int32Array {
  const byKey = Int32Array.from(problems.keys()).sort((a, b) =>
    compareKeys(problems[a], problems[b]),
  );
  const ranks = new Int32Array(byKey.length);
  for (let rank = 0; rank < byKey.length; rank += 1) ranks[byKey[rank] ?? 0] = rank;
  return Int32Array.from(problemOf.keys()).sort(
    (a, b) =>
      (ranks[problemOf[a] ?? 0] ?? 0) - (ranks[problemOf[b] ?? 0] ?? 0) ||
      (epochOf[a] ?? 0) - (epochOf[b] ?? 0),
  );
}

function compareKeys(a: TableProblem | undefined, b: TableProblem | undefined): number {
  if (a === undefined || b === undefined) return 0;
  if (a.suite !== b.suite) return a.suite < b.suite ? -1 : 1;
  if (a.id !== b.id) return a.id < b.id ? -1 : 1;
  return a.category < b.category ? -1 : 1;
}
