import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Output } from "../../../../src/contract/index.ts";
import { agreement } from "../../../../src/categories/numeric/scorers/agreement.ts";
import { columnOf, modulus, spreadOf } from "../../../../src/scoring/value-column.ts";
import { allOf, anyPoint, column, finite, points, times } from "./columns.ts";

const shareOf = (truth: Parameters<typeof column>[0], guess: typeof truth, scale?: number) =>
  agreement(
    column(truth),
    column(guess),
    scale ?? spreadOf(column(truth), allOf(truth)),
    allOf(truth),
  );
const pairs = fc.array(fc.tuple(anyPoint, anyPoint), { minLength: 1, maxLength: 40 });

describe("agreement", () => {
  it("is 1 for the truth itself, values or none", () => {
    fc.assert(
      fc.property(points, (truth) => {
        expect(shareOf(truth, truth)).toBe(1);
      }),
    );
  });

  it("is a share, and grows with the scale", () => {
    fc.assert(
      fc.property(pairs, fc.double({ min: 0, max: 1e4, noNaN: true }), (list, scale) => {
        const [truth, guess] = [list.map(([f]) => f), list.map(([, g]) => g)];
        const small = shareOf(truth, guess, scale) ?? NaN;
        const large = shareOf(truth, guess, 2 * scale) ?? NaN;
        expect(small).toBeGreaterThanOrEqual(0);
        expect(large).toBeLessThanOrEqual(1);
        expect(large).toBeGreaterThanOrEqual(small);
      }),
    );
  });

  it("does not depend on order, nor on the unit of values that are not tiny", () => {
    fc.assert(
      fc.property(pairs, (list) => {
        const [truth, guess] = [list.map(([f]) => f), list.map(([, g]) => g)];
        const share = shareOf(truth, guess);
        expect(shareOf(truth.toReversed(), guess.toReversed())).toBe(share);
        // The absolute 1e-9 is far below the grid of these values.
        const by = 1024;
        expect(
          shareOf(
            truth.map((f) => times(f, by)),
            guess.map((g) => times(g, by)),
          ),
        ).toBe(share);
      }),
    );
  });

  it("allows 1 % of the value or of the scale, whichever is larger, and no more", () => {
    expect(shareOf([100], [100.99], 0)).toBe(1);
    expect(shareOf([100], [101.01], 0)).toBe(0);
    expect(shareOf([0], [0.99], 100)).toBe(1);
    expect(shareOf([0], [1.01], 100)).toBe(0);
    expect(shareOf([0], [1e-9], 0)).toBe(1);
    expect(shareOf([0], [1.1e-9], 0)).toBe(0);
    expect(shareOf([{ re: 30, im: 40 }], [{ re: 30.3, im: 40.3 }], 0)).toBe(1);
    expect(shareOf([{ re: 30, im: 40 }], [{ re: 30.4, im: 40.4 }], 0)).toBe(0);
  });

  it("takes having no value for an answer: right where there is none, wrong elsewhere", () => {
    const nothing: Output[] = [
      { kind: "undefined" },
      { kind: "invalid", got: "a list" },
      { kind: "threw", message: "no" },
      { kind: "value", value: "3" },
    ];
    const guess = columnOf(nothing);
    const all = allOf(nothing);
    expect(agreement(column([NaN, Infinity, { re: 1, im: NaN }, NaN]), guess, 1, all)).toBe(1);
    expect(agreement(column([0, 1, 2, 3]), guess, 1e9, all)).toBe(0);
    expect(shareOf([NaN], [0])).toBe(0);
  });

  it("joins ranges, and has nothing to say about none", () => {
    const [truth, guess] = [column([1, 2, 3, 4]), column([1, 0, 3, 0])];
    const range = (start: number, end: number) => ({ start, end });
    expect(agreement(truth, guess, 0, range(0, 1))).toBe(1);
    expect(agreement(truth, guess, 0, range(0, 1), range(3, 4))).toBe(0.5);
    expect(agreement(truth, guess, 0, range(2, 2))).toBeNull();
  });
});

describe("spreadOf", () => {
  it("is the median distance from the median, moved by no shift and scaled by any factor", () => {
    const values = fc.array(finite, { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(values, (list) => {
        const spread = spreadOf(column(list), allOf(list));
        const moved = column(list.map((x) => 4 * x + 32));
        expect(spreadOf(moved, allOf(list))).toBeCloseTo(4 * spread, 6);
      }),
    );
    expect(spreadOf(column([1, 2, 3, 4, 100]), { start: 0, end: 5 })).toBe(1);
    expect(spreadOf(column([NaN, 5, 9]), { start: 0, end: 3 })).toBe(2);
    expect(spreadOf(column([NaN]), { start: 0, end: 1 })).toBe(0);
  });

  it("has a modulus that does not overflow", () => {
    expect(modulus(3e200, -4e200)).toBeCloseTo(5e200, -190);
    expect(modulus(0, -2)).toBe(2);
    expect(modulus(3, 4)).toBe(5);
  });
});
