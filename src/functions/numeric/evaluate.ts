import { addColumns, multiplyColumns, realValues, undefineWhereMissing } from "./column.ts";
import type { NumericColumn } from "./column.ts";
import { corruptionOf, covers, isComposition, lawOf } from "./inspect.ts";
import { meaningOf } from "./meaning.ts";
import type { CorruptedRegion, Law, NumericSpec } from "./spec.ts";

/**
 * The noise-free truth: the law, and in each corrupted region the centre of its replacement, also
 * where the law has no value.
 */
export function evaluate(spec: NumericSpec, xs: Float64Array): NumericColumn {
  const column = evaluateLaw(lawOf(spec), xs);
  for (const region of corruptionOf(spec)?.regions ?? []) replace(column, region, xs);
  return column;
}

/** A law at each input; the arrays are new. */
export function evaluateLaw(law: Law, xs: Float64Array): NumericColumn {
  if (!isComposition(law)) {
    const { real, imaginary } = meaningOf(law);
    return { re: xs.map(real), im: imaginary && xs.map(imaginary) };
  }
  switch (law.kind) {
    case "sum":
      return law.terms.map((term) => evaluateLaw(term, xs)).reduce(addColumns);
    case "product":
      return law.factors.map((factor) => evaluateLaw(factor, xs)).reduce(multiplyColumns);
    case "compose": {
      const between = realValues(evaluateLaw(law.inner, xs));
      const column = evaluateLaw(law.outer, between);
      undefineWhereMissing(column, between);
      return column;
    }
  }
}

function replace({ re, im }: NumericColumn, region: CorruptedRegion, xs: Float64Array): void {
  const { real } = meaningOf(region.replacement);
  xs.forEach((x, i) => {
    if (!covers(region, x)) return;
    re[i] = real(x);
    if (im !== null) im[i] = 0;
  });
}
