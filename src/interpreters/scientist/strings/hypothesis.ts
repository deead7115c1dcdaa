import type { Reading, StringAtom, StringSpec } from "../../../categories/strings/index.ts";
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
  const first = steps.find(isRead);
  const areAlike = steps.every((step) => !isRead(step) || step.reading === first?.reading);
  return areAlike ? [hypothesisOf({ kind: "chain", steps })] : [];
}

function isRead(step: StringAtom): step is Extract<StringAtom, { readonly reading: Reading }> {
  return "reading" in step;
}
