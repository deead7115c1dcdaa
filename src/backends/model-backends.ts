import { setMaxListeners } from "node:events";
import { BenchError, canonicalJson, sha256Hex } from "../core/index.ts";
import type {
  BackendAnswer,
  BackendModel,
  Backends,
  ConversationPlace,
  Model,
} from "../contract/index.ts";
import { answerOf } from "./answer-of.ts";
import { tryWay } from "./try-way.ts";

/** Opens a recorded conversation with a model at a place that belongs to no item of the run. */
export type ConverseAsBackend = (model: string, place: ConversationPlace) => Model;

/** The name of a model as what stands for functions, such as `model:openai/gpt-4o-mini`. */
export function backendIdentity({ model }: BackendModel): string {
  return `model:${model}`;
}

/**
 * The models that stand for functions of a run. Each question is asked once, whoever asks: what is on
 * record is given back. Throws, before anything else is asked, where one does not answer in its way.
 */
export async function modelBackends(
  wanted: readonly BackendModel[],
  converse: ConverseAsBackend,
  signal: AbortSignal,
): Promise<Backends> {
  // Every question in work listens to it: many listeners are no leak.
  const ending = AbortSignal.any([signal]);
  setMaxListeners(0, ending);
  const tops = new Map<string, number>();
  for (const backend of wanted) {
    const open = (branch: string): Model => converse(backend.model, placeOf(backend, branch));
    tops.set(canonicalJson(backend), await tryWay(open, backend, ending));
  }
  const given = new Map<string, Promise<BackendAnswer>>();
  const answer = async (backend: BackendModel, prompt: string): Promise<BackendAnswer> => {
    const top = tops.get(canonicalJson(backend));
    if (top === undefined) throw otherBackend(backend, wanted);
    const place = placeOf(backend, sha256Hex(prompt).slice(0, 32));
    try {
      return await answerOf(converse(backend.model, place), backend, prompt, top, ending);
    } catch (error) {
      throw isLost(error) ? lost(backend, error) : error;
    }
  };
  return {
    ask: (backend, prompt) => {
      const key = canonicalJson([backend, prompt]);
      const known = given.get(key);
      if (known !== undefined) return known;
      const asked = answer(backend, prompt);
      given.set(key, asked);
      // What could not be had may be had later.
      asked.catch(() => given.delete(key));
      return asked;
    },
  };
}

/** All questions to one model in one way stand together in the record, each a conversation. */
function placeOf(backend: BackendModel, branch: string): ConversationPlace {
  const hash = sha256Hex(canonicalJson(backend));
  const item = {
    suite: hash,
    problem: backend.prompt,
    interpreter: backendIdentity(backend),
    configuration: hash.slice(0, 16),
    epoch: 1,
  };
  return { item, role: "backend", branch };
}

/** One call failed; the next may not. */
function isLost(error: unknown): error is BenchError {
  return error instanceof BenchError && error.code === "model-failed";
}

function lost({ model }: BackendModel, cause: BenchError): BenchError {
  return new BenchError(
    "function-failed",
    `Expected an answer of ${model}, which stands for the function; got none: ${cause.message}; try the item again with --retry-errors`,
    { cause },
  );
}

function otherBackend(backend: BackendModel, wanted: readonly BackendModel[]): BenchError {
  const told = ({ prompt, way, ...rest }: BackendModel): string =>
    `${backendIdentity({ prompt, way, ...rest })} by ${way} with ${prompt}`;
  return new BenchError(
    "bad-configuration",
    `Expected ${told(backend)}, which the function is made of; got ${wanted.map(told).join(", ") || "no model"}; open the suite as it was made: no other stands in for it`,
    { data: { model: backend.model, way: backend.way } },
  );
}
