import type { Clock, Language, MetricFamily, RunManifest, Sandbox } from "../contract/index.ts";
import { inProcessQueue } from "../queue/index.ts";
import { executeRun, requireSameRun, scoreAgain } from "../runs/index.ts";
import type { RunProgress, ScoredAgain } from "../runs/index.ts";
import { openStore } from "../store/index.ts";
import type { Durability } from "../store/index.ts";
import { openSuite } from "../suite/index.ts";
import { tellUnrunnable, tellUnrunnableAnswers } from "./cannot-run.ts";
import { entrantsOf, entrantsOfRun, requireAnswers } from "./entrants.ts";
import { closePrograms, openPrograms } from "./exec-methods.ts";
import { requirePrices } from "./given-prices.ts";
import type { GivenPrices } from "./given-prices.ts";
import { modelOf, modelsAsked, requireModel } from "./open-model.ts";
import type { CallRate, Environment } from "./open-model.ts";
import { remarkOnNode } from "./node-version.ts";
import { packageVersion } from "./package-files.ts";
import { plannedRun } from "./planned-run.ts";
import type { Terms } from "./planned-run.ts";
import { requirePlace } from "./require-place.ts";
import type { Selection } from "./select-problems.ts";
import { suitesOfRun } from "./suites-of-run.ts";
import { requireReplies, takeOverCalls, withModel, withRecordedBackends } from "./with-model.ts";
import type { CallTotals } from "./with-model.ts";
import { withSandbox } from "./with-sandbox.ts";

export type { ScoredAgain };

/** What to run: everything that decides a result. */
export interface RunRequest extends Selection, Terms {
  readonly suites: readonly string[];
}

/** How answers are scored; none of it changes a result. */
export interface Scoring {
  readonly concurrency: number;
  readonly durability: Durability;
  readonly clock: Clock;
}

/** How work is done; none of it changes a result, but that a time limit ends what takes longer. */
export interface Workforce extends Scoring {
  /** Seconds of wall clock that an interpreter may take for an item. */
  readonly timeLimit: number;
  /** Seconds in which something has to come from a program that has all it asked for. */
  readonly execTimeout?: number;
  /** Keys and addresses of language models; none if not given. */
  readonly environment?: Environment;
  /** What the model's provider lets the account do in a minute; no limits if not given. */
  readonly rate?: CallRate;
  readonly onProgress?: (progress: WorkProgress) => void;
  /** Told what a reader should know, in a sentence, before the work begins. */
  readonly onRemark?: (remark: string) => void;
}

/** How far a run has come, and what its language models took so far. */
export interface WorkProgress extends RunProgress {
  /** All sessions together; `null` without a language model. */
  readonly calls: CallTotals | null;
}

/** How work on a run goes on. */
export interface Resumption extends Workforce, GivenPrices {
  /** Where the run's suites are, if not where they were. */
  readonly suites: readonly string[];
  readonly retryErrors: boolean;
  /** Whether damaged lines are taken out of the record first, and told of. */
  readonly repair?: boolean;
  /** US dollars that the whole run may cost, in place of the limit it was begun with. */
  readonly costLimit?: number;
}

/** How a run's answers are scored again. */
export interface Rescoring extends Scoring {
  readonly suites: readonly string[];
  /** `null` means what the run itself is scored by. */
  readonly metrics: readonly MetricFamily[] | null;
  readonly onProgress: (done: number, total: number) => void;
  /** Told what a reader should know, in a sentence, before the work begins. */
  readonly onRemark?: (remark: string) => void;
}

/** What a session of work on a run came to. */
export interface RunResult {
  readonly manifest: RunManifest;
  readonly progress: RunProgress;
  /** What the calls of its language model came to, all sessions together; `null` without one. */
  readonly calls: CallTotals | null;
}

/** Lines that are named when a record was repaired. */
const NAMED = 10;

/** What is lost with a line of each log, and how to see to it. */
const LOSSES: Readonly<Record<string, string>> = {
  "events.jsonl":
    "Answers that stood there cannot be scored again: `findbench score` names their items, which keep their scores",
  "outcomes.jsonl":
    "Items without another outcome are worked on again now; one that was scored again may have its older scores: `findbench score` renews them",
  "calls.jsonl": "Replies that stood there are asked, and paid, again where they are needed",
};

/** For whoever wants no remarks. */
export const silence = (): void => undefined;

/** Starts a run in a new folder and works until it is done. */
export async function startRun(
  request: RunRequest,
  workforce: Workforce,
  signal: AbortSignal,
): Promise<RunResult> {
  const place = openStore(request.out);
  await place.requireNew();
  await requirePlace(request.out, { beside: false });
  const entrants = await entrantsOf(request);
  const suites = await Promise.all(request.suites.map(openSuite));
  const manifest = await plannedRun(request, suites, entrants, workforce.clock);
  const kept = new Set(manifest.suites.map(({ hash }) => hash));
  const covered = suites.filter(({ header }) => kept.has(header.hash));
  await requireAnswers(entrants, manifest, covered, workforce.onRemark ?? silence);
  const interpreters = entrants.map(({ contestant }) => contestant);
  await requireModel(interpreters, manifest.models, workforce.environment, workforce.rate);
  if (request.replay !== undefined) await requireReplies(request.replay, manifest);
  await openPrograms(interpreters, request.out, manifest, {
    others: request.suites,
    onRemark: workforce.onRemark,
  });
  const store = await place.create(manifest, { durability: workforce.durability });
  const { folder } = place;
  return onRecord(workforce, store, async (sandbox) => {
    const plan = { contestants: interpreters, runs: manifest.suites, suites: covered };
    await tellUnrunnable(plan, sandbox, workforce.onRemark ?? silence);
    if (request.replay !== undefined) await takeOverCalls(request.replay, folder);
    const parts = { manifest, store, suites: covered, interpreters, sandbox, repairedBytes: 0 };
    return work({ ...parts, retryErrors: false, folder }, workforce, signal);
  });
}

/** Goes on with a run that was interrupted, from its own record. Throws `run-differs`. */
export async function resumeRun(
  url: string,
  resumption: Resumption,
  signal: AbortSignal,
): Promise<RunResult> {
  const { durability, retryErrors, repair = false, onRemark = silence } = resumption;
  const options = { forWriting: true, durability, repair };
  const place = openStore(url);
  const { folder } = place;
  const { store, repairedBytes, salvaged } = await place.open(options);
  for (const { name, lines, aside } of salvaged)
    onRemark(
      `Damaged: ${lines.length} of the lines of ${name} (${lines.slice(0, NAMED).join(", ")}${lines.length > NAMED ? ", …" : ""}), now in ${aside}. ${LOSSES[name] ?? ""}`,
    );
  return onRecord(resumption, store, async (sandbox) => {
    const { manifest } = store;
    const suites = await suitesOfRun(folder, manifest, resumption.suites);
    const { execTimeout } = resumption;
    const terms = execTimeout === undefined ? {} : { silence: execTimeout };
    const interpreters = await entrantsOfRun(folder, manifest, terms);
    requireSameRun(manifest, interpreters);
    await openPrograms(interpreters, folder, manifest, { others: resumption.suites, onRemark });
    if (manifest.findbench !== packageVersion())
      onRemark(
        `The run was begun with findbench ${manifest.findbench}; this is ${packageVersion()}, which may score and serve differently`,
      );
    const remark = remarkOnNode(manifest.node);
    if (remark !== null) onRemark(remark);
    const plan = { contestants: interpreters, runs: manifest.suites, suites };
    await tellUnrunnable(plan, sandbox, onRemark);
    const parts = { manifest: withCosts(manifest, resumption), store, suites, interpreters };
    const rest = { sandbox, repairedBytes, retryErrors, folder };
    return work({ ...parts, ...rest }, resumption, signal);
  });
}

/** Scores a run's recorded answers again; nothing is asked and nothing paid. */
export async function scoreRun(
  url: string,
  rescoring: Rescoring,
  signal: AbortSignal,
): Promise<ScoredAgain> {
  const { durability, concurrency, clock, onProgress, onRemark = silence } = rescoring;
  const place = openStore(url);
  const { folder } = place;
  const { store } = await place.open({ forWriting: true, durability });
  return onRecord(rescoring, store, async (sandbox) => {
    const { manifest } = store;
    const suites = await suitesOfRun(folder, manifest, rescoring.suites);
    const queue = inProcessQueue({ concurrency });
    const metrics = rescoring.metrics ?? manifest.metrics;
    const onLanguages = (answers: ReadonlyMap<Language, number>): Promise<void> =>
      tellUnrunnableAnswers(answers, sandbox, onRemark);
    const parts = { manifest, store, suites, sandbox, clock, queue, metrics, onProgress };
    return withRecordedBackends({ folder, manifest, clock, durability, signal }, (backends) =>
      scoreAgain({ ...parts, ...backends, onLanguages }, signal),
    );
  });
}

/** A run with another cost limit and prices than it was begun with, where they are given. */
function withCosts(
  manifest: RunManifest,
  { costLimit, price, prices }: Pick<Resumption, "costLimit" | "price" | "prices">,
): RunManifest {
  const { models } = manifest;
  if (models === undefined) return manifest;
  const limit = costLimit === undefined ? {} : { costLimit };
  const given = {
    ...(price === undefined ? {} : { price }),
    ...(prices === undefined ? {} : { prices }),
  };
  requirePrices(modelsAsked(manifest.interpreters, models.backends), given);
  return { ...manifest, models: { ...models, ...limit, ...together(models, given) } };
}

/** Prices of earlier stand where no other is given. */
function together(earlier: GivenPrices, { price, prices = [] }: GivenPrices): GivenPrices {
  const named = new Map([...(earlier.prices ?? []), ...prices].map((one) => [one.model, one]));
  return {
    ...(price === undefined ? {} : { price }),
    ...(named.size === 0 ? {} : { prices: [...named.values()] }),
  };
}

type Parts = Parameters<typeof executeRun>[0];

/** Executes a run in its folder with parts of this machine. */
export async function work(
  {
    folder,
    ...parts
  }: Omit<Parts, "queue" | "clock" | "timeLimit" | "onProgress" | "converse"> & {
    readonly folder: string;
  },
  workforce: Workforce,
  signal: AbortSignal,
): Promise<RunResult> {
  const { concurrency, clock, timeLimit, durability, environment = {}, rate = {} } = workforce;
  const { onProgress, onRemark = silence } = workforce;
  const { manifest, interpreters } = parts;
  const queue = inProcessQueue({ concurrency });
  const calls = {
    folder,
    manifest,
    contestants: interpreters,
    environment,
    clock,
    durability,
    rate: { ...rate, inFlight: concurrency },
    onRemark,
    onReply: () => report(),
    signal,
  };
  let report = silence;
  const byRow = new Map(interpreters.map((one) => [one.id, modelOf(one) ?? ""]));
  const lanes = {
    laneOf: (interpreter: string) => byRow.get(interpreter) ?? "",
    onStopped: (stop: Error) => onRemark(`${stop.message}. The others go on`),
  };
  const working = withModel(calls, async (model, tally) => {
    const all = { ...parts, ...model, ...lanes, queue, clock, timeLimit: 1000 * timeLimit };
    const told = (progress: RunProgress): void => {
      report = () => onProgress?.({ ...progress, calls: tally() });
      report();
    };
    const progress = await executeRun(
      onProgress === undefined ? all : { ...all, onProgress: told },
      signal,
    );
    return { manifest, progress, calls: tally() };
  });
  try {
    return await working;
  } finally {
    await closePrograms(interpreters);
  }
}

/** Works with a sandbox, and closes the record when the work has ended. */
async function onRecord<T>(
  { concurrency }: Scoring,
  store: { close(): Promise<void> },
  run: (sandbox: Sandbox) => Promise<T>,
): Promise<T> {
  try {
    return await withSandbox(concurrency, run);
  } finally {
    await store.close();
  }
}
