import type { Draws } from "../../core/index.ts";
import type { Region } from "../../contract/index.ts";
import { realValues } from "./column.ts";
import { evaluateLaw } from "./evaluate.ts";
import type { Corrupted, Law, Replacement } from "./spec.ts";

/** What corrupted functions to draw. */
export interface CorruptionOptions {
  /** An interval inside the domain, or all that lies below or above a boundary. */
  readonly side: "inside" | "below" | "above";
  /** `mean`: the law's own mean, as in the released functions. */
  readonly replacement: "mean" | "constant" | "line" | "polynomial";
  /** Standard deviation of the scatter around the replacement; ≥ 0. */
  readonly spread: number;
  readonly scatter: "per-input" | "per-call";
}

/** Mean and standard deviation of a law's real values. */
interface Level {
  readonly mean: number;
  readonly deviation: number;
}

/** Points in [−100, 100] at which the released generator takes the mean of a function. */
const GRID = Float64Array.from({ length: 100 }, (_, i) => -100 + i * (200 / 99));
/** Half the width of the domain in which a boundary leaves anything to be seen. */
const REACH = 128;

/** Draws a region and what stands in for the law there: off its level, on the scale of its spread. */
export function sampleCorruption(
  inner: Law,
  chance: Draws,
  { side, replacement, spread, scatter }: CorruptionOptions,
): Corrupted {
  const region = sampleRegion(side, chance);
  const stand = sampleReplacement(replacement, levelOf(inner), region, chance);
  return {
    kind: "corrupted",
    inner,
    regions: [{ ...region, replacement: stand }],
    spread,
    scatter,
  };
}

/** An interval is 5 to 25 wide and starts, as a boundary lies, on a tenth in [−100, 100]. */
function sampleRegion(side: CorruptionOptions["side"], chance: Draws): Region {
  const tenths = chance.integer(-1000, 1000);
  switch (side) {
    case "inside":
      return { from: tenths / 10, to: (tenths + chance.integer(50, 250)) / 10 };
    case "below":
      return { from: null, to: tenths / 10 };
    case "above":
      return { from: tenths / 10, to: null };
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

function levelOf(law: Law): Level {
  const values = [...realValues(evaluateLaw(law, GRID))].filter(Number.isFinite);
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
