import { xoroshiro128plusFromState } from "pure-rand/generator/xoroshiro128plus";
import { mean, median, sortedQuantile } from "./average.ts";
import type { Draws } from "./chance.ts";
import { BenchError } from "./errors.ts";
import type { Interval } from "./proportion.ts";

/** What is drawn at random; an entry that is a list is a cluster and is drawn as a whole. */
export type Sample = readonly (number | readonly number[])[];

/** How an interval is drawn. */
export interface BootstrapOptions {
  /** Decides the resamples. */
  readonly chance: Draws;
  /** The figure whose interval is wanted, over all numbers of a resample; the mean by default. */
  readonly statistic?: "mean" | "median";
  /** How many resamples are drawn; 2000 by default. */
  readonly resamples?: number;
  /** Share of such intervals that contain the truth, 0.95 by default. */
  readonly level?: number;
}

const TWO_TO_32 = 4294967296;

/**
 * The percentile interval of a mean or median by resampling numbers, or whole clusters of numbers,
 * with replacement: Efron and Tibshirani, "An Introduction to the Bootstrap" (1993), chapter 13.
 * Widened where needed so that it contains the estimate; at least one number is expected.
 */
export function bootstrapInterval(sample: Sample, options: BootstrapOptions): Interval {
  const { chance, statistic = "mean", resamples = 2000, level = 0.95 } = options;
  const clusters = sample
    .map((entry) => (typeof entry === "number" ? [entry] : entry))
    .filter((cluster) => cluster.length > 0);
  if (clusters.length === 0)
    throw new BenchError(
      "bad-argument",
      "Expected at least one number to resample; got none; give one or more",
    );
  const resampled = new Float64Array(resamples);
  const estimate =
    statistic === "mean"
      ? fillWithMeans(resampled, clusters, chance)
      : fillWithMedians(resampled, clusters, chance);
  resampled.sort();
  return {
    low: Math.min(estimate, sortedQuantile(resampled, (1 - level) / 2)),
    high: Math.max(estimate, sortedQuantile(resampled, (1 + level) / 2)),
  };
}

/** The mean of paired differences with the bootstrap interval of `bootstrapInterval`. */
export function pairedBootstrap(
  differences: Sample,
  options: Omit<BootstrapOptions, "statistic">,
): Interval & { readonly difference: number } {
  const interval = bootstrapInterval(differences, { ...options, statistic: "mean" });
  return { difference: mean(differences.flat()), ...interval };
}

type Clusters = readonly (readonly number[])[];

function fillWithMeans(resampled: Float64Array, clusters: Clusters, chance: Draws): number {
  const sums = Float64Array.from(clusters, (cluster) => cluster.reduce((a, b) => a + b, 0));
  const sizes = Float64Array.from(clusters, (cluster) => cluster.length);
  const next = wordsFrom(chance);
  const scale = clusters.length / TWO_TO_32;
  for (let r = 0; r < resampled.length; r += 1) {
    let sum = 0;
    let size = 0;
    for (let k = 0; k < sums.length; k += 1) {
      const drawn = ((next() >>> 0) * scale) | 0;
      sum += sums[drawn] ?? 0;
      size += sizes[drawn] ?? 0;
    }
    resampled[r] = sum / size;
  }
  return mean(clusters.flat());
}

/** Counts how often each cluster was drawn, and walks the sorted numbers to the middle. */
function fillWithMedians(resampled: Float64Array, clusters: Clusters, chance: Draws): number {
  const entries = clusters
    .flatMap((cluster, index) => cluster.map((value) => ({ value, index })))
    .sort((a, b) => a.value - b.value);
  const values = Float64Array.from(entries, ({ value }) => value);
  const owners = Int32Array.from(entries, ({ index }) => index);
  const sizes = Int32Array.from(clusters, (cluster) => cluster.length);
  const counts = new Int32Array(clusters.length);
  const next = wordsFrom(chance);
  const scale = clusters.length / TWO_TO_32;
  for (let r = 0; r < resampled.length; r += 1) {
    counts.fill(0);
    let size = 0;
    for (let k = 0; k < sizes.length; k += 1) {
      const drawn = ((next() >>> 0) * scale) | 0;
      counts[drawn] = (counts[drawn] ?? 0) + 1;
      size += sizes[drawn] ?? 0;
    }
    resampled[r] = countedMedian(values, owners, counts, size);
  }
  return median(values);
}

function countedMedian(
  values: Float64Array,
  owners: Int32Array,
  counts: Int32Array,
  size: number,
): number {
  const lowRank = (size - 1) >> 1;
  const highRank = size >> 1;
  let low = NaN;
  let passed = 0;
  for (let i = 0; i < values.length; i += 1) {
    passed += counts[owners[i] ?? 0] ?? 0;
    if (passed > lowRank && Number.isNaN(low)) low = values[i] ?? NaN;
    if (passed > highRank) return (low + (values[i] ?? NaN)) / 2;
  }
  return low;
}

/** 32-bit words of a stream of their own, faster than 53-bit draws. */
function wordsFrom(chance: Draws): () => number {
  const word = (): number => (chance.uniform() * TWO_TO_32) | 0;
  const generator = xoroshiro128plusFromState([word(), word(), word(), word() | 1]);
  return () => generator.next();
}
