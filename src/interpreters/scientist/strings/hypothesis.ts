import type { StringAtom, StringSpec } from "../../../categories/strings/index.ts";
import { bitsOf } from "./prior.ts";

/** A function that may be the function's, and how unlikely it is with its chance misses, in bits. */
export interface Hypothesis {
  readonly spec: StringSpec;
  readonly bits: number;
}

/** A function weighed before anything was asked. */
export function hypothesisOf(spec: StringSpec): Hypothesis {
  return { spec, bits: bitsOf(spec) };
}

/** Operations in a row, the first one first, if all are of one reading; otherwise none. */
export function composed(...steps: readonly StringAtom[]): readonly Hypothesis[] {
  const readings = new Set(steps.flatMap((step) => ("reading" in step ? [step.reading] : [])));
  return readings.size > 1 ? [] : [hypothesisOf({ kind: "chain", steps })];
}
