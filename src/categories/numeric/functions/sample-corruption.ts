import type { Draws } from "../../../core/index.ts";
import type { Region } from "../../../contract/index.ts";
import { realValues } from "./column.ts";
import { evaluateRule } from "./evaluate.ts";
import { ascendingApart } from "./sampling.ts";
import type { Approximated, Corrupted, Law, Replacement } from "./spec.ts";

/** What corrupted functions to draw. */
export interface CorruptionOptions {
  /** An interval inside the domain, or all that lies below or above a boundary. */
  readonly side: "inside" | "below" | "above";
  /** `mean`: the law's own mean, as in the released functions. */
  readonly replacement: "mean" | "constant" | "line" | "polynomial";
  /** Standard deviation of the scatter around the replacement; ≥ 0. */
  readonly spread: number;
  readonly scatter: "per-input" | "per-call";
  /** How many intervals there are inside, 1 where left out; below or above a boundary always one. */
  readonly count?: number;
  /** How wide an interval is, to a tenth; 5 to 25 where left out. */
  readonly width?: { readonly from: number; readonly to: number };
}

/** Mean and standard deviation of a law's real values. */
export interface Level {
  readonly mean: number;
  readonly deviation: number;
}

/** Points in [−100, 100] at which the released generator takes the mean of a function. */
const GRID = Float64Array.from({ length: 100 }, (_, i) => -100 + i * (200 / 99));
/** Half the width of the domain in which a boundary leaves anything to be seen. */
const REACH = 128;

/** Room between two intervals, in tenths: a stretch in which the law shows again. */
const GAP = 10;
/** Where an interval may start and a boundary lie, in tenths. */
const ENDS = { from: -1000, to: 1000 };
const WIDTH = { from: 5, to: 25 };

/** Draws regions and what stands in for the law there: off its level, on the scale of its spread. */
export function sampleCorruption(
  inner: Law | Approximated,
  chance: Draws,
  options: CorruptionOptions,
): Corrupted {
  const { replacement, spread, scatter } = options;
  const level = levelOf(inner);
  const regions = sampleRegions(options, chance).map((region) => ({
    ...region,
    replacement: sampleReplacement(replacement, level, region, chance),
  }));
  return { kind: "corrupted", inner, regions, spread, scatter };
}

/**
 * One interval starts, as a boundary lies, on a tenth in [−100, 100]; several lie within it whole.
 * Throws `bad-argument` where they do not fit.
 */
function sampleRegions(
  { side, count = 1, width = WIDTH }: CorruptionOptions,
  chance: Draws,
): readonly Region[] {
  const drawnWidth = (): number =>
    chance.integer(Math.round(10 * width.from), Math.round(10 * width.to));
  if (side === "inside" && count !== 1) {
    const widths = Array.from({ length: count }, drawnWidth);
    return ascendingApart(chance, ENDS, widths, GAP).map((start, i) => ({
      from: start / 10,
      to: (start + (widths[i] ?? 0)) / 10,
    }));
  }
  const tenths = chance.integer(ENDS.from, ENDS.to);
  switch (side) {
    case "inside":
      return [{ from: tenths / 10, to: (tenths + drawnWidth()) / 10 }];
    case "below":
      return [{ from: null, to: tenths / 10 }];
    case "above":
      return [{ from: tenths / 10, to: null }];
  }
}

function sampleReplacement(
  kind: CorruptionOptions["replacement"],
  { mean, deviation }: Level,
  region: Region,
  chance: Draws,
): Replacement {
  const from = region.from ?? -REACH;
  const to = region.to ?? REACH;
  const [centre, half] = [(from + to) / 2, (to - from) / 2];
  const amount = (): number =>
    (chance.uniform() < 0.5 ? -1 : 1) * (1 + 2 * chance.uniform()) * deviation;
  switch (kind) {
    case "mean":
      return { kind: "constant", value: mean };
    case "constant":
      return { kind: "constant", value: short(mean + amount()) };
    case "line": {
      const level = mean + amount();
      const slope = short(amount() / half);
      return { kind: "linear", slope, intercept: short(level - slope * centre) };
    }
    case "polynomial": {
      const level = mean + amount();
      const bend = short(amount() / (half * half));
      const tilt = short(-2 * bend * centre);
      const base = short(level - tilt * centre - bend * centre * centre);
      return { kind: "polynomial", coefficients: [base, tilt, bend] };
    }
  }
}

/**
 * The level of a law at 100 even points in [−100, 100], where the released generator takes the mean
 * of a function; its deviation is never 0.
 */
export function levelOf(rule: Law | Approximated): Level {
  const values = [...realValues(evaluateRule(rule, [GRID]))].filter(Number.isFinite);
  if (values.length === 0) return { mean: 0, deviation: 1 };
  const mean = average(values);
  const deviation = Math.sqrt(average(values.map((value) => (value - mean) * (value - mean))));
  return { mean, deviation: deviation > 0 ? deviation : Math.max(1, Math.abs(mean) / 10) };
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The nearest short decimal: a tenth, or two digits below 1, or six above 100,000; never −0. */
function short(value: number): number {
  const size = Math.abs(value);
  if (size < 1) return Number(value.toPrecision(2)) + 0;
  return size < 100_000 ? Math.round(value * 10) / 10 + 0 : Number(value.toPrecision(6));
}
