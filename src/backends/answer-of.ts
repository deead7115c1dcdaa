import type { BackendAnswer, BackendModel, Model, ModelRequest } from "../contract/index.ts";
import { digitsOf } from "./first-token.ts";
import { answerIn, verdictIn } from "./spoken.ts";

/** Tokens that a verdict and an answer in words may have. */
const VERDICT_TOKENS = 16;
const ANSWER_TOKENS = 64;

/** How many likeliest tokens are asked for: the most that any provider gives, then what most do. */
export const TOPS = [20, 5] as const;

/** A request for a verdict: with the likeliest tokens, with a seed of its own, or as it is. */
export function verdictRequest(
  prompt: string,
  rest: Pick<ModelRequest, "topLogProbs" | "temperature" | "seed">,
): ModelRequest {
  return { messages: [{ role: "user", text: prompt }], maxTokens: VERDICT_TOKENS, ...rest };
}

/**
 * What a model answers to a prompt, in the way that was chosen and no other. `model` stands for one
 * conversation of its own; `top` is how many likeliest tokens its server gives.
 */
export async function answerOf(
  model: Model,
  { way, samples = 1 }: BackendModel,
  prompt: string,
  top: number,
  signal: AbortSignal,
): Promise<BackendAnswer> {
  switch (way) {
    case "log-probabilities": {
      const request = verdictRequest(prompt, { topLogProbs: top, temperature: 0 });
      const { one, zero } = digitsOf(await model.complete(request, signal));
      return one + zero > 0 ? one / (one + zero) : null;
    }
    case "frequency":
      return frequencyOf(model, prompt, samples, signal);
    case "verdict": {
      const { message } = await model.complete(verdictRequest(prompt, { temperature: 0 }), signal);
      return verdictIn(message.text);
    }
    case "text": {
      const messages = [{ role: "user", text: prompt }] as const;
      const request = { messages, maxTokens: ANSWER_TOKENS, temperature: 0 };
      const { message } = await model.complete(request, signal);
      return answerIn(message.text);
    }
  }
}

/** Share of the replies that can be read which say 1. */
async function frequencyOf(
  model: Model,
  prompt: string,
  samples: number,
  signal: AbortSignal,
): Promise<number | null> {
  let [ones, read] = [0, 0];
  for (let seed = 1; seed <= samples; seed += 1) {
    const request = verdictRequest(prompt, { temperature: 1, seed });
    const verdict = verdictIn((await model.complete(request, signal)).message.text);
    if (verdict === null) continue;
    read += 1;
    ones += verdict;
  }
  return read === 0 ? null : ones / read;
}
