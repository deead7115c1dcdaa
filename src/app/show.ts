import { BenchError } from "../core/index.ts";
import type { Outcome, Problem, RunEvent, RunManifest } from "../contract/index.ts";
import { categoryOf } from "../categories/index.ts";
import { quirkMeanings } from "../official/index.ts";
import { openStore } from "../store/index.ts";
import { isCalled, unknownProblem } from "./find-problem.ts";
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
}

/** Which problem of a run to show. */
export interface ShowRequest {
  /** Its id, or its released name. */
  readonly problem: string;
  /** Only this interpreter; `null` means all. */
  readonly interpreter: string | null;
  /** Where the run's suites are, if not where they were. */
  readonly suites: readonly string[];
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
  return {
    manifest,
    problem,
    formula: categoryOf(problem.category).formula(problem.truth.spec),
    quirks: problem.truth.quirks.map((code) => quirkMeanings.get(code) ?? code),
    items: [...items]
      .map(([key, item]) => {
        const slash = key.lastIndexOf("/");
        return { interpreter: key.slice(0, slash), epoch: Number(key.slice(slash + 1)), ...item };
      })
      .filter((item) => interpreter === null || item.interpreter === interpreter)
      .toSorted(
        (a, b) => order.indexOf(a.interpreter) - order.indexOf(b.interpreter) || a.epoch - b.epoch,
      ),
  };
}

function requireInterpreter({ interpreters }: RunManifest, wanted: string | null): void {
  const names = interpreters.map(({ id }) => id);
  if (wanted === null || names.includes(wanted)) return;
  throw new BenchError(
    "unknown-interpreter",
    `Expected an interpreter of the run, among ${names.join(", ")}; got \`${wanted}\`; name one of these`,
    { data: { wanted } },
  );
}

async function problemOfRun(
  folder: string,
  manifest: RunManifest,
  { problem: name, suites }: ShowRequest,
): Promise<{ readonly problem: Problem; readonly suite: string }> {
  const opened = await suitesOfRun(folder, manifest, suites);
  for (const suite of opened) {
    for await (const problem of suite.problems()) {
      if (isCalled(problem, name)) return { problem, suite: suite.header.hash };
    }
  }
  throw unknownProblem(name, opened.map(({ path }) => path).join(", "));
}
