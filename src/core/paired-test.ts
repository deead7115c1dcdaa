import { BenchError } from "./errors.ts";
import { pow } from "./math.ts";

/**
 * The exact two-sided p-value that `wins` and `losses` come from a fair coin: McNemar's test on the
 * discordant pairs, https://doi.org/10.1007/BF02295996, that is min(1, 2·P(X ≤ min(wins, losses)))
 * for X binomial(wins + losses, ½).
 */
export function mcnemar(wins: number, losses: number): number {
  if (![wins, losses].every((count) => Number.isSafeInteger(count) && count >= 0))
    throw new BenchError(
      "bad-argument",
      `Expected two counts; got ${wins} and ${losses}; give whole numbers from 0`,
    );
  const n = wins + losses;
  const fewer = Math.min(wins, losses);
  let term = fairCoin(n, fewer);
  let total = term;
  for (let k = fewer; k > 0 && term > total * 1e-17; k -= 1) {
    term *= k / (n - k + 1);
    total += term;
  }
  return Math.min(1, 2 * total);
}

/** C(n, k) / 2ⁿ for k ≤ n/2; halvings are spread over the product, so that nothing overflows. */
function fairCoin(n: number, k: number): number {
  let product = 1;
  let halvings = n;
  for (let i = 1; i <= k; i += 1) {
    product *= (n - k + i) / i;
    while (product > 1 && halvings > 0) {
      product /= 2;
      halvings -= 1;
    }
  }
  return product * pow(2, -halvings);
}

/**
 * p-values adjusted for being several, in the given order; those ≤ α reject at family-wise error α:
 * Holm (1979), https://www.jstor.org/stable/4615733.
 */
export function holm(pValues: readonly number[]): number[] {
  const order = pValues.map((p, index) => ({ p, index })).sort((a, b) => a.p - b.p);
  const adjusted = pValues.map(() => 1);
  let largest = 0;
  order.forEach(({ p, index }, rank) => {
    largest = Math.max(largest, Math.min(1, p * (order.length - rank)));
    adjusted[index] = largest;
  });
  return adjusted;
}
