import type { SeenRequest, ServedTurn } from "../support/model-server.ts";
import { says } from "../support/model-server.ts";

/** Likelihoods of tokens as they are served, and what a client should make of them. */
export interface ServedDigits {
  readonly tokens: readonly (readonly [token: string, probability: number])[];
  /** P(1) of P(0) and P(1), to four decimals. */
  readonly activation: number;
}

/**
 * The likeliest tokens that a served model tells for a text: by the number of its characters, so that
 * texts differ. Two spellings of each digit, and a token that is none.
 */
export function digitsFor(text: string): ServedDigits {
  const one = 0.04 * (1 + ([...text].length % 20));
  const [plain, spaced, zero] = [one * 0.75, one * 0.25, 0.9 - one];
  return {
    tokens: [
      ["1", plain],
      [" 1", spaced],
      ["0", zero],
      ["Yes", 0.1],
    ],
    activation: Math.round((one / 0.9) * 10_000) / 10_000,
  };
}

/** The text that a prompt asks about. */
function textIn({ body }: SeenRequest): string {
  const prompt = promptIn(body);
  const [, quoted = '""'] = /^Text: (".*")$/mu.exec(prompt) ?? [];
  return JSON.parse(quoted) as string;
}

export function promptIn(body: SeenRequest["body"]): string {
  const { messages, prompt } = body as {
    messages?: readonly { content: string }[];
    prompt?: string;
  };
  return messages?.map(({ content }) => content).join("\n") ?? prompt ?? "";
}

/** A chat model that tells the likelihoods of `digitsFor`, and says `Paris` where words are asked for. */
export function unitWithLogProbs(request: SeenRequest): ServedTurn {
  if (!promptIn(request.body).endsWith("Digit:")) return says("Paris.");
  const { tokens } = digitsFor(textIn(request));
  const top = tokens.map(([token, probability]) => ({ token, logprob: Math.log(probability) }));
  const [first] = top;
  return says("1", { logProbs: { content: [{ ...first, top_logprobs: top }], refusal: null } });
}

/** A chat model that tells no likelihoods: it says 1 to every text with an even number of characters. */
export function unitWithout(request: SeenRequest): ServedTurn {
  if (!promptIn(request.body).endsWith("Digit:")) return says("undefined");
  return says([...textIn(request)].length % 2 === 0 ? "1" : "The digit is 0.", { logProbs: {} });
}
