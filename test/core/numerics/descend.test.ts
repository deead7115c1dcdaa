import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { descend } from "../../../src/core/index.ts";
import type { DescentOptions, Misfit } from "../../../src/core/index.ts";

const places = Float64Array.from({ length: 30 }, (_, i) => i / 5 - 3);
const tenths = fc.integer({ min: -50, max: 50 }).map((value) => value / 10);

const options = (other: Partial<DescentOptions> = {}): DescentOptions => ({
  rounds: 60,
  nudge: (value) => 1e-6 * (Math.abs(value) || 1),
  isDone: () => false,
  ...other,
});

function misfitOf(model: (parameters: readonly number[], x: number) => number, ys: Float64Array) {
  const misfit: Misfit = (parameters) => {
    const residuals = places.map((x, i) => (ys[i] ?? NaN) - model(parameters, x));
    return { cost: residuals.reduce((sum, r) => sum + r * r, 0), residuals: () => residuals };
  };
  return misfit;
}

const bell = ([height = 0, middle = 0]: readonly number[], x: number): number =>
  height / (1 + (x - middle) * (x - middle));
const line = ([a = 0, b = 0]: readonly number[], x: number): number => a + b * x;

describe("a descent", () => {
  it("finds the truth from a start that is near", () =>
    fc.assert(
      fc.property(
        fc.constantFrom(-4, -1, 2, 5),
        fc.constantFrom(-2, -0.5, 0, 1.5),
        fc.double({ min: -0.3, max: 0.3, noNaN: true }),
        (height, middle, off) => {
          const misfit = misfitOf(
            bell,
            places.map((x) => bell([height, middle], x)),
          );
          const found = descend(misfit, [height * (1 + off), middle + off], options());
          expect(found?.parameters[0]).toBeCloseTo(height, 6);
          expect(found?.parameters[1]).toBeCloseTo(middle, 6);
        },
      ),
    ));

  it("never ends above where it began, and its cost is that of its end", () =>
    fc.assert(
      fc.property(tenths, tenths, tenths, tenths, (a, b, c, d) => {
        const misfit = misfitOf(
          bell,
          places.map((x) => bell([a, b], x)),
        );
        const found = descend(misfit, [c, d], options({ rounds: 8 }));
        expect(found?.cost).toBeLessThanOrEqual(misfit([c, d])?.cost ?? NaN);
        expect(found?.cost).toBe(misfit(found?.parameters ?? [])?.cost);
      }),
    ));

  it("ends at the same place when a parameter is measured in other units", () =>
    fc.assert(
      fc.property(tenths, tenths, fc.constantFrom(2 ** -20, 2 ** 20), (a, b, unit) => {
        const ys = places.map((x) => line([a, b], x));
        const plain = descend(misfitOf(line, ys), [0, 1], options());
        const scaled = misfitOf(
          ([first = 0, second = 0], x) => line([first, second * unit], x),
          ys,
        );
        const other = descend(scaled, [0, 1 / unit], options());
        expect((other?.parameters[1] ?? NaN) * unit).toBeCloseTo(plain?.parameters[1] ?? NaN, 8);
      }),
    ));

  it("moves what can be told where two parameters do the same", () => {
    const twice = misfitOf(
      ([a = 0, b = 0], x) => (a + b) * x,
      places.map((x) => 3 * x),
    );
    const found = descend(twice, [1, 1], options());
    const [a = NaN, b = NaN] = found?.parameters ?? [];
    expect(a + b).toBeCloseTo(3, 6);
  });

  it("stays within bounds, as near to the least as they allow", () => {
    const misfit = misfitOf(
      line,
      places.map((x) => line([7, 1], x)),
    );
    const within = ([a = 0, b = 0]: readonly number[]) => [Math.min(a, 5), b];
    const found = descend(misfit, [0, 0], options({ within }));
    expect(found?.parameters[0]).toBeCloseTo(5, 6);
  });

  it("ends where it is told to, and takes no more rounds than it may", () => {
    const misfit = misfitOf(
      bell,
      places.map((x) => bell([3, 1], x)),
    );
    const begun = misfit([1, 0])?.cost ?? NaN;
    expect(descend(misfit, [1, 0], options({ rounds: 0 }))?.cost).toBe(begun);
    let asked = 0;
    const isDone = (before: number, after: number): boolean => {
      asked += 1;
      expect(after).toBeLessThan(before);
      return true;
    };
    expect(descend(misfit, [1, 0], options({ isDone }))?.cost).toBeLessThan(begun);
    expect(asked).toBe(1);
  });

  it("gives nothing without values at the start, and stays where there are none beside it", () => {
    const nowhere: Misfit = () => null;
    expect(descend(nowhere, [1], options())).toBeNull();
    const lonely: Misfit = ([a]) =>
      a === 1 ? { cost: 4, residuals: () => Float64Array.of(2) } : null;
    expect(descend(lonely, [1], options())).toEqual({ parameters: [1], cost: 4 });
  });
});
