import { evaluate } from "../../../functions/index.ts";
import { sharesOf } from "./hypothesis.ts";
import type { Hypothesis } from "./hypothesis.ts";
import { deviationOf } from "./noise.ts";

/** Hypotheses that are compared. */
const MOST_HYPOTHESES = 48;
/** How far apart two laws can be told at one point at most, in deviations of the noise. */
const FAR = 8;

/**
 * The points of a pool at which the hypotheses alive differ most, one after another, each as if the
 * ones before had been answered: largest variance first, the covariance updated as for normal laws.
 * Fewer than wanted where nothing differs.
 */
export function choosePoints(
  hypotheses: readonly Hypothesis[],
  pool: readonly number[],
  wanted: number,
): readonly number[] {
  const [first] = hypotheses;
  if (first === undefined || pool.length === 0) return [];
  const alive = hypotheses.slice(0, MOST_HYPOTHESES);
  const covariance = covarianceOf(alive, pool, deviationOf(first.noise));
  const chosen: number[] = [];
  while (chosen.length < wanted) {
    let [at, most] = [-1, 1e-4];
    covariance.forEach((row, i) => {
      const own = row[i] ?? 0;
      if (own > most) [at, most] = [i, own];
    });
    const x = pool[at];
    const row = covariance[at];
    if (x === undefined || row === undefined) break;
    chosen.push(x);
    learn(covariance, row.slice(), most + 1);
  }
  return chosen;
}

/** Covariance of the laws' values between points, in squared deviations of the noise. */
function covarianceOf(
  alive: readonly Hypothesis[],
  pool: readonly number[],
  deviation: number,
): readonly Float64Array[] {
  const shares = sharesOf(alive);
  const xs = Float64Array.from(pool);
  const values = alive.map(({ law }) => evaluate(law, xs).re);
  const centre = xs.map((_, i) =>
    values.reduce((sum, column, k) => sum + (shares[k] ?? 0) * finite(column[i]), 0),
  );
  const apart = values.map((column, k) => {
    const weight = Math.sqrt(shares[k] ?? 0);
    return column.map((value, i) => {
      const gap = (finite(value) - (centre[i] ?? 0)) / deviation;
      return weight * Math.max(-FAR, Math.min(FAR, gap));
    });
  });
  return pool.map((_, i) => {
    const row = new Float64Array(pool.length);
    for (const column of apart) {
      const own = column[i] ?? 0;
      if (own === 0) continue;
      for (let j = 0; j < row.length; j += 1) row[j] = (row[j] ?? 0) + own * (column[j] ?? 0);
    }
    return row;
  });
}

function learn(covariance: readonly Float64Array[], known: Float64Array, total: number): void {
  covariance.forEach((row, i) => {
    const factor = (known[i] ?? 0) / total;
    if (factor === 0) return;
    for (let j = 0; j < row.length; j += 1) row[j] = (row[j] ?? 0) - factor * (known[j] ?? 0);
  });
}

function finite(value: number | undefined): number {
  return value !== undefined && Number.isFinite(value) ? value : 0;
}
