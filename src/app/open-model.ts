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
import type { ModelSettings } from "../models/index.ts";
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

/** The language model that contestants work with; `null` where none of them needs one. */
export function modelOf(contestants: readonly Contestant[]): string | null {
  const ids = contestants.flatMap(({ configuration: { model } }) =>
    typeof model === "string" ? [model] : [],
  );
  const [first = null, ...more] = new Set(ids);
  if (more.length === 0) return first;
  throw new BenchError(
    "bad-configuration",
    `Expected one language model in a run; got ${[first, ...more].join(" and ")}; begin a run for each`,
  );
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

/** Opens the model of a run, which paid so much before. Throws `unknown-model` or `bad-configuration`. */
export async function openModel(
  id: string,
  { costLimit, offline, price }: RunModels,
  environment: Environment,
  settings: Partial<ModelSettings>,
): Promise<Model> {
  if (offline) return unsent(id);
  if (isScripted(id)) return scriptedFile(id);
  const prices = givenPrices(id, price);
  const model = await openHosted(id, environment, { ...settings, costLimit, prices });
  // Every call would be refused for it.
  if (costLimit !== null && priceList(prices).of(id) === null) throw priceMissing(id);
  return model;
}

/**
 * Throws, before a run is begun, whatever would keep its model from being opened; nothing is sent.
 */
export async function requireModel(
  contestants: readonly Contestant[],
  models: RunModels | undefined,
  environment: Environment = {},
  rate: CallRate = {},
): Promise<void> {
  const id = modelOf(contestants);
  if (id !== null && models !== undefined)
    await openModel(id, models, environment, callSettings(rate));
}

/** Opens a model behind a server, with settings that differ from the usual. */
export async function openHosted(
  id: string,
  environment: Environment,
  settings: Partial<ModelSettings>,
): Promise<Model> {
  const source = modelSource({
    environment,
    send: httpSend,
    timer: systemTimer,
    chance: chanceFrom("waits"),
    settings: { ...usualModelSettings, ...settings },
  });
  return source.open(id);
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
