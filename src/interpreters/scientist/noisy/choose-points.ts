import { evaluate } from "../../../categories/numeric/index.ts";
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
  const apart = apartAt(alive, pool, deviationOf(first.noise));
  const own = ownVariances(apart, pool.length);
  const learned: Learned[] = [];
  const chosen: number[] = [];
  while (chosen.length < wanted) {
    let [at, most] = [-1, 1e-4];
    own.forEach((variance, i) => {
      if (variance > most) [at, most] = [i, variance];
    });
    const x = pool[at];
    if (x === undefined) break;
    chosen.push(x);
    const known = { row: covarianceAt(at, apart, learned, pool.length), total: most + 1 };
    learned.push(known);
    for (let i = 0; i < own.length; i += 1) own[i] = less(own[i] ?? 0, known, i, i);
  }
  return chosen;
}

/** An answer as if given: its covariance with every point, and its own variance with the noise. */
interface Learned {
  readonly row: Float64Array;
  readonly total: number;
}

/** What is left of the covariance between two points after an answer. */
function less(covariance: number, { row, total }: Learned, i: number, j: number): number {
  return covariance - ((row[i] ?? 0) / total) * (row[j] ?? 0);
}

/** By how much each law is off the mean at every point, in deviations of the noise, by its weight. */
function apartAt(
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
  return values.map((column, k) => {
    const weight = Math.sqrt(shares[k] ?? 0);
    return column.map((value, i) => {
      const gap = (finite(value) - (centre[i] ?? 0)) / deviation;
      return weight * Math.max(-FAR, Math.min(FAR, gap));
    });
  });
}

function ownVariances(apart: readonly Float64Array[], length: number): Float64Array {
  const own = new Float64Array(length);
  for (const column of apart)
    for (let i = 0; i < length; i += 1)
      own[i] = (own[i] ?? 0) + (column[i] ?? 0) * (column[i] ?? 0);
  return own;
}

/** Covariance of the laws' values between one point and all, after what was learned. */
function covarianceAt(
  at: number,
  apart: readonly Float64Array[],
  learned: readonly Learned[],
  length: number,
): Float64Array {
  const row = new Float64Array(length);
  for (const column of apart) {
    const own = column[at] ?? 0;
    for (let j = 0; j < length; j += 1) row[j] = (row[j] ?? 0) + own * (column[j] ?? 0);
  }
  for (const known of learned)
    for (let j = 0; j < length; j += 1) row[j] = less(row[j] ?? 0, known, at, j);
  return row;
}

function finite(value: number | undefined): number {
  return value !== undefined && Number.isFinite(value) ? value : 0;
}
