import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { leastSquaresSolver, solveLeastSquares } from "../../../src/core/index.ts";

const number = fc.integer({ min: -10_000, max: 10_000 }).map((thousandths) => thousandths / 1000);
const size = fc.constantFrom(1, 2, 3, 5);
/** Columns with more rows than columns, a target, and factors. */
const system = size.chain((count) =>
  fc.record({
    columns: fc.array(fc.array(number, { minLength: 9, maxLength: 9 }), {
      minLength: count,
      maxLength: count,
    }),
    ys: fc.array(number, { minLength: 9, maxLength: 9 }),
    factors: fc.array(number, { minLength: count, maxLength: count }),
  }),
);

const column = (values: readonly number[]): Float64Array => Float64Array.from(values);
const dot = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Array.from(a).reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
const predict = (
  columns: readonly (readonly number[])[],
  factors: ArrayLike<number>,
): readonly number[] =>
  (columns[0] ?? []).map((_, i) =>
    columns.reduce((sum, c, j) => sum + (c[i] ?? 0) * (factors[j] ?? 0), 0),
  );

describe("laws of least squares", () => {
  it("what is left stands at right angles to every column", () =>
    fc.assert(
      fc.property(system, ({ columns, ys }) => {
        const { coefficients, error } = solveLeastSquares(columns.map(column), column(ys));
        const fitted = predict(columns, coefficients);
        const rest = ys.map((y, i) => y - (fitted[i] ?? 0));
        const most = Math.max(1, ...Array.from(coefficients, Math.abs));
        for (const each of columns)
          expect(Math.abs(dot(each, rest)) / (Math.hypot(...each) || 1)).toBeLessThan(1e-9 * most);
        expect(error).toBeCloseTo(dot(rest, rest), 6);
        const residuals = solveLeastSquares(columns.map(column), column(ys)).residuals();
        expect(error).toBeCloseTo(dot(residuals, residuals), 9);
        rest.forEach((left, i) =>
          expect(Math.abs(left - (residuals[i] ?? NaN))).toBeLessThan(1e-9 * most),
        );
      }),
    ));

  it("nothing is left of a target that the columns add up to", () =>
    fc.assert(
      fc.property(system, ({ columns, factors }) => {
        const ys = predict(columns, factors);
        const { coefficients } = solveLeastSquares(columns.map(column), column(ys));
        const fitted = predict(columns, coefficients);
        const most = Math.max(1, ...Array.from(coefficients, Math.abs));
        ys.forEach((y, i) => expect(Math.abs(y - (fitted[i] ?? 0))).toBeLessThan(1e-9 * most));
      }),
    ));

  it("a column on another scale has its factor on the other, the rest stays", () =>
    fc.assert(
      fc.property(system, fc.constantFrom(-40, -7, 3, 60), ({ columns, ys }, power) => {
        const scaled = columns.map((each, j) => each.map((v) => (j === 0 ? v * 2 ** power : v)));
        const plain = solveLeastSquares(columns.map(column), column(ys));
        const other = solveLeastSquares(scaled.map(column), column(ys));
        expect(other.rank).toBe(plain.rank);
        expect((other.coefficients[0] ?? 0) * 2 ** power).toBe(plain.coefficients[0]);
        expect(other.error).toBe(plain.error);
      }),
    ));

  it("a weight counts as so many equal rows, squared", () =>
    fc.assert(
      fc.property(system, ({ columns, ys }) => {
        const twice = (values: readonly number[]) => column([...values, ...values.slice(0, 3)]);
        const weights = Float64Array.from(ys, (_, i) => (i < 3 ? Math.SQRT2 : 1));
        const repeated = solveLeastSquares(columns.map(twice), twice(ys));
        const weighted = solveLeastSquares(columns.map(column), column(ys), { weights });
        expect(weighted.error).toBeCloseTo(repeated.error, 6);
      }),
    ));

  it("a solver answers as often as it is asked, and each time as if for the first", () =>
    fc.assert(
      fc.property(system, ({ columns, ys }) => {
        const solve = leastSquaresSolver(columns.map(column), ys.length);
        const [first, other] = [column(ys), column(ys.map((y) => 1 - y))];
        for (const each of [first, other, first])
          expect(solve(each)).toMatchObject({
            ...solveLeastSquares(columns.map(column), each),
            residuals: expect.any(Function) as unknown,
          });
      }),
    ));

  it("a column that was there before counts for nothing", () =>
    fc.assert(
      fc.property(system, ({ columns, ys }) => {
        const plain = solveLeastSquares(columns.map(column), column(ys));
        const again = solveLeastSquares([...columns, ...columns].map(column), column(ys));
        expect(again.rank).toBe(plain.rank);
        expect(again.coefficients.slice(columns.length).every((factor) => factor === 0)).toBe(true);
      }),
    ));
});

it("fits the line 1 + 2x through three points by hand", () => {
  const columns = [column([1, 1, 1]), column([0, 1, 2])];
  const { coefficients, error, rank } = solveLeastSquares(columns, column([0, 3, 6]));
  expect([...coefficients].map((value) => Number(value.toFixed(12)) + 0)).toEqual([0, 3]);
  expect(error).toBeCloseTo(0, 20);
  expect(rank).toBe(2);
});

it("leaves its arguments as they are", () => {
  const [one, ys] = [column([1, 2]), column([3, 4])];
  solveLeastSquares([one], ys);
  expect([[...one], [...ys]]).toEqual([
    [1, 2],
    [3, 4],
  ]);
});

it("gives 0 for columns that are empty, infinite or 0", () => {
  for (const values of [
    [0, 0],
    [Infinity, 1],
    [NaN, NaN],
  ]) {
    const { coefficients, rank } = solveLeastSquares([column(values)], column([1, 2]));
    expect([...coefficients, rank]).toEqual([0, 0]);
  }
  expect(solveLeastSquares([], column([1, 2]))).toMatchObject({ rank: 0 });
  expect(solveLeastSquares([column([])], column([]))).toMatchObject({ rank: 0, error: 0 });
});
