import type { Reading } from "../laboratory.ts";

/** Real answers as columns. */
export interface Sample {
  readonly xs: Float64Array;
  readonly ys: Float64Array;
}

/** The answers that have a real part. */
export function sampleOf(readings: readonly Reading[]): Sample {
  const known = readings.filter(({ y }) => Number.isFinite(y));
  return {
    xs: Float64Array.from(known, ({ x }) => x),
    ys: Float64Array.from(known, ({ y }) => y),
  };
}
