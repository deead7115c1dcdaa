import type { Estimate } from "../contract/index.ts";
import { bootstrapIntervals, chanceFrom, mean, wilsonInterval } from "../core/index.ts";
import type { Clustered, Interval } from "../core/index.ts";
import type { Part } from "./outcome-table.ts";
import { clusteredAt, reasonsIn, sharesAt } from "./success.ts";
import type { Misses } from "./success.ts";

/** A share of items passed, with what kept the others from being scored. */
export interface SuccessRate {
  /** Over the items that count, the method's failures among them as not passed; `null` without any. */
  readonly estimate: Estimate | null;
  /** Items without a figure for a reason of the method's; they count as not passed. */
  readonly unscored: Misses;
  /** Items without a figure for a reason of ours; they count nowhere. */
  readonly leftOut: Misses;
}

/** The share of items passed by one interpreter; see `rates`. */
export function successRate(part: Part, metric: string): SuccessRate {
  return { estimate: rates([part], metric)[0] ?? null, ...reasonsIn(part, metric) };
}

/**
 * The share of items passed, n being items, of several interpreters. Its interval is Wilson's where
 * each problem was tried once, and otherwise a bootstrap over problems with their repeats; where all
 * problems agree, which leaves a bootstrap nothing to vary, it is Wilson's over problems.
 */
export function rates(parts: readonly Part[], metric: string): readonly (Estimate | null)[] {
  const samples = parts.map((part) => clusteredAt(part, sharesAt(part, metric)));
  const plain = samples.map(plainInterval);
  const drawn = samples.filter((_, index) => plain[index] === null);
  const chance = chanceFrom("success-rate").fork(metric);
  const intervals = bootstrapIntervals(drawn, { chance });
  return samples.map((sample, index) => {
    const { values } = sample;
    if (values.length === 0) return null;
    const interval = plain[index] ?? intervals[drawn.indexOf(sample)];
    return { n: values.length, value: mean(values), low: NaN, high: NaN, ...interval };
  });
}

/** Wilson's interval where it holds, or where there is nothing to draw from; else `null`. */
function plainInterval({ values, ends }: Clustered): Interval | null {
  if (values.length === 0) return { low: NaN, high: NaN };
  const means = clusterMeans(values, ends);
  const isBinary = ends.length === values.length && means.every((rate) => rate === 0 || rate === 1);
  if (!isBinary && !means.every((rate) => rate === means[0])) return null;
  const passed = means.reduce((a, b) => a + b, 0);
  return wilsonInterval(Math.min(passed, means.length), means.length);
}

/** The mean of each cluster. */
export function clusterMeans(values: Float64Array, ends: Int32Array): Float64Array {
  if (ends.length === values.length) return values;
  return Float64Array.from(ends, (end, i) => mean(values.subarray(ends[i - 1] ?? 0, end)));
}
