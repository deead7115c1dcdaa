import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  BenchError,
  chanceFrom,
  normalQuantile,
  pairedShareInterval,
  wilsonInterval,
} from "../../src/core/index.ts";
import { pythonNumbers } from "./python.ts";

const trials = fc
  .integer({ min: 1, max: 5000 })
  .chain((n) => fc.record({ n: fc.constant(n), successes: fc.integer({ min: 0, max: n }) }));

describe("normalQuantile", () => {
  it("agrees with Python's normal distribution", () => {
    const shares = [
      1e-300, 1e-20, 1e-6, 0.001, 0.025, 0.0749, 0.0751, 0.3, 0.5, 0.925, 0.975, 0.9999,
    ];
    const theirs = pythonNumbers(
      `[statistics.NormalDist().inv_cdf(p) for p in ${JSON.stringify(shares)}]`,
    );
    shares.forEach((p, index) => {
      const expected = theirs[index] ?? NaN;
      expect(Math.abs(normalQuantile(p) - expected)).toBeLessThanOrEqual(
        1e-13 * Math.max(1, Math.abs(expected)),
      );
    });
  });

  it("rises, and is odd about one half", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 0.5, noNaN: true }), (p) => {
        expect(normalQuantile(1 - p)).toBeCloseTo(-normalQuantile(p), 6);
        expect(normalQuantile(p * 0.99)).toBeLessThan(normalQuantile(p));
      }),
    );
  });

  it.each([0, 1, -1, NaN])("refuses %d", (p) =>
    expect(() => normalQuantile(p)).toThrow(BenchError),
  );
});

describe("wilsonInterval", () => {
  it("contains the share, stays in [0, 1], and mirrors with success and failure", () => {
    fc.assert(
      fc.property(trials, ({ n, successes }) => {
        const { low, high } = wilsonInterval(successes, n);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(successes / n);
        expect(high).toBeGreaterThanOrEqual(successes / n);
        expect(high - low).toBeGreaterThan(0);
        const mirrored = wilsonInterval(n - successes, n);
        expect(mirrored.low).toBeCloseTo(1 - high, 12);
        expect(mirrored.high).toBeCloseTo(1 - low, 12);
      }),
    );
  });

  it.each([
    [0, 10, 0, 0.2775],
    [1, 10, 0.0179, 0.4042],
    [5, 10, 0.2366, 0.7634],
    [8, 10, 0.4902, 0.9433],
    [10, 10, 0.7225, 1],
    [81, 263, 0.2553, 0.3662],
  ])("of %d in %d is [%d, %d]", (successes, n, low, high) => {
    const interval = wilsonInterval(successes, n);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  it.each([0.05, 0.3, 0.5, 0.9])("covers a share of %d in about 95 of 100 samples", (share) => {
    const chance = chanceFrom("wilson").fork(share);
    const samples = 2000;
    let covered = 0;
    for (let sample = 0; sample < samples; sample += 1) {
      const successes = Array.from({ length: 100 }, () => chance.uniform()).filter(
        (draw) => draw < share,
      ).length;
      const { low, high } = wilsonInterval(successes, 100);
      if (low <= share && share <= high) covered += 1;
    }
    expect(covered / samples).toBeGreaterThan(0.925);
    expect(covered / samples).toBeLessThan(0.98);
  });

  it("refuses more successes than trials, and no trials", () => {
    expect(() => wilsonInterval(3, 2)).toThrow("Expected 0 to n successes, n > 0; got 3/2");
    expect(() => wilsonInterval(0, 0)).toThrow(BenchError);
  });
});

describe("pairedShareInterval", () => {
  const tallies = fc
    .tuple(fc.nat(200), fc.nat(200), fc.nat(200))
    .filter(([wins, losses, ties]) => wins + losses + ties > 0);

  it("contains the difference, stays in [−1, 1], changes sign with the sides, has a width", () => {
    fc.assert(
      fc.property(tallies, ([wins, losses, ties]) => {
        const n = wins + losses + ties;
        const { low, high } = pairedShareInterval(wins, losses, n);
        expect(low).toBeLessThanOrEqual((wins - losses) / n);
        expect(high).toBeGreaterThanOrEqual((wins - losses) / n);
        expect(Math.abs(low)).toBeLessThanOrEqual(1);
        expect(Math.abs(high)).toBeLessThanOrEqual(1);
        expect(high - low).toBeGreaterThan(0);
        const back = pairedShareInterval(losses, wins, n);
        expect(back.low).toBeCloseTo(-high, 12);
      }),
    );
  });

  it("is ±z·√2/(n + 2) where no problem differs", () =>
    expect(pairedShareInterval(0, 0, 98).high).toBeCloseTo((1.959964 * Math.SQRT2) / 100, 6));

  it("refuses more wins and losses than problems", () =>
    expect(() => pairedShareInterval(2, 2, 3)).toThrow(BenchError));
});
