import { join } from "node:path";
import { BenchError, similarTo } from "../core/index.ts";
import type {
  AnsweredCall,
  ModelRecords,
  Outcome,
  Problem,
  RunEvent,
  RunManifest,
} from "../contract/index.ts";
import { categoryOf } from "../categories/index.ts";
import { quirkMeanings } from "../official/index.ts";
import { openModelRecords, openStore } from "../store/index.ts";
import { isCalled, namesOf, unknownProblem } from "./find-problem.ts";
import { CALLS_NAME } from "./with-model.ts";
import { suitesOfRun } from "./suites-of-run.ts";

type ItemEvent = Extract<RunEvent, { readonly attempt: number }>;

/** What a run recorded about one problem, beside the problem's truth. */
export interface Shown {
  readonly manifest: RunManifest;
  readonly problem: Problem;
  /** The truth as one line of mathematics, or as the source of a program. */
  readonly formula: { readonly text: string; readonly isProgram: boolean };
  /** The meaning of each of the problem's quirks. */
  readonly quirks: readonly string[];
  readonly items: readonly ShownItem[];
}

/** One interpreter's last try at the problem. */
export interface ShownItem {
  readonly interpreter: string;
  readonly epoch: number;
  /** `null` while the item is not finished. */
  readonly outcome: Outcome | null;
  readonly events: readonly ItemEvent[];
  /** The answered calls of its language model, in order; only where all is to be shown. */
  readonly calls?: readonly AnsweredCall[];
}

/** Which problem of a run to show. */
export interface ShowRequest {
  /** Its id, or its released name. */
  readonly problem: string;
  /** Only this interpreter; `null` means all. */
  readonly interpreter: string | null;
  /** Where the run's suites are, if not where they were. */
  readonly suites: readonly string[];
  /** Whether what language models were told and said is read as well. */
  readonly full?: boolean;
}

/** Collects what a run recorded about one problem. Throws `unknown-problem` or `unknown-interpreter`. */
export async function show(url: string, request: ShowRequest): Promise<Shown> {
  const { interpreter } = request;
  const place = openStore(url);
  const { folder } = place;
  const { store } = await place.open({ forWriting: false });
  const { manifest } = store;
  requireInterpreter(manifest, interpreter);
  const { problem, suite } = await problemOfRun(folder, manifest, request);
  const items = new Map<string, { events: ItemEvent[]; outcome: Outcome | null }>();
  for await (const event of store.events()) {
    if (!("item" in event) || event.item.problem !== problem.id || event.item.suite !== suite)
      continue;
    const key = `${event.item.interpreter}/${event.item.epoch}`;
    const known = items.get(key);
    const earlier = known?.events[0]?.attempt === event.attempt ? known.events : [];
    items.set(key, { events: [...earlier, event], outcome: null });
  }
  for await (const outcome of store.outcomes()) {
    const known = items.get(`${outcome.item.interpreter}/${outcome.item.epoch}`);
    const same = outcome.item.problem === problem.id && outcome.item.suite === suite;
    if (same && known !== undefined) known.outcome = outcome;
  }
  await store.close();
  const order = manifest.interpreters.map(({ id }) => id);
  const shown = [...items]
    .map(([key, item]) => {
      const slash = key.lastIndexOf("/");
      return { interpreter: key.slice(0, slash), epoch: Number(key.slice(slash + 1)), ...item };
    })
    .filter((item) => interpreter === null || item.interpreter === interpreter)
    .toSorted(
      (a, b) => order.indexOf(a.interpreter) - order.indexOf(b.interpreter) || a.epoch - b.epoch,
    );
  return {
    manifest,
    problem,
    formula: categoryOf(problem.category).formula(problem.truth.spec),
    quirks: problem.truth.quirks.map((code) => quirkMeanings.get(code) ?? code),
    items: request.full === true ? await withCalls(folder, shown) : shown,
  };
}

/** The items with the calls that stand in the run's record of them. */
async function withCalls(
  folder: string,
  items: readonly ShownItem[],
): Promise<readonly ShownItem[]> {
  const records = await openModelRecords(join(folder, CALLS_NAME), { forWriting: false });
  try {
    const all: ShownItem[] = [];
    for (const shown of items) all.push({ ...shown, calls: await callsOf(shown, records) });
    return all;
  } finally {
    await records.close();
  }
}

async function callsOf(
  { events: [first] }: ShownItem,
  records: ModelRecords,
): Promise<readonly AnsweredCall[]> {
  if (first === undefined) return [];
  const conversation = { item: first.item, role: "interpreter", branch: "main" };
  const calls: AnsweredCall[] = [];
  for (;;) {
    const call = await records.get({ ...conversation, ordinal: calls.length + 1 });
    if (call === null) return calls;
    calls.push(call);
  }
}

function requireInterpreter({ interpreters }: RunManifest, wanted: string | null): void {
  const names = interpreters.map(({ id }) => id);
  if (wanted === null || names.includes(wanted)) return;
  throw new BenchError(
    "unknown-interpreter",
    `Expected an interpreter of the run, among ${names.join(", ")}; got \`${wanted}\`; name one of these${similarTo(wanted, names)}`,
    { data: { wanted } },
  );
}

async function problemOfRun(
  folder: string,
  manifest: RunManifest,
  { problem: name, suites }: ShowRequest,
): Promise<{ readonly problem: Problem; readonly suite: string }> {
  const opened = await suitesOfRun(folder, manifest, suites);
  const names: string[] = [];
  for (const suite of opened) {
    for await (const problem of suite.problems()) {
      if (isCalled(problem, name)) return { problem, suite: suite.header.hash };
      names.push(...namesOf(problem));
    }
  }
  throw unknownProblem(name, opened.map(({ path }) => path).join(", "), names);
}
