import { ln } from "../../../core/index.ts";
import { foretold } from "./hypothesis.ts";
import type { Hypothesis } from "./hypothesis.ts";

/** What a word's answer is expected to tell of hypotheses with these shares, in nats. */
export function expectedGain(
  text: string,
  hypotheses: readonly Hypothesis[],
  shares: readonly number[],
): number {
  return gainOf(
    hypotheses.map((each) => foretold(each, text)),
    shares,
  );
}

/** The mutual information of a cause with these shares and an outcome with chances for each cause. */
export function gainOf(
  outcomes: readonly (readonly number[])[],
  shares: readonly number[],
): number {
  const mixed = [0, 0, 0];
  let known = 0;
  outcomes.forEach((chances, i) => {
    const share = shares[i] ?? 0;
    chances.forEach((chance, k) => (mixed[k] = (mixed[k] ?? 0) + share * chance));
    known += share * entropy(chances);
  });
  return entropy(mixed) - known;
}

function entropy(chances: readonly number[]): number {
  return chances.reduce((sum, chance) => (chance > 0 ? sum - chance * ln(chance) : sum), 0);
}
