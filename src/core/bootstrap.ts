import { mean, median, sortedQuantile } from "./average.ts";
import type { Draws } from "./chance.ts";
import type { Clustered } from "./clustered.ts";
import { BenchError } from "./errors.ts";
import type { Interval } from "./proportion.ts";
import { ClusterMedianResampler, MeanResampler, MedianResampler } from "./resampler.ts";
import type { Resampler } from "./resampler.ts";
import { wordsFrom } from "./words.ts";

/** What is drawn at random; an entry that is a list is a cluster and is drawn as a whole. */
export type Sample = readonly (number | readonly number[])[] | Clustered;

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

/**
 * The percentile interval of a mean or median by resampling numbers, or whole clusters of numbers,
 * with replacement: Efron and Tibshirani, "An Introduction to the Bootstrap" (1993), chapter 13.
 * Widened where needed so that it contains the estimate; at least one number is expected.
 */
export function bootstrapInterval(sample: Sample, options: BootstrapOptions): Interval {
  return intervalsOf([clustered(sample)], options)[0] ?? { low: NaN, high: NaN };
}

/**
 * The interval of each of several samples as `bootstrapInterval` gives it with the same chance: the
 * numbers that decide the resamples are drawn once for all of them.
 */
export function bootstrapIntervals(
  samples: readonly Sample[],
  options: BootstrapOptions,
): readonly Interval[] {
  return intervalsOf(samples.map(clustered), options);
}

/** The mean of paired differences with the bootstrap interval of `bootstrapInterval`. */
export function pairedBootstrap(
  differences: Sample,
  options: Omit<BootstrapOptions, "statistic">,
): Interval & { readonly difference: number } {
  const sample = clustered(differences);
  const [interval = { low: NaN, high: NaN }] = intervalsOf([sample], options);
  return { difference: mean(sample.values), ...interval };
}

function intervalsOf(
  samples: readonly Clustered[],
  { chance, statistic = "mean", resamples = 2000, level = 0.95 }: BootstrapOptions,
): Interval[] {
  const seed = seedOf(chance);
  const resamplers = samples.map((sample) => resamplerOf(sample, statistic, resamples));
  drawAll(resamplers, seed);
  return samples.map((sample, index) => {
    const { values } = sample;
    const estimate = statistic === "mean" ? mean(values) : median(values);
    const drawn = resamplers[index]?.figures() ?? new Float64Array();
    const resampled = (isWhole(drawn) ? drawn : redrawn(values, resamples, seed)).toSorted();
    return {
      low: Math.min(estimate, sortedQuantile(resampled, (1 - level) / 2)),
      high: Math.max(estimate, sortedQuantile(resampled, (1 + level) / 2)),
    };
  });
}

function resamplerOf(
  sample: Clustered,
  statistic: "mean" | "median",
  resamples: number,
): Resampler {
  if (statistic === "mean") return new MeanResampler(sample, resamples);
  const isSingle = sample.ends.length === sample.values.length;
  return isSingle
    ? new MedianResampler(sample.values, resamples)
    : new ClusterMedianResampler(sample, resamples);
}

function isWhole(figures: Float64Array): boolean {
  return !figures.some(Number.isNaN);
}

/** Medians that did not all lie where they were looked for, looked for everywhere. */
function redrawn(values: Float64Array, resamples: number, seed: Seed): Float64Array {
  const everywhere = new MedianResampler(values, resamples, Infinity);
  drawAll([everywhere], seed);
  return everywhere.figures();
}

type Seed = readonly [number, number, number, number];

const TWO_TO_32 = 4294967296;

function seedOf(chance: Draws): Seed {
  const word = (): number => (chance.uniform() * TWO_TO_32) | 0;
  return [word(), word(), word(), word() | 1];
}

/** Words that are drawn at once: so few that they stay in the processor's nearest cache. */
const WORDS = 2048;

/** Hands the same words to all resamplers until each has enough. */
function drawAll(resamplers: readonly Resampler[], seed: Seed): void {
  const words = new Uint32Array(WORDS);
  const fill = wordsFrom(seed);
  let open = resamplers.filter((one) => !one.isDone());
  while (open.length > 0) {
    fill(words);
    for (const one of open) one.take(words);
    open = open.filter((one) => !one.isDone());
  }
}

function clustered(sample: Sample): Clustered {
  const known = "ends" in sample ? sample : clustersOf(sample);
  if (known.values.length > 0) return known;
  throw new BenchError(
    "bad-argument",
    "Expected at least one number to resample; got none; give one or more",
  );
}

function clustersOf(sample: readonly (number | readonly number[])[]): Clustered {
  const clusters = sample
    .map((entry) => (typeof entry === "number" ? [entry] : entry))
    .filter((cluster) => cluster.length > 0);
  let end = 0;
  const ends = Int32Array.from(clusters, (cluster) => (end += cluster.length));
  return { values: Float64Array.from(clusters.flat()), ends };
}
