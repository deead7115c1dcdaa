import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Output, Score } from "../../../../src/contract/index.ts";
import { centredError } from "../../../../src/categories/numeric/scorers/centred-error.ts";
import { skill } from "../../../../src/categories/numeric/scorers/centred-error.ts";
import { allOf, column, finite, gave, outputOf } from "./columns.ts";
import type { Point } from "./columns.ts";

const errorOf = (truth: readonly Point[], guess: readonly Point[]): Score =>
  centredError(column(truth), gave(guess), allOf(truth));
const valueOf = (score: Score): number => (score.kind === "scored" ? score.value : NaN);
const scored = (value: number): Score => ({ kind: "scored", value });
const complex = fc.record({ re: finite, im: finite });
/** Truths that vary. */
const truths = fc
  .array(fc.oneof(finite, complex), { minLength: 1, maxLength: 40 })
  .map((list) => [2000, -2000, ...list]);

describe("centredError", () => {
  it("is 0 for the truth, 1 for its mean, and never negative or NaN", () => {
    fc.assert(
      fc.property(truths, truths, (truth, other) => {
        expect(errorOf(truth, truth)).toEqual(scored(0));
        const mean = (part: "re" | "im"): number =>
          truth.reduce<number>(
            (sum, f) => sum + (typeof f === "number" ? (part === "re" ? f : 0) : f[part]),
            0,
          ) / truth.length;
        const average = { re: mean("re"), im: mean("im") };
        expect(
          valueOf(
            errorOf(
              truth,
              truth.map(() => average),
            ),
          ),
        ).toBeCloseTo(1, 9);
        const guess = truth.map((_, index) => other[index % other.length] ?? 0);
        expect(valueOf(errorOf(truth, guess))).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it("is ε² for an answer off by ε times the distance from the mean, shifts and units aside", () => {
    fc.assert(
      fc.property(fc.array(finite, { minLength: 2, maxLength: 30 }), finite, (list, shift) => {
        const around = [...list, ...list.map((x) => -x), 1000, -1000];
        const truth = around.map((x) => x + shift);
        const guess = around.map((x) => 1.5 * x + shift);
        expect(valueOf(errorOf(truth, guess))).toBeCloseTo(0.25, 6);
        const scaledUp = (values: readonly number[]) => values.map((x) => x * 1e150);
        expect(valueOf(errorOf(scaledUp(truth), scaledUp(guess)))).toBeCloseTo(0.25, 6);
      }),
    );
  });

  it("leaves out points without a truth, whatever the code does there", () => {
    const outputs: Output[] = [
      outputOf(1),
      { kind: "threw", message: "log of −1" },
      outputOf(3),
      outputOf(5),
    ];
    const truth = column([1, NaN, 3, 5]);
    expect(centredError(truth, { kind: "ran", outputs }, allOf(outputs))).toEqual(scored(0));
  });

  it("is lost to one exception or one output that is no number", () => {
    const withOutput = (output: Output): Score =>
      centredError(
        column([1, 2, 3]),
        { kind: "ran", outputs: [outputOf(1), output, outputOf(3)] },
        { start: 0, end: 3 },
      );
    expect(withOutput({ kind: "threw", message: "why" })).toEqual({
      kind: "unscored",
      reason: "code-threw",
      detail: "hidden input 2: why",
    });
    expect(withOutput({ kind: "undefined" })).toMatchObject({ reason: "output-not-a-number" });
    expect(withOutput(outputOf(1e308))).toMatchObject({ reason: "output-not-a-number" });
    expect(centredError(column([1, 2]), { kind: "timed-out" }, { start: 0, end: 2 })).toMatchObject(
      { reason: "code-timed-out" },
    );
  });

  it("is not to be had of a truth that does not vary but for rounding", () => {
    const constant: Score = { kind: "unscored", reason: "constant-truth" };
    expect(errorOf([0, 0], [0, 0])).toEqual(constant);
    expect(errorOf([7.3, 7.3, NaN], [1, 2, 3])).toEqual(constant);
    expect(errorOf([0.1 + 0.2, 0.3], [0.3, 0.3])).toEqual(constant);
    expect(errorOf([NaN, NaN], [1, 2])).toEqual(constant);
    expect(errorOf([1e-30, 2e-30], [1e-30, 2e-30])).toEqual(scored(0));
  });
});

describe("skill", () => {
  const errors = fc.double({ min: 1e-12, max: 1e3, noNaN: true });

  it("counts halvings, mirrors when the sides change places, and is clipped", () => {
    fc.assert(
      fc.property(errors, errors, (error, lookup) => {
        const bits = valueOf(skill(scored(error), scored(lookup)));
        expect(bits).toBeCloseTo(Math.max(-20, Math.min(20, Math.log2(lookup / error))), 9);
        expect(valueOf(skill(scored(lookup), scored(error)))).toBeCloseTo(-bits, 9);
      }),
    );
    expect(skill(scored(0), scored(0))).toEqual(scored(0));
    expect(skill(scored(0), scored(1e-300))).toEqual(scored(20));
    expect(skill(scored(1e-300), scored(0))).toEqual(scored(-20));
  });

  it("is not to be had without both errors", () => {
    const threw: Score = { kind: "unscored", reason: "code-threw" };
    expect(skill(threw, scored(1))).toEqual(threw);
    expect(skill(scored(1), threw)).toMatchObject({ reason: "no-lookup", detail: "code-threw" });
  });
});
