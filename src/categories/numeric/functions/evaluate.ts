import { BenchError } from "../../../core/index.ts";
import { addColumns, multiplyColumns, realValues, undefineWhereMissing } from "./column.ts";
import type { NumericColumn } from "./column.ts";
import { familyOf } from "./families.ts";
import { columnsFor } from "./inputs.ts";
import type { Columns, NumericInputs } from "./inputs.ts";
import { corruptionOf, covers, isAtom, ruleOf } from "./inspect.ts";
import { evaluateNetwork } from "./network.ts";
import type { Approximated, CorruptedRegion, Law, NumericSpec, Piecewise } from "./spec.ts";

/**
 * The noise-free truth: the law, or the network in its place, and in each corrupted region the
 * centre of its replacement, also where the law has no value.
 */
export function evaluate(spec: NumericSpec, inputs: NumericInputs): NumericColumn {
  const columns = columnsFor(spec, inputs);
  const column = evaluateRule(ruleOf(spec), columns);
  for (const region of corruptionOf(spec)?.regions ?? []) replace(column, region, columns[0]);
  return column;
}

/** A law, or the network in its place, at each input; the arrays are new. */
export function evaluateRule(rule: Law | Approximated, columns: Columns): NumericColumn {
  if (rule.kind !== "approximated") return evaluateLaw(rule, columns);
  return { re: evaluateNetwork(rule, columns[0]), im: null };
}

/** A law at each input; the arrays are new. */
export function evaluateLaw(law: Law, columns: Columns): NumericColumn {
  if (isAtom(law)) {
    const family = familyOf(law.kind);
    const imaginary = family.imaginary?.(law) ?? null;
    const [xs] = columns;
    return { re: xs.map(family.real(law)), im: imaginary && xs.map(imaginary) };
  }
  switch (law.kind) {
    case "argument":
      return { re: argument(columns, law.index).slice(), im: null };
    case "sum":
      return law.terms.map((term) => evaluateLaw(term, columns)).reduce(addColumns);
    case "product":
      return law.factors.map((factor) => evaluateLaw(factor, columns)).reduce(multiplyColumns);
    case "compose": {
      const between = realValues(evaluateLaw(law.inner, columns));
      const [, ...rest] = columns;
      const column = evaluateLaw(law.outer, [between, ...rest]);
      undefineWhereMissing(column, between);
      return column;
    }
    case "piecewise":
      return evaluatePieces(law, columns);
  }
}

function evaluatePieces({ pieces }: Piecewise, columns: Columns): NumericColumn {
  const [xs] = columns;
  const parts = pieces.map(({ law }) => evaluateLaw(law, columns));
  const chosen = Array.from(xs, (x) => pieces.findIndex(({ upTo }) => upTo === null || x <= upTo));
  const re = xs.map((_, i) => parts[chosen[i] ?? 0]?.re[i] ?? NaN);
  if (parts.every(({ im }) => im === null)) return { re, im: null };
  return { re, im: xs.map((_, i) => parts[chosen[i] ?? 0]?.im?.[i] ?? 0) };
}

function argument(columns: Columns, index: number): Float64Array {
  const column = columns[index];
  if (column !== undefined) return column;
  throw new BenchError(
    "bad-argument",
    `Expected a column for argument ${index + 1}; got ${columns.length} columns; hand in the others`,
  );
}

function replace({ re, im }: NumericColumn, region: CorruptedRegion, xs: Float64Array): void {
  const real = familyOf(region.replacement.kind).real(region.replacement);
  xs.forEach((x, i) => {
    if (!covers(region, x)) return;
    re[i] = real(x);
    if (im !== null) im[i] = 0;
  });
}
