import { BenchError } from "../core/index.ts";
import type { BackendModel, BackendWay, Model } from "../contract/index.ts";
import { TOPS, verdictRequest } from "./answer-of.ts";
import { digitsOf } from "./first-token.ts";
import { verdictIn } from "./spoken.ts";

/** A question that is sure: whatever can be asked at all says 1. */
const SURE = [
  "Decide whether a text is about a concept.",
  "Concept: dogs",
  'Text: "dog"',
  "Reply with one digit and nothing else: 1 if the text is about the concept, 0 if it is not.",
  "Digit:",
].join("\n");

/** What servers answer to a number of likeliest tokens that is too high for them. */
const REFUSED = [400, 422];

/** Opens a conversation of its own with the model, by the name of a branch. */
export type OpenBranch = (branch: string) => Model;

/**
 * Asks a model a sure question in the way that its functions were made with, before any of them is
 * asked; gives how many likeliest tokens its server tells. Throws `bad-configuration` where it does
 * not answer in this way: no other is taken in its place.
 */
export async function tryWay(
  open: OpenBranch,
  { model, way }: Pick<BackendModel, "model" | "way">,
  signal: AbortSignal,
): Promise<number> {
  if (way === "text") return 0;
  if (way === "log-probabilities") {
    const { top, told } = await likeliest(open, signal);
    if (top > 0) return top;
    throw new BenchError(
      "bad-configuration",
      `Expected ${model} to tell the log-probabilities of 0 and 1 among its likeliest first tokens, as the suite was made with; got ${told}; use a server that gives them, or make the suite again with --way frequency`,
      { data: { model, way } },
    );
  }
  const { message } = await open("try").complete(verdictRequest(SURE, { temperature: 0 }), signal);
  if (verdictIn(message.text) !== null) return 0;
  throw new BenchError(
    "bad-configuration",
    `Expected ${model} to say 0 or 1 to a sure question; got «${message.text.slice(0, 80)}»; take a model that does as it is asked`,
    { data: { model, way } },
  );
}

/** The best way in which a model can be asked for verdicts, found out by a sure question. */
export async function wayOf(open: OpenBranch, signal: AbortSignal): Promise<BackendWay> {
  const { top } = await likeliest(open, signal);
  return top > 0 ? "log-probabilities" : "frequency";
}

/** The highest number of likeliest tokens with both digits among them; 0, and what came instead. */
async function likeliest(
  open: OpenBranch,
  signal: AbortSignal,
): Promise<{ readonly top: number; readonly told: string }> {
  let told = "none";
  for (const top of TOPS) {
    try {
      const request = verdictRequest(SURE, { topLogProbs: top, temperature: 0 });
      const reply = await open(`try-${top}`).complete(request, signal);
      const { one, zero } = digitsOf(reply);
      if (one > 0 && zero > 0) return { top, told };
      const first = reply.logProbs?.find(({ token }) => token.trim() !== "");
      return { top: 0, told: first === undefined ? "none" : shown(first.top) };
    } catch (error) {
      if (!(error instanceof BenchError)) throw error;
      const isPassedOver =
        error.code === "reply-missing" || REFUSED.includes(Number(error.data["status"]));
      if (!isPassedOver || (error.code === "reply-missing" && top === TOPS.at(-1))) throw error;
      told = error.message;
    }
  }
  return { top: 0, told };
}

function shown(top: readonly { readonly token: string }[]): string {
  const tokens = top.map(({ token }) => JSON.stringify(token)).slice(0, 5);
  return tokens.length === 0 ? "no others than its own token" : `those of ${tokens.join(", ")}`;
}
