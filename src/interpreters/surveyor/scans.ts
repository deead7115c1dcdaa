import { TAU, wholePower } from "../../core/index.ts";
import type { Operator } from "./configuration.ts";
import type { Context } from "./context.ts";
import { call, constant, power, product, shifted, sum, x } from "./expression.ts";
import type { Expression } from "./expression.ts";
import type { Target } from "./target.ts";

/** An operator with one constant inside that no linear fit can give: where to look for it. */
export interface Scan {
  readonly operator: Operator;
  /** The operator applied, for a value of the constant; two where a phase is free as well. */
  readonly make: (constant: number) => readonly Expression[];
  /** The values to begin from. */
  readonly grid: (target: Target, context: Context) => readonly number[];
}

/** sin(rate·x) and the same a quarter turn on: their sums are the sine with any phase. */
export const sineScan: Scan = {
  operator: "sin",
  make: (rate) => [
    call("sin", product(constant(rate), x)),
    call("sin", sum(product(constant(rate), x), constant(TAU / 4))),
  ],
  grid: (target, { shortestPeriod }) => {
    const step = 0.8 / widthOf(target);
    const count = Math.min(4000, Math.ceil(TAU / shortestPeriod / step));
    return Array.from({ length: count }, (_, k) => (k + 1) * step);
  },
};

/** Rates of growth and decay by the factor from one to the next. */
const RATE_FACTOR = 1.25;

/** exp(rate·x). */
export const exponentialScan: Scan = {
  operator: "exp",
  make: (rate) => [call("exp", product(constant(rate), x))],
  grid: (target) => {
    const slowest = 0.2 / widthOf(target);
    const rates = Array.from({ length: 56 }, (_, k) => slowest * wholePower(RATE_FACTOR, k));
    return rates.flatMap((rate) => [rate, -rate]);
  },
};

/** |x − shift|. */
export const kinkScan: Scan = {
  operator: "abs",
  make: (shift) => [call("abs", shifted(shift))],
  grid: between,
};

/** 1/(x − shift). */
export const poleScan: Scan = {
  operator: "power",
  make: (shift) => [power(shifted(shift), -1)],
  grid: between,
};

/** log(x − shift); only shifts left of all points give values. */
export const logarithmScan: Scan = {
  operator: "log",
  make: (shift) => [call("log", shifted(shift))],
  grid: before,
};

/** (x − shift)^0.5. */
export const rootScan: Scan = {
  operator: "power",
  make: (shift) => [power(shifted(shift), 0.5)],
  grid: before,
};

function between({ xs }: Target): readonly number[] {
  const sorted = xs.toSorted();
  return Array.from(sorted.subarray(1), (right, i) => (right + (sorted[i] ?? right)) / 2);
}

function before({ xs }: Target): readonly number[] {
  const first = xs.reduce((least, each) => Math.min(least, each), Infinity);
  return Array.from({ length: 24 }, (_, k) => first - 1e-3 * wholePower(1.6, k));
}

function widthOf({ xs }: Target): number {
  const low = xs.reduce((least, each) => Math.min(least, each), Infinity);
  const high = xs.reduce((most, each) => Math.max(most, each), -Infinity);
  return high - low || 1;
}

/** The step at a place. */
export const stepScan: Scan = {
  operator: "step",
  make: (shift) => [call("step", shifted(shift))],
  grid: between,
};
