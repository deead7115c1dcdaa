import { exp } from "../core/index.ts";
import type { ModelReply } from "../contract/index.ts";

/** The probabilities of the two digits at the place of a reply's first token; 0 for one not told. */
export interface Digits {
  readonly one: number;
  readonly zero: number;
}

/**
 * What the first token of a reply might have been, tokens trimmed and those that are then the same
 * summed. Blank tokens before it are passed over.
 */
export function digitsOf({ logProbs = [] }: ModelReply): Digits {
  const first = logProbs.find(({ token }) => token.trim() !== "");
  const sum = (digit: string): number =>
    (first?.top ?? [])
      .filter(({ token }) => token.trim() === digit)
      .reduce((total, { logProbability }) => total + exp(logProbability), 0);
  return { one: sum("1"), zero: sum("0") };
}
