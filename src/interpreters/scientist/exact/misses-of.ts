import { evaluate } from "../../../categories/numeric/index.ts";
import type { Law } from "../../../categories/numeric/index.ts";
import type { Reading } from "../laboratory.ts";
import { magnitudeOf } from "./magnitude-of.ts";

/** What differences of rounding amount to, relative to what is added up. */
const ROUNDING = 1e-9;

/** The readings that a law does not agree with but for rounding, in their own order. */
export function missesOf(law: Law, readings: readonly Reading[]): readonly Reading[] {
  const { re, im } = evaluate(
    law,
    Float64Array.from(readings, ({ x }) => x),
  );
  return readings.filter((reading, i) => !agrees(law, reading, re[i] ?? NaN, im?.[i] ?? 0));
}

function agrees(law: Law, { x, y, im }: Reading, re: number, imaginary: number): boolean {
  if (!Number.isFinite(re) || !Number.isFinite(imaginary)) return Number.isNaN(y);
  if (Number.isNaN(y)) return false;
  const gap = Math.abs(re - y) + Math.abs(imaginary - im);
  return gap === 0 || gap <= ROUNDING * Math.max(Math.abs(y), magnitudeOf(law, x));
}
