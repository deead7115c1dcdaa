import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  BenchError,
  bootstrapInterval,
  chanceFrom,
  mean,
  median,
  pairedBootstrap,
} from "../../src/core/index.ts";

const numbers = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), {
  minLength: 1,
  maxLength: 30,
});
const clusters = fc.array(numbers, { minLength: 1, maxLength: 10 });
const statistic = fc.constantFrom("mean" as const, "median" as const);
const resamples = 200;

describe("bootstrapInterval", () => {
  it("contains the estimate and stays within the values", () => {
    fc.assert(
      fc.property(clusters, statistic, fc.string(), (sample, figure, seed) => {
        const values = sample.flat();
        const estimate = figure === "mean" ? mean(values) : median(values);
        const chance = chanceFrom(seed);
        const { low, high } = bootstrapInterval(sample, { chance, statistic: figure, resamples });
        expect(low).toBeLessThanOrEqual(estimate);
        expect(high).toBeGreaterThanOrEqual(estimate);
        // Sums of equal numbers may round, by far less than this.
        const slack = 1e-9 * Math.max(1, ...values.map(Math.abs));
        expect(low).toBeGreaterThanOrEqual(Math.min(...values) - slack);
        expect(high).toBeLessThanOrEqual(Math.max(...values) + slack);
      }),
    );
  });

  it("is decided by its stream, and takes a number for a cluster of one", () => {
    fc.assert(
      fc.property(numbers, statistic, fc.string(), (values, figure, seed) => {
        const draw = (sample: readonly (number | number[])[]): unknown =>
          bootstrapInterval(sample, { chance: chanceFrom(seed), statistic: figure, resamples });
        expect(draw(values)).toEqual(draw(values.map((value) => [value])));
      }),
    );
  });

  it("grows with the level", () => {
    fc.assert(
      fc.property(clusters, statistic, (sample, figure) => {
        const at = (level: number): { low: number; high: number } =>
          bootstrapInterval(sample, {
            chance: chanceFrom("x"),
            statistic: figure,
            level,
            resamples,
          });
        expect(at(0.99).low).toBeLessThanOrEqual(at(0.8).low);
        expect(at(0.99).high).toBeGreaterThanOrEqual(at(0.8).high);
      }),
    );
  });

  it("of repeats is the interval of one each: repeats add nothing to what clusters tell", () => {
    const values = Array.from({ length: 40 }, (_, index) => Math.sin(index) * 10);
    const at = (sample: readonly (number | number[])[]): { low: number; high: number } =>
      bootstrapInterval(sample, { chance: chanceFrom("repeats") });
    const once = at(values);
    const thrice = at(values.map((value) => [value, value, value]));
    expect(thrice.low).toBeCloseTo(once.low, 9);
    expect(thrice.high).toBeCloseTo(once.high, 9);
    const asIfIndependent = at(values.flatMap((value) => [value, value, value]));
    expect(asIfIndependent.high - asIfIndependent.low).toBeLessThan(0.7 * (once.high - once.low));
  });

  it.each([
    ["mean", 0],
    ["median", 0],
  ] as const)("of a %s covers the truth in about 95 of 100 samples", (figure, truth) => {
    const root = chanceFrom("coverage").fork(figure);
    const trials = 600;
    let covered = 0;
    for (let trial = 0; trial < trials; trial += 1) {
      const chance = root.fork(trial);
      const sample = Array.from({ length: 60 }, () => chance.normal());
      const { low, high } = bootstrapInterval(sample, {
        chance: chance.fork("resamples"),
        statistic: figure,
        resamples: 400,
      });
      if (low <= truth && truth <= high) covered += 1;
    }
    // Three standard errors of a share around .945, what 60 normals are known to give.
    expect(covered / trials).toBeGreaterThan(0.915);
    expect(covered / trials).toBeLessThan(0.975);
  });

  it("covers the truth when problems differ and are repeated, where plain resampling does not", () => {
    const root = chanceFrom("clustered coverage");
    const trials = 400;
    const covered = { clustered: 0, plain: 0 };
    for (let trial = 0; trial < trials; trial += 1) {
      const chance = root.fork(trial);
      const sample = Array.from({ length: 50 }, () => {
        const level = chance.normal();
        return Array.from({ length: 4 }, () => level + 0.3 * chance.normal());
      });
      const covers = (from: readonly (number | number[])[]): number => {
        const { low, high } = bootstrapInterval(from, { chance: chance.fork("r"), resamples: 300 });
        return low <= 0 && 0 <= high ? 1 : 0;
      };
      covered.clustered += covers(sample);
      covered.plain += covers(sample.flat());
    }
    expect(covered.clustered / trials).toBeGreaterThan(0.9);
    expect(covered.plain / trials).toBeLessThan(0.75);
  });

  it("refuses an empty sample, and one of empty clusters", () => {
    const chance = chanceFrom("none");
    expect(() => bootstrapInterval([], { chance })).toThrow(BenchError);
    expect(() => bootstrapInterval([[], []], { chance })).toThrow(
      "Expected at least one number to resample; got none",
    );
  });
});

describe("pairedBootstrap", () => {
  it("is the mean difference with its interval, and changes sign with the sides", () => {
    fc.assert(
      fc.property(clusters, (differences) => {
        const options = { chance: chanceFrom("paired"), resamples };
        const there = pairedBootstrap(differences, options);
        expect(there.difference).toBe(mean(differences.flat()));
        const back = pairedBootstrap(
          differences.map((cluster) => cluster.map((value) => -value)),
          { chance: chanceFrom("paired"), resamples },
        );
        expect(back.difference).toBeCloseTo(-there.difference, 6);
        expect(back.low).toBeCloseTo(-there.high, 6);
        expect(back.high).toBeCloseTo(-there.low, 6);
      }),
    );
  });
});
