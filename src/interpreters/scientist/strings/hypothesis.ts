import type { StringAtom, StringSpec } from "../../../functions/index.ts";
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

/** Two operations in a row, the inner one first, if both are of one reading; otherwise none. */
export function composed(inner: StringAtom, outer: StringAtom): readonly Hypothesis[] {
  if ("reading" in inner && "reading" in outer && inner.reading !== outer.reading) return [];
  return [hypothesisOf({ kind: "chain", steps: [inner, outer] })];
}
