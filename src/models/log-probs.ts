import type { LogProb, TokenLogProbs } from "../contract/index.ts";
import { at } from "./at.ts";

/** What OpenAI and its imitators say of a token that is not among the likeliest. */
const NOT_TOLD = -9999;
/** What rounding may add to the logarithm of a certainty. */
const ROUNDING = 1e-6;

/**
 * Reads what a server says as `logprobs` of a choice, whatever it is: a list of places, as chat
 * completions have it, or lists of tokens and numbers side by side, as completions do. What is no
 * logarithm of a probability is left out.
 */
export function readLogProbs(raw: unknown, top: number): TokenLogProbs[] {
  const places = [...listOf(at(raw, "content")), ...listOf(at(raw, "refusal"))];
  return places.length > 0
    ? places.flatMap((place) => {
        const entries = listOf(at(place, "top_logprobs"));
        return placeOf(place, entries.map(pairOf), top);
      })
    : sideBySide(raw, top);
}

function sideBySide(raw: unknown, top: number): TokenLogProbs[] {
  const [numbers, tops] = [at(raw, "token_logprobs"), at(raw, "top_logprobs")];
  return listOf(at(raw, "tokens")).flatMap((token, index) => {
    const entries = at(tops, index);
    const pairs = Array.isArray(entries) ? entries.map(pairOf) : Object.entries(entries ?? {});
    return placeOf({ token, logprob: at(numbers, index) }, pairs, top);
  });
}

type Pair = readonly [token: unknown, logProbability: unknown];

/** No place at all where not even the token can be read. */
function placeOf(place: unknown, pairs: readonly Pair[], top: number): TokenLogProbs[] {
  const [token, told] = pairOf(place);
  if (typeof token !== "string") return [];
  const likeliest = pairs
    .flatMap(logProbOf)
    .toSorted((a, b) => b.logProbability - a.logProbability)
    .slice(0, top);
  return [{ token, logProbability: logProbabilityOf(told), top: likeliest }];
}

function pairOf(entry: unknown): Pair {
  return [at(entry, "token"), at(entry, "logprob")];
}

function logProbOf([token, told]: Pair): LogProb[] {
  const logProbability = logProbabilityOf(told);
  return typeof token === "string" && logProbability !== null ? [{ token, logProbability }] : [];
}

function logProbabilityOf(told: unknown): number | null {
  if (typeof told !== "number" || !(told > NOT_TOLD && told <= ROUNDING)) return null;
  // Neither a rounded certainty nor a minus nothing.
  return told < 0 ? told : 0;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
