import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codeFor } from "../../../src/interpreters/surveyor/code.ts";
import { compile } from "../../../src/interpreters/surveyor/compile.ts";
import { constantsOf, withConstants } from "../../../src/interpreters/surveyor/constants.ts";
import { operandsOf } from "../../../src/interpreters/surveyor/expression.ts";
import type { Expression } from "../../../src/interpreters/surveyor/expression.ts";
import { formulaOf } from "../../../src/interpreters/surveyor/print.ts";
import { exactMath, runJavaScript, runPython } from "../../laws/run-rendering.ts";
import { arbitraryExpression } from "./arbitrary-expression.ts";

const inputs = [-7.25, -1, 0.3, 2, 11.5];

function sourceOf(expression: Expression, language: "javascript" | "python"): string {
  return codeFor(
    {
      kind: "rule",
      expression,
      exceptions: [],
      noise: null,
      standing: "verified",
      confidence: 1,
      isComplex: false,
    },
    language,
  ).source;
}

/** Whether code gave what was wanted, where that is of a size to compare. */
function isAlike(got: unknown, wanted: number): boolean {
  if (!(Math.abs(wanted) < 1e200)) return true;
  const tolerance = 1e-9 * Math.max(1, Math.abs(wanted));
  return typeof got === "number" && Math.abs(got - wanted) <= tolerance;
}

/** Python stops at a division by zero, where JavaScript goes on with an infinity. */
function isFiniteThroughout(expression: Expression): boolean {
  return (
    inputs.every((x) => Math.abs(compile(expression)(x)) < 1e100) &&
    operandsOf(expression).every(isFiniteThroughout)
  );
}

describe("the code of an expression", () => {
  it("computes in JavaScript what the expression computes", () =>
    fc.assert(
      fc.property(arbitraryExpression, (expression) => {
        const f = compile(expression);
        const points = runJavaScript(
          sourceOf(expression, "javascript"),
          [Float64Array.from(inputs)],
          {
            ...Math,
            ...exactMath,
            sign: Math.sign,
            max: Math.max,
          },
        );
        expect(points.map((got, i) => isAlike(got, f(inputs[i] ?? NaN)))).not.toContain(false);
      }),
      { numRuns: 500 },
    ));

  it("computes in Python what the expression computes", () => {
    const drawn = fc.sample(arbitraryExpression, { numRuns: 600, seed: 7 });
    const tame = drawn.filter(isFiniteThroughout);
    expect(tame.length).toBeGreaterThan(100);
    const columns = runPython(
      tame.map((expression) => ({
        source: sourceOf(expression, "python"),
        inputs: Float64Array.from(inputs),
      })),
    );
    tame.forEach((expression, k) => {
      const alike = columns[k]?.map((got, i) =>
        isAlike(got, compile(expression)(inputs[i] ?? NaN)),
      );
      expect(alike).not.toContain(false);
      expect(alike).toHaveLength(inputs.length);
    });
  });

  it("is told in one line", () =>
    fc.assert(
      fc.property(arbitraryExpression, (expression) => {
        expect(formulaOf(expression)).toMatch(/^[^\n]+$/u);
      }),
    ));
});

describe("constants", () => {
  it("can be taken out and put back", () =>
    fc.assert(
      fc.property(arbitraryExpression, (expression) => {
        expect(withConstants(expression, constantsOf(expression))).toEqual(expression);
      }),
    ));
});
