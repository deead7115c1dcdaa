import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Scores, StatedNoise } from "../../../../src/contract/index.ts";
import { chanceFrom, mean } from "../../../../src/core/index.ts";
import type { TrueNoise } from "../../../../src/categories/numeric/scorers/noise-scores.ts";
import { crps } from "../../../../src/categories/numeric/scorers/crps.ts";
import { noiseScores } from "../../../../src/categories/numeric/scorers/noise-scores.ts";
import { pythonNumbers } from "../../../core/python.ts";
import { finite, outputOf } from "./columns.ts";

const draws = fc.array(finite, { minLength: 1, maxLength: 30 });

describe("crps", () => {
  it("is the definition, pair by pair", () => {
    fc.assert(
      fc.property(draws, finite, (list, observed) => {
        const pairs = list.flatMap((a, i) => list.slice(i + 1).map((b) => Math.abs(a - b)));
        const spread = pairs.length === 0 ? 0 : mean(pairs) / 2;
        const miss = mean(list.map((draw) => Math.abs(draw - observed)));
        expect(crps(list, observed)).toBeCloseTo(miss - spread, 6);
      }),
    );
  });

  it("is never negative, does not depend on order or place, and grows with the unit", () => {
    fc.assert(
      fc.property(draws, finite, finite, (list, observed, shift) => {
        const value = crps(list, observed);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(crps(list.toReversed(), observed)).toBe(value);
        expect(
          crps(
            list.map((x) => x + shift),
            observed + shift,
          ),
        ).toBeCloseTo(value, 6);
        expect(
          crps(
            list.map((x) => 4 * x),
            4 * observed,
          ),
        ).toBeCloseTo(4 * value, 6);
      }),
    );
  });

  it("is the absolute error of a point forecast, however often it is drawn", () => {
    fc.assert(
      fc.property(finite, finite, fc.integer({ min: 1, max: 9 }), (point, observed, times) => {
        const same = Array.from({ length: times }, () => point);
        expect(crps(same, observed)).toBeCloseTo(Math.abs(point - observed), 9);
      }),
    );
  });

  it("comes to the closed form of a normal forecast", () => {
    // σ·(z·(2Φ(z) − 1) + 2φ(z) − 1/√π): Gneiting and Raftery (2007), equation 21.
    const zs = [0, 0.5, -1, 2, -3];
    const expected = pythonNumbers(
      `[(lambda z, n: z*(2*n.cdf(z)-1) + 2*n.pdf(z) - 1/math.sqrt(math.pi))(z, statistics.NormalDist()) for z in [${zs.join(", ")}]]`,
    );
    const chance = chanceFrom("crps");
    const sample = Array.from({ length: 40_000 }, () => chance.normal());
    zs.forEach((z, index) =>
      expect(Math.abs(crps(sample, z) - (expected[index] ?? NaN))).toBeLessThan(0.01),
    );
  });

  it("rewards the right spread over none and over too much", () => {
    const chance = chanceFrom("spreads");
    const average = (deviation: number): number =>
      mean(
        Array.from({ length: 3000 }, () =>
          crps(
            Array.from({ length: 8 }, () => deviation * chance.normal()),
            chance.normal(),
          ),
        ),
      );
    const [none, right, wide] = [average(0), average(1), average(3)];
    expect(right).toBeLessThan(none - 0.1);
    expect(right).toBeLessThan(wide - 0.1);
    expect(right).toBeCloseTo(1 / Math.sqrt(Math.PI), 1);
    expect(none).toBeCloseTo(Math.sqrt(2 / Math.PI), 1);
  });
});

describe("noiseScores", () => {
  const of = (truth: TrueNoise | null, stated: StatedNoise | null): Scores =>
    noiseScores({ truth, stated, forecasts: [] });
  const distributions = ["normal", "uniform", "poisson"] as const;
  const anyNoise = fc.record({
    distribution: fc.constantFrom(...distributions),
    scale: fc.double({ min: 0.01, max: 100, noNaN: true }),
  });
  const right = { kind: "scored", value: 1 };
  const wrong = { kind: "scored", value: 0 };

  it("is all right for the truth, and for `none` where there is none", () => {
    fc.assert(
      fc.property(anyNoise, (noise) => {
        expect(of(noise, noise)).toEqual({ "noise.kind": right, "noise.scale": right });
        expect(of(null, noise)).toEqual({ "noise.kind": wrong });
        expect(of(noise, { distribution: "none", scale: null })).toEqual({
          "noise.kind": wrong,
          "noise.scale": wrong,
        });
      }),
    );
    expect(of(null, { distribution: "none", scale: null })).toEqual({ "noise.kind": right });
    expect(of(null, { distribution: "other", scale: null })).toEqual({ "noise.kind": wrong });
  });

  it("allows the scale a fifth, of the right kind only", () => {
    const scaleOf = (distribution: StatedNoise["distribution"], scale: number | null) =>
      of({ distribution: "normal", scale: 10 }, { distribution, scale })["noise.scale"];
    expect([8, 10, 12].map((scale) => scaleOf("normal", scale))).toEqual([right, right, right]);
    expect([7.9, 12.1, -10, NaN].map((scale) => scaleOf("normal", scale))).toEqual([
      wrong,
      wrong,
      wrong,
      wrong,
    ]);
    expect(scaleOf("uniform", 10)).toEqual(wrong);
    expect(scaleOf("normal", null)).toMatchObject({ reason: "not-stated", detail: "no scale" });
  });

  it("says that nothing was stated", () => {
    const silence = { kind: "unscored", reason: "not-stated" };
    expect(of({ distribution: "normal", scale: 1 }, null)).toEqual({
      "noise.kind": silence,
      "noise.scale": silence,
    });
    expect(of(null, null)).toEqual({ "noise.kind": silence });
  });

  it("measures forecasts in standard deviations of the noise, where there are any", () => {
    const truth = { distribution: "normal", scale: 2 } as const;
    const forecast = (outputs: readonly number[]) => ({
      observed: 5,
      deviation: 2,
      outputs: outputs.map(outputOf),
    });
    const crpsOf = (...forecasts: readonly ReturnType<typeof forecast>[]) =>
      noiseScores({ truth, stated: null, forecasts })["noise.crps"];
    expect(crpsOf(forecast([4]))).toEqual({ kind: "scored", value: 0.5 });
    expect(crpsOf(forecast([4]), forecast([5, 5]))).toEqual({ kind: "scored", value: 0.25 });
    expect(crpsOf(forecast([4, NaN]))).toMatchObject({ reason: "output-not-a-number" });
    expect(crpsOf()).toBeUndefined();
    const silence = { kind: "unscored", reason: "no-code" } as const;
    expect(noiseScores({ truth, stated: null, forecasts: silence })["noise.crps"]).toBe(silence);
  });
});
