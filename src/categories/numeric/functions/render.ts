import { subscript } from "./english.ts";
import { renderFormula } from "./formula.ts";
import { renderJavaScript } from "./javascript.ts";
import { renderPython } from "./python.ts";
import { renderingOf } from "./rendering.ts";
import type { NumericSpec } from "./spec.ts";

/** A form that a function can be written in. */
export type Notation = "python" | "javascript" | "formula";

/**
 * The noise-free truth, as `evaluate` computes it, in the same operations: a function `f` in
 * Python or JavaScript, or a formula on one line. Where there is no value Python gives `math.nan`
 * (and raises where the argument of a sine overflows, near 1e308), JavaScript something that is
 * not finite. A complex value is Python's `complex`, or `{ re, im }`. Several arguments are x, y and
 * z, or from four on x1, x2, …
 */
export function render(spec: NumericSpec, notation: Notation): string {
  switch (notation) {
    case "python":
      return renderPython(renderingOf(spec));
    case "javascript":
      return renderJavaScript(renderingOf(spec));
    case "formula":
      return renderFormula(renderingOf(spec, subscript));
  }
}
