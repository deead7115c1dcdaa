import * as fc from "fast-check";
import type { Complex, Output, RunOutcome } from "../../../../src/contract/index.ts";
import type { IndexRange, ValueColumn } from "../../../../src/scoring/index.ts";

/** A value of a column in a test; NaN for none. */
export type Point = number | Complex;

/** The column of some values. */
export function column(values: readonly Point[]): ValueColumn {
  const parts = values.map((value) => (typeof value === "number" ? { re: value, im: 0 } : value));
  return {
    re: Float64Array.from(parts, ({ re }) => re),
    im: parts.every(({ im }) => im === 0) ? null : Float64Array.from(parts, ({ im }) => im),
  };
}

/** Code that gave some values; NaN for none. */
export function gave(values: readonly Point[]): RunOutcome {
  return { kind: "ran", outputs: values.map(outputOf) };
}

/** What code gives by returning a value. */
export function outputOf(value: Point): Output {
  return typeof value === "number" && !Number.isFinite(value)
    ? { kind: "undefined" }
    : { kind: "value", value };
}

/** All points of some values. */
export function allOf(values: { readonly length: number }): IndexRange {
  return { start: 0, end: values.length };
}

/** Numbers of a moderate size, on a grid fine enough for anything. */
export const finite = fc.integer({ min: -1e6, max: 1e6 }).map((n) => n / 1000);
/** Real and complex numbers, and now and then no value. */
export const anyPoint: fc.Arbitrary<Point> = fc.oneof(
  { weight: 6, arbitrary: finite },
  { weight: 2, arbitrary: fc.record({ re: finite, im: finite }) },
  { weight: 1, arbitrary: fc.constant(NaN) },
);
/** Some points. */
export const points = fc.array(anyPoint, { minLength: 1, maxLength: 40 });

/** A value multiplied by a number. */
export function times(value: Point, by: number): Point {
  return typeof value === "number" ? value * by : { re: value.re * by, im: value.im * by };
}
