import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BenchError, holm, mcnemar } from "../../src/core/index.ts";
import { pythonNumbers } from "./python.ts";

const exact = ([b, c]: readonly [number, number]): string =>
  `min(1, 2 * sum(math.comb(${b + c}, k) for k in range(${Math.min(b, c) + 1})) / 2**${b + c})`;

describe("mcnemar", () => {
  const counts = fc.nat(300);

  it("is a probability, the same for both sides, 1 for equal counts", () => {
    fc.assert(
      fc.property(counts, counts, (b, c) => {
        expect(mcnemar(b, c)).toBe(mcnemar(c, b));
        expect(mcnemar(b, c)).toBeGreaterThan(0);
        expect(mcnemar(b, c)).toBeLessThanOrEqual(1);
        expect(mcnemar(b, b)).toBe(1);
      }),
    );
  });

  it("falls as the same number of differing pairs leans more to one side", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 600 }), fc.nat(300), (n, less) => {
        const fewer = Math.min(less, Math.floor(n / 2) - 1);
        expect(mcnemar(fewer, n - fewer)).toBeLessThan(mcnemar(fewer + 1, n - fewer - 1) + 1e-15);
      }),
    );
  });

  it("agrees with Python's whole-number arithmetic", () => {
    const pairs = [
      [0, 0],
      [0, 1],
      [0, 5],
      [0, 6],
      [2, 10],
      [7, 12],
      [50, 71],
      [400, 480],
      [3, 900],
      [900, 1000],
    ] as const;
    const theirs = pythonNumbers(`[${pairs.map(exact).join(", ")}]`);
    pairs.forEach(([b, c], index) => {
      const expected = theirs[index] ?? NaN;
      expect(Math.abs(mcnemar(b, c) / expected - 1)).toBeLessThan(1e-10);
    });
  });

  it("stays exact for millions of pairs", () => {
    // scipy.stats.binomtest(499000, 1000000).pvalue
    expect(mcnemar(499_000, 501_000)).toBeCloseTo(0.0456082998653896, 10);
    expect(mcnemar(0, 1_000_000)).toBe(0);
  });

  it.each([-1, 0.5, NaN])("refuses %d for a count", (count) =>
    expect(() => mcnemar(count, 1)).toThrow(BenchError),
  );
});

describe("holm", () => {
  const pValues = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 });

  it("is never below the raw value nor above 1, and keeps their order", () => {
    fc.assert(
      fc.property(pValues, (raw) => {
        const adjusted = holm(raw);
        expect(adjusted).toHaveLength(raw.length);
        raw.forEach((p, i) => {
          expect(adjusted[i]).toBeGreaterThanOrEqual(p);
          expect(adjusted[i]).toBeLessThanOrEqual(1);
        });
        const byRaw = raw.map((p, i) => ({ p, adjusted: adjusted[i] ?? NaN }));
        const inOrder = byRaw.toSorted((a, b) => a.p - b.p).map((each) => each.adjusted);
        expect(inOrder).toEqual(inOrder.toSorted((a, b) => a - b));
      }),
    );
  });

  it("does not depend on the order in which the values come", () => {
    fc.assert(
      fc.property(pValues, (raw) => {
        expect(holm(raw.toReversed())).toEqual(holm(raw).toReversed());
      }),
    );
  });

  it("leaves a single value alone, and works out a textbook case", () => {
    expect(holm([0.03])).toEqual([0.03]);
    const adjusted = holm([0.01, 0.04, 0.03, 0.005]);
    [0.03, 0.06, 0.06, 0.02].forEach((p, index) => expect(adjusted[index]).toBeCloseTo(p, 12));
  });
});
