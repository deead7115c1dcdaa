import type { Complex, Output, RunOutcome, Score } from "../contract/index.ts";
import { BenchError } from "../core/index.ts";
import { withoutOutputs } from "./guess.ts";
import { hasFiniteParts, numberOf, unusable } from "./output-number.ts";
import { unscored } from "./unscored.ts";
import type { ValueColumn } from "./value-column.ts";

/**
 * The normalised squared error Σ|f − g|² / Σ|f|² of code (g) against the truth (f), not centred, as
 * released: https://github.com/multimodal-interpretability/FIND/blob/e93e1b3a7d79446ef5a03432c27212ef52b6b183/src/evaluate_interpretations/mse_indicator.py.
 * Points where f is not finite are left out, whatever the code does there; at any other point one
 * exception, or one output that is no number, costs the whole score.
 */
export function nmse(truth: ValueColumn, guess: RunOutcome): Score {
  return guess.kind === "ran" ? nmseOfOutputs(truth, guess.outputs) : withoutOutputs(guess);
}

function nmseOfOutputs(truth: ValueColumn, outputs: readonly Output[]): Score {
  requireSameLength(truth, outputs);
  let error = 0;
  let energy = 0;
  for (const [index, output] of outputs.entries()) {
    const f = truthAt(truth, index);
    if (f === null) continue;
    const g = numberOf(output);
    if (g === null) return unusable(output, `test point ${index + 1} of ${outputs.length}`);
    error += squared(f.re - g.re, f.im - g.im);
    energy += squared(f.re, f.im);
  }
  if (energy === 0) return unscored("zero-energy");
  const value = error / energy;
  return Number.isFinite(value) && Number.isFinite(energy)
    ? { kind: "scored", value }
    : unscored("output-not-a-number", "the squared error overflows");
}

function requireSameLength({ re, im }: ValueColumn, outputs: readonly Output[]): void {
  if (outputs.length !== re.length || (im !== null && im.length !== re.length))
    throw new BenchError(
      "internal",
      `Expected one output per test point, ${re.length}; got ${outputs.length}; report this`,
    );
}

function truthAt({ re, im }: ValueColumn, index: number): Complex | null {
  const value = { re: re[index] ?? NaN, im: im === null ? 0 : (im[index] ?? NaN) };
  return hasFiniteParts(value) ? value : null;
}

function squared(re: number, im: number): number {
  return re * re + im * im;
}
