import { access, copyFile } from "node:fs/promises";
import { join } from "node:path";
import { BenchError } from "../core/index.ts";
import { backendIdentity, modelBackends } from "../backends/index.ts";
import type { ConverseAsBackend } from "../backends/index.ts";
import type {
  Backends,
  Clock,
  Contestant,
  Converse,
  Model,
  ModelTally,
  RunManifest,
  RunModels,
  RunSuite,
} from "../contract/index.ts";
import { recordedModel, usualModelSettings } from "../models/index.ts";
import type { ModelSettings } from "../models/index.ts";
import { openModelRecords, readManifest } from "../store/index.ts";
import type { Durability } from "../store/index.ts";
import { conversations } from "./conversations.ts";
import {
  apiChosen,
  callSettings,
  modelOf,
  modelsAsked,
  openedOf,
  openModels,
} from "./open-model.ts";
import type { CallRate, Environment } from "./open-model.ts";

/** Name of the record of calls in a run's folder. */
export const CALLS_NAME = "calls.jsonl";

/** What the calls of a run's models come to, all sessions together. */
export interface CallTotals extends ModelTally {
  readonly tokens: number;
}

/** What the calls of a run's model are made with. */
export interface CallParts {
  /** The run's folder. */
  readonly folder: string;
  readonly manifest: RunManifest;
  readonly contestants: readonly Contestant[];
  readonly environment: Environment;
  readonly clock: Clock;
  readonly durability: Durability;
  readonly rate: CallRate & { readonly inFlight: number };
  /** Told what a reader should know while the work goes on. */
  readonly onRemark: (remark: string) => void;
  /** Told of each reply that a model gave. */
  readonly onReply: () => void;
  /** Ends the calls of models that stand for functions. */
  readonly signal: AbortSignal;
}

/** What a run asks models by. */
interface Asking {
  readonly converse?: Converse;
  readonly backends?: Backends;
}

/**
 * Works with conversations that are recorded in the run's folder; without them where no contestant
 * needs a model. What the run paid before counts towards its limit.
 */
export async function withModel<T>(
  {
    folder,
    manifest,
    contestants,
    environment,
    clock,
    durability,
    rate,
    onRemark,
    onReply,
    signal,
  }: CallParts,
  work: (asking: Asking, tally: () => CallTotals | null) => Promise<T>,
): Promise<T> {
  const ids = modelsAsked(contestants, manifest.models?.backends);
  if (ids.length === 0) return work({}, () => null);
  const models: RunModels = manifest.models ?? { costLimit: null, offline: false };
  const { offline } = models;
  const records = await openModelRecords(join(folder, CALLS_NAME), {
    forWriting: true,
    durability,
  });
  try {
    const { paid: spent, answered } = records.tally();
    const { inFlight, requestsPerMinute = null, tokensPerMinute = null } = rate;
    const settings = {
      ...callSettings(rate),
      ...apiChosen(contestants),
      spent,
      isResumed: answered > 0,
      rate: { inFlight, requestsPerMinute, tokensPerMinute },
    };
    const onOutage = (provider: string, words: string): void =>
      onRemark(
        `The server of ${provider} gives no answer (${words === "" ? "no words" : words}): its conversations wait and go on when it does, for at most ${patienceOf(settings)} s (--patience)`,
      );
    const opened = await openModels(ids, { models, environment, settings, onOutage });
    const byRow = new Map(
      contestants.map((contestant) => [contestant.id, opened.get(modelOf(contestant) ?? "")]),
    );
    const modelFor = (interpreter: string): Model | undefined => byRow.get(interpreter);
    const converse = conversations({ modelFor, records, clock, offline, onReply });
    const wanted = models.backends ?? [];
    const asBackend: ConverseAsBackend = (id, place) => {
      const recorded = recordedModel(openedOf(opened, id), { records, place, clock, offline });
      return {
        id,
        complete: async (...asked) => recorded.complete(...asked).finally(onReply),
      };
    };
    for (const backend of wanted)
      onRemark(
        `Functions are answered by ${backendIdentity(backend)}: ${backend.way}, prompt ${backend.prompt}`,
      );
    const asking = {
      converse,
      ...(wanted.length === 0 ? {} : { backends: await modelBackends(wanted, asBackend, signal) }),
    };
    return await work(asking, () => ({ ...records.tally(), tokens: records.tokens() }));
  } finally {
    await records.close();
  }
}

/** Works with what models that stand for functions have on record; nothing is sent. */
export async function withRecordedBackends<T>(
  parts: Pick<CallParts, "folder" | "manifest" | "clock" | "durability" | "signal">,
  work: (asking: Pick<Asking, "backends">) => Promise<T>,
): Promise<T> {
  const { models } = parts.manifest;
  if (models?.backends === undefined) return work({});
  const manifest = { ...parts.manifest, models: { ...models, offline: true } };
  const silent = { onRemark: () => undefined, onReply: () => undefined };
  const rest = { contestants: [], environment: {}, rate: { inFlight: 1 }, ...silent };
  return withModel({ ...parts, ...rest, manifest }, ({ backends }) =>
    work(backends === undefined ? {} : { backends }),
  );
}

function patienceOf({ retry = usualModelSettings.retry }: Partial<ModelSettings>): number {
  return retry.totalWait / 1000;
}

/**
 * Throws, before a run is begun that gives back what another recorded, `data-missing` unless that has
 * calls on record, and `reply-missing` where it was begun with other settings.
 */
export async function requireReplies(run: string, manifest: RunManifest): Promise<void> {
  await requireCalls(run);
  const recorded = await manifestIfThere(run);
  const difference = recorded === null ? null : otherSetting(manifest, recorded);
  if (difference === null) return;
  throw new BenchError(
    "reply-missing",
    `Expected a recorded run with ${difference}; got another in \`${run}\`; give the settings that it was begun with, or name another run`,
    { data: { run } },
  );
}

/** Calls can be kept without their run; what differs is then found at the first call. */
async function manifestIfThere(run: string): Promise<RunManifest | null> {
  try {
    return await readManifest(run);
  } catch (error) {
    if (error instanceof BenchError && error.code === "not-a-run") return null;
    throw error;
  }
}

/** What a run that is to be given back would have to have; `null` where it has all. */
function otherSetting(wanted: RunManifest, recorded: RunManifest): string | null {
  const speaking = wanted.interpreters.filter(({ configuration }) => "model" in configuration);
  const other = speaking.find(
    (row) => !recorded.interpreters.some(({ id, hash }) => id === row.id && hash === row.hash),
  );
  if (other !== undefined) return `\`${other.id}\` as it is configured here`;
  const missing = wanted.suites.find((suite) => !isCovered(suite, recorded.suites));
  if (missing !== undefined) return `the same problems of the suite ${missing.name}`;
  if (wanted.epochs > recorded.epochs) return `${wanted.epochs} epochs`;
  if (wanted.budget !== recorded.budget) return `a budget of ${wanted.budget ?? "any size"}`;
  return wanted.rounds === recorded.rounds ? null : `a limit of ${wanted.rounds ?? "no"} rounds`;
}

function isCovered({ hash, problems }: RunSuite, recorded: readonly RunSuite[]): boolean {
  const there = recorded.find((suite) => suite.hash === hash);
  if (there === undefined) return false;
  const kept = there.problems;
  return kept === null || (problems?.every((id) => kept.includes(id)) ?? false);
}

async function requireCalls(run: string): Promise<void> {
  try {
    await access(join(run, CALLS_NAME));
  } catch (cause) {
    throw new BenchError(
      "data-missing",
      `Expected a run with recorded calls of a model; got no ${CALLS_NAME} in \`${run}\`; name the folder of a run with a language model`,
      { cause },
    );
  }
}

/** Takes over the calls that another run recorded. */
export async function takeOverCalls(run: string, folder: string): Promise<void> {
  await copyFile(join(run, CALLS_NAME), join(folder, CALLS_NAME));
}
