import { BenchError, chanceFrom } from "../core/index.ts";
import type { Contestant, Model, RunModels } from "../contract/index.ts";
import {
  httpSend,
  modelSource,
  patientPolicy,
  priceList,
  priceMissing,
  systemTimer,
  usualModelSettings,
} from "../models/index.ts";
import type { ModelSettings, ModelSource } from "../models/index.ts";
import { givenPrices } from "./given-prices.ts";
import { isScripted, scriptedFile } from "./scripted-file.ts";

/** Variables of the environment: keys and addresses of providers. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** How the calls of a run reach its model; none of it changes a result. */
export interface CallRate {
  /** What the provider lets an account do in a minute. */
  readonly requestsPerMinute?: number;
  readonly tokensPerMinute?: number;
  /** Seconds that are waited in all before a call is given up. */
  readonly patience?: number;
  /** Seconds without a byte until a server counts as gone. */
  readonly silence?: number;
  /** Headers of each request, as `Name: value`. */
  readonly headers?: readonly string[];
}

/** The language model that a contestant works with; `null` where it needs none. */
export function modelOf({
  configuration: { model },
}: Pick<Contestant, "configuration">): string | null {
  return typeof model === "string" ? model : null;
}

/** The language models that contestants work with, each once. */
export function modelsOf(
  contestants: readonly Pick<Contestant, "configuration">[],
): readonly string[] {
  return [...new Set(contestants.flatMap((contestant) => modelOf(contestant) ?? []))];
}

/** All language models of a run, each once: those of contestants, and those that stand for functions. */
export function modelsAsked(
  contestants: readonly Pick<Contestant, "configuration">[],
  backends: RunModels["backends"] = [],
): readonly string[] {
  return [...new Set([...modelsOf(contestants), ...backends.map(({ model }) => model)])];
}

/** The interface that contestants ask OpenAI's models by, where one was chosen. */
export function apiChosen(contestants: readonly Contestant[]): Pick<ModelSettings, "api"> {
  const chosen = contestants.map(({ configuration: { api } }) => api);
  return { api: chosen.find((api) => api === "chat" || api === "responses") ?? null };
}

const SECOND = 1000;

/** Settings of the calls that options ask for. */
export function callSettings({
  patience,
  silence,
  headers,
}: Pick<CallRate, "patience" | "silence" | "headers">): Partial<ModelSettings> {
  const { retry, reply } = usualModelSettings;
  return {
    ...(patience !== undefined && { retry: patientPolicy(retry, patience * SECOND) }),
    ...(silence !== undefined && { reply: { ...reply, silence: silence * SECOND } }),
    ...(headers !== undefined && { headers }),
  };
}

/** What the models of a run are opened with, beside their names. */
export interface OpeningParts {
  readonly models: RunModels;
  readonly environment: Environment;
  readonly settings: Partial<ModelSettings>;
  /** Told of a provider whose server is down, and of its words. */
  readonly onOutage?: (provider: string, words: string) => void;
}

/**
 * Opens the models of a run, by their names: they share its cost limit, and the limits of their
 * providers. Throws `unknown-model` or `bad-configuration`.
 */
export async function openModels(
  ids: readonly string[],
  { models, environment, settings, onOutage }: OpeningParts,
): Promise<ReadonlyMap<string, Model>> {
  const { costLimit, offline } = models;
  const prices = givenPrices(ids, models);
  const source = sourceOf(environment, { ...settings, costLimit, prices }, onOutage);
  const open = async (id: string): Promise<Model> => {
    if (offline) return unsent(id);
    if (isScripted(id)) return scriptedFile(id);
    const model = await source.open(id);
    // Every call would be refused for it.
    if (costLimit !== null && priceList(prices).of(id) === null) throw priceMissing(id);
    return model;
  };
  const opened = new Map<string, Model>();
  for (const id of ids) opened.set(id, await open(id));
  return opened;
}

/** One of opened models. */
export function openedOf(opened: ReadonlyMap<string, Model>, id: string): Model {
  const model = opened.get(id);
  if (model !== undefined) return model;
  throw new BenchError("internal", `Expected the model ${id} to be open; got none; report this`);
}

/**
 * Throws, before a run is begun, whatever would keep its models from being opened; nothing is sent.
 */
export async function requireModel(
  contestants: readonly Contestant[],
  models: RunModels | undefined,
  environment: Environment = {},
  rate: CallRate = {},
): Promise<void> {
  const ids = modelsAsked(contestants, models?.backends);
  if (models !== undefined)
    await openModels(ids, { models, environment, settings: callSettings(rate) });
}

/** Opens a model behind a server, with settings that differ from the usual. */
export async function openHosted(
  id: string,
  environment: Environment,
  settings: Partial<ModelSettings>,
): Promise<Model> {
  return sourceOf(environment, settings).open(id);
}

function sourceOf(
  environment: Environment,
  settings: Partial<ModelSettings>,
  onOutage?: OpeningParts["onOutage"],
): ModelSource {
  return modelSource({
    environment,
    send: httpSend,
    timer: systemTimer,
    chance: chanceFrom("waits"),
    settings: { ...usualModelSettings, ...settings },
    ...(onOutage === undefined ? {} : { onOutage }),
  });
}

function unsent(id: string): Model {
  return {
    id,
    complete: async () => {
      throw new BenchError(
        "internal",
        `Expected nothing to be sent offline; got a call of \`${id}\`; report this with the command that you gave`,
      );
    },
  };
}
