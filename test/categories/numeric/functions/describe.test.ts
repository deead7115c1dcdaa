import { describe, expect, it } from "vitest";
import { describe as describeSpec, render } from "../../../../src/categories/numeric/index.ts";
import type { Law, NumericSpec } from "../../../../src/categories/numeric/index.ts";

const line: Law = { kind: "linear", slope: -2, intercept: 1 };
const sine: Law = { kind: "sine", amplitude: 3, period: 2.5, shift: -0.5, offset: -1 };

const examples: readonly (readonly [NumericSpec, string, string])[] = [
  [line, "f(x) is a straight line in x with slope minus 2 and intercept 1.", "f(x) = −2·x + 1"],
  [
    { kind: "polynomial", coefficients: [-1, 1, 0, -2.5] },
    "f(x) is the polynomial minus 2.5x³ plus x minus 1.",
    "f(x) = −2.5·x³ + x − 1",
  ],
  [
    { kind: "compose", outer: line, inner: { kind: "sum", terms: [sine, line] } },
    "f(x) is a straight line in u with slope minus 2 and intercept 1, where u is the sum of " +
      "(a) a sine wave in x with amplitude 3 and period 2.5, shifted left by 0.5 and down by 1; " +
      "and (b) a straight line in x with slope minus 2 and intercept 1.",
    "f(x) = −2·u + 1, where u = 3·sin((2π/2.5)·(x + 0.5)) − 1 + (−2·x + 1)",
  ],
  [
    {
      kind: "noised",
      inner: {
        kind: "corrupted",
        inner: line,
        regions: [{ from: null, to: -3, replacement: { kind: "constant", value: -7 } }],
        spread: 0.1,
        scatter: "per-input",
      },
      distribution: "uniform",
      scale: 2,
    },
    "f(x) is a straight line in x with slope minus 2 and intercept 1. " +
      "For x at or below minus 3 this rule does not hold: there f(x) is the constant minus 7 instead. " +
      "In that stretch every answer is scattered around this value by normal noise with mean 0 and " +
      "standard deviation 0.1, always the same at the same x. " +
      "Every answer carries added uniform noise between minus 2 and 2, drawn anew each time.",
    "f(x) = −7 for x ≤ −3; −2·x + 1 otherwise (In that stretch every answer is scattered around " +
      "this value by normal noise with mean 0 and standard deviation 0.1, always the same at the " +
      "same x.) (Every answer carries added uniform noise between minus 2 and 2, drawn anew each time.)",
  ],
];

describe("a function in words and as a formula", () => {
  it.each(examples)("%j", (spec, words, formula) => {
    expect(describeSpec(spec)).toBe(words);
    expect(render(spec, "formula")).toBe(formula);
  });
});
