import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chanceFrom, exp } from "../../../../src/core/index.ts";
import { logLikelihood } from "../../../../src/interpreters/scientist/noisy/noise.ts";
import type { Noise } from "../../../../src/interpreters/scientist/noisy/noise.ts";
import { noiseOfRepeats } from "../../../../src/interpreters/scientist/noisy/repeats.ts";

const one = (noise: Noise, residual: number): number =>
  exp(logLikelihood(noise, Float64Array.of(residual), Float64Array.of(0)));

const scale = fc.integer({ min: 2, max: 40 }).map((tenths) => tenths / 10);

describe("the likelihood of noise", () => {
  it("adds up to 1 over all residuals", () => {
    fc.assert(
      fc.property(scale, (size) => {
        const steps = Array.from({ length: 20_000 }, (_, i) => (i - 9999.5) / 500);
        for (const distribution of ["normal", "uniform"] as const) {
          const total = steps.reduce(
            (sum, at) => sum + one({ distribution, scale: size }, at) / 500,
            0,
          );
          expect(total).toBeCloseTo(1, 2);
        }
        const counts = Array.from({ length: 100 }, (_, count) => count);
        const noise = { distribution: "poisson", scale: size } as const;
        expect(counts.reduce((sum, count) => sum + one(noise, count), 0)).toBeCloseTo(1, 6);
      }),
      { numRuns: 10 },
    );
  });

  it("counts nothing that is no count, and nothing beyond the bounds", () => {
    expect(one({ distribution: "poisson", scale: 1 }, 0.4)).toBeLessThan(1e-6);
    expect(one({ distribution: "poisson", scale: 1 }, -1)).toBeLessThan(1e-6);
    expect(one({ distribution: "uniform", scale: 1 }, 1.01)).toBeLessThan(1e-6);
  });

  it("says nothing about noise where rounding hides it", () => {
    const far = Float64Array.of(1e20);
    for (const distribution of ["normal", "uniform", "poisson"] as const)
      expect(logLikelihood({ distribution, scale: 1 }, Float64Array.of(0), far)).toBe(0);
  });
});

describe("the noise that repeats show", () => {
  const draws = (distribution: Noise["distribution"], seed: string, size: number): number[] => {
    const chance = chanceFrom(seed);
    return Array.from({ length: 48 }, () => {
      if (distribution === "normal") return 7.3 + size * chance.normal();
      if (distribution === "uniform") return 7.3 + size * (2 * chance.uniform() - 1);
      return 7.3 + chance.poisson(size);
    });
  };

  it.each(["normal", "uniform", "poisson"] as const)(
    "is told to be %s of scale 1",
    (distribution) => {
      const seeds = Array.from({ length: 40 }, (_, i) => `repeats-${i}`);
      const told = seeds.map((seed) =>
        noiseOfRepeats(draws(distribution, seed, 1), distribution === "poisson"),
      );
      const right = told.filter(
        (noise) => noise?.distribution === distribution && noise.scale === 1,
      );
      expect(right.length).toBeGreaterThanOrEqual(38);
    },
  );

  it("has another scale where they show one", () => {
    for (const distribution of ["normal", "uniform", "poisson"] as const) {
      const noise = noiseOfRepeats(draws(distribution, "wide", 5), distribution === "poisson");
      expect(noise?.distribution).toBe(distribution);
      expect(noise?.scale).toBeGreaterThan(3.5);
      expect(noise?.scale).toBeLessThan(7.5);
    }
  });

  it("is not told from a few", () => {
    expect(noiseOfRepeats([1, 2, 3], false)).toBeNull();
  });
});
