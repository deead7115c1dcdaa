import { wayOf } from "../backends/index.ts";
import { BenchError } from "../core/index.ts";
import type { BackendModel, BackendWay } from "../contract/index.ts";
import { parseAddress } from "../models/index.ts";
import { openedOf, openModels } from "./open-model.ts";
import type { Environment } from "./open-model.ts";
import { isScripted } from "./scripted-file.ts";

/** The language model that is to stand for functions, as a user names it. */
export interface BackendRequest {
  /** `provider/name`. */
  readonly model: string;
  /** The way to ask for verdicts; without it the model is asked once, and the best way taken. */
  readonly way?: Exclude<BackendWay, "text">;
  /** Replies that a frequency is taken over. */
  readonly samples?: number;
  /** Keys and addresses of language models. */
  readonly environment: Environment;
}

const SAMPLES = 10;

/** The model and the way that a suite is made with; the way is found out where none was chosen. */
export async function chosenBackend(
  { model: id, way: chosen, samples, environment }: BackendRequest,
  signal: AbortSignal,
): Promise<Omit<BackendModel, "prompt">> {
  if (!isScripted(id)) parseAddress(id);
  if (samples !== undefined && chosen !== "frequency")
    throw new BenchError(
      "bad-argument",
      "Expected --way frequency with --samples; got another way; leave one of them out",
    );
  const way = chosen ?? (await foundWay(id, environment, signal));
  return { model: id, way, ...(way === "frequency" ? { samples: samples ?? SAMPLES } : {}) };
}

async function foundWay(
  id: string,
  environment: Environment,
  signal: AbortSignal,
): Promise<BackendWay> {
  const models = { costLimit: null, offline: false };
  const opened = await openModels([id], { models, environment, settings: {} });
  return wayOf(() => openedOf(opened, id), signal);
}
