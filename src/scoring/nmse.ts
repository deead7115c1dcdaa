import type { Complex, Output, RunOutcome, Score, UnscoredReason } from "../contract/index.ts";
import { BenchError } from "../core/index.ts";

/** What the black box gave at the test points; NaN or an infinity where it has no value. */
export interface TruthColumn {
  readonly re: Float64Array;
  /** Imaginary parts; `null` where all are 0. */
  readonly im: Float64Array | null;
}

/**
 * The normalised squared error Σ|f − g|² / Σ|f|² of code (g) against the truth (f), not centred, as
 * released: https://github.com/multimodal-interpretability/FIND/blob/e93e1b3a7d79446ef5a03432c27212ef52b6b183/src/evaluate_interpretations/mse_indicator.py.
 * Points where f is not finite are left out, whatever the code does there; at any other point one
 * exception, or one output that is no number, costs the whole score.
 */
export function nmse(truth: TruthColumn, guess: RunOutcome): Score {
  switch (guess.kind) {
    case "not-loaded":
      return unscored("code-not-loaded", guess.message);
    case "timed-out":
      return unscored("code-timed-out");
    case "out-of-memory":
      return unscored("code-out-of-memory");
    case "no-sandbox":
      return unscored("no-sandbox", guess.remedy);
    case "ran":
      return nmseOfOutputs(truth, guess.outputs);
  }
}

function nmseOfOutputs(truth: TruthColumn, outputs: readonly Output[]): Score {
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

function requireSameLength({ re, im }: TruthColumn, outputs: readonly Output[]): void {
  if (outputs.length !== re.length || (im !== null && im.length !== re.length))
    throw new BenchError(
      "internal",
      `Expected one output per test point, ${re.length}; got ${outputs.length}`,
    );
}

function truthAt({ re, im }: TruthColumn, index: number): Complex | null {
  const value = { re: re[index] ?? NaN, im: im === null ? 0 : (im[index] ?? NaN) };
  return hasFiniteParts(value) ? value : null;
}

function hasFiniteParts({ re, im }: Complex): boolean {
  return Number.isFinite(re) && Number.isFinite(im);
}

function squared(re: number, im: number): number {
  return re * re + im * im;
}

/** Text is no number, even where it spells one: the released subtraction raises on it. */
function numberOf(output: Output): Complex | null {
  if (output.kind !== "value" || typeof output.value === "string") return null;
  const number = typeof output.value === "number" ? { re: output.value, im: 0 } : output.value;
  return hasFiniteParts(number) ? number : null;
}

function unusable(output: Output, point: string): Score {
  switch (output.kind) {
    case "threw":
      return unscored("code-threw", `${point}: ${output.message}`);
    case "value":
      return unscored("output-not-a-number", `${point}: got ${JSON.stringify(output.value)}`);
    case "undefined":
      return unscored("output-not-a-number", `${point}: got no value`);
    case "invalid":
      return unscored("output-not-a-number", `${point}: got ${output.got}`);
  }
}

const LONGEST_DETAIL = 200;

/** A score that could not be given, with what a reader needs to see why, cut to one short line. */
export function unscored(reason: UnscoredReason, detail?: string): Score {
  if (detail === undefined || detail === "") return { kind: "unscored", reason };
  const line = detail.replaceAll(/\s+/g, " ").trim();
  const cut = line.length > LONGEST_DETAIL ? `${line.slice(0, LONGEST_DETAIL - 1)}…` : line;
  return { kind: "unscored", reason, detail: cut };
}
