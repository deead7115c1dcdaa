import { BenchError } from "./errors.ts";
import { normalQuantile } from "./normal-quantile.ts";

/** Both ends of a confidence interval. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * The score interval for a share of successes among n ≥ 1 independent trials: Wilson (1927),
 * https://doi.org/10.1080/01621459.1927.10502953. It contains `successes / n`.
 */
export function wilsonInterval(successes: number, n: number, level = 0.95): Interval {
  if (!(n > 0 && successes >= 0 && successes <= n))
    throw new BenchError(
      "bad-argument",
      `Expected 0 to n successes, n > 0; got ${successes}/${n}; give such counts`,
    );
  const z = normalQuantile((1 + level) / 2);
  const share = successes / n;
  const shrink = 1 / (1 + (z * z) / n);
  const centre = (share + (z * z) / (2 * n)) * shrink;
  const half = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n)) * shrink;
  // Rounding must not push an end past the estimate or out of [0, 1].
  return {
    low: successes === 0 ? 0 : Math.min(share, Math.max(0, centre - half)),
    high: successes === n ? 1 : Math.max(share, Math.min(1, centre + half)),
  };
}

/**
 * The interval for the difference (wins − losses) / n of two shares of success over the same n ≥ 1
 * problems: the adjusted Wald interval of Bonett and Price (2012),
 * https://doi.org/10.3102/1076998611411915. It keeps its width where all problems agree.
 */
export function pairedShareInterval(
  wins: number,
  losses: number,
  n: number,
  level = 0.95,
): Interval {
  if (!(n > 0 && wins >= 0 && losses >= 0 && wins + losses <= n))
    throw new BenchError(
      "bad-argument",
      `Expected wins + losses from 0 to n, n > 0; got ${wins} + ${losses} of ${n}; give such counts`,
    );
  const z = normalQuantile((1 + level) / 2);
  const won = (wins + 1) / (n + 2);
  const lost = (losses + 1) / (n + 2);
  const centre = won - lost;
  const half = z * Math.sqrt((won + lost - centre * centre) / (n + 2));
  const difference = (wins - losses) / n;
  return {
    low: Math.min(difference, Math.max(-1, centre - half)),
    high: Math.max(difference, Math.min(1, centre + half)),
  };
}
