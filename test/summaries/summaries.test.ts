import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BenchError, mean, median, wilsonInterval } from "../../src/core/index.ts";
import { meanOf, meanUsage, medianOf, successRate } from "./of-outcomes.ts";
import { cames, outcomeOf, outcomesOf } from "./outcomes.ts";
import type { Came } from "./outcomes.ts";

const METRIC = "nmse<0.1";

describe("successRate", () => {
  it("is the share passed of all items, with Wilson's interval where each was tried once", () => {
    fc.assert(
      fc.property(cames, (came) => {
        const passed = came.filter((each) => each === "passed").length;
        const { estimate } = successRate(outcomesOf(came), METRIC);
        expect(estimate).toEqual({
          n: came.length,
          value: passed / came.length,
          ...wilsonInterval(passed, came.length),
        });
      }),
    );
  });

  it("counts each item without a figure under its reason, and as not passed", () => {
    fc.assert(
      fc.property(cames, (came) => {
        const { unscored } = successRate(outcomesOf(came), METRIC);
        for (const reason of ["code-threw", "no-code", "failed"] as const)
          expect(unscored[reason] ?? 0).toBe(came.filter((each) => each === reason).length);
      }),
    );
  });

  it("does not depend on the order of outcomes, repeats included", () => {
    const repeated = fc.array(cames, { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(repeated, (problems) => {
        const outcomes = problems.flatMap((repeats, index) =>
          repeats.map((came, at) => outcomeOf({ problem: `p${index}`, epoch: at + 1, came })),
        );
        expect(successRate(outcomes.toReversed(), METRIC)).toEqual(successRate(outcomes, METRIC));
      }),
      { numRuns: 25 },
    );
  });

  it("widens with repeats that agree, instead of taking them for new problems", () => {
    const came: Came[] = Array.from({ length: 40 }, (_, i) => (i % 3 === 0 ? "missed" : "passed"));
    const repeated = came.flatMap((each, index) =>
      [1, 2, 3].map((epoch) => outcomeOf({ problem: `p${index}`, epoch, came: each })),
    );
    const { estimate } = successRate(repeated, METRIC);
    const once = wilsonInterval(26, 40);
    const asIfNew = wilsonInterval(78, 120);
    const width = (estimate?.high ?? 0) - (estimate?.low ?? 0);
    expect(estimate?.n).toBe(120);
    expect(width).toBeGreaterThan(1.3 * (asIfNew.high - asIfNew.low));
    expect(Math.abs(width / (once.high - once.low) - 1)).toBeLessThan(0.15);
  });

  it("does not claim certainty where every problem came to the same in every epoch", () => {
    const all = ["p1", "p2", "p3"].flatMap((problem) =>
      [1, 2].map((epoch) => outcomeOf({ problem, epoch, came: "passed" })),
    );
    expect(successRate(all, METRIC).estimate).toEqual({ n: 6, value: 1, ...wilsonInterval(3, 3) });
  });

  it("has no estimate without items", () =>
    expect(successRate([], METRIC)).toEqual({ estimate: null, unscored: {}, leftOut: {} }));

  it("leaves out what nobody measured, and says so", () =>
    expect(successRate(outcomesOf(["passed"]), "form")).toEqual({
      estimate: null,
      unscored: {},
      leftOut: { "not-measured": 1 },
    }));

  it("refuses a metric that is no share", () => {
    const outcomes = [outcomeOf({ problem: "p", came: "missed", error: 7 })];
    expect(() => successRate(outcomes, "nmse")).toThrow(BenchError);
    expect(() => successRate(outcomes, "nmse")).toThrow(
      "Expected a metric whose values are shares from 0 to 1; got `nmse` = 7",
    );
  });
});

describe("meanOf and medianOf", () => {
  const errors = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), {
    minLength: 1,
    maxLength: 20,
  });

  it("are over the scored items alone, and say how many those are", () => {
    fc.assert(
      fc.property(errors, cames, (values, others) => {
        const unscored = others.filter((came) => came !== "passed" && came !== "missed");
        const outcomes = [
          ...values.map((error, index) =>
            outcomeOf({ problem: `e${index}`, came: error < 0.1 ? "passed" : "missed", error }),
          ),
          ...outcomesOf(unscored),
        ];
        const average = meanOf(outcomes, "nmse");
        expect(average?.n).toBe(values.length);
        expect(average?.value).toBeCloseTo(mean(values), 9);
        const middle = medianOf(outcomes, "nmse");
        expect(middle?.value).toBe(median(values));
        for (const estimate of [average, middle]) {
          expect(estimate?.low).toBeLessThanOrEqual(estimate?.value ?? NaN);
          expect(estimate?.high).toBeGreaterThanOrEqual(estimate?.value ?? NaN);
        }
      }),
      { numRuns: 30 },
    );
  });

  it("are nothing where nothing was scored", () => {
    expect(meanOf(outcomesOf(["failed", "no-code"]), "nmse")).toBeNull();
    expect(medianOf([], "nmse")).toBeNull();
  });
});

describe("meanUsage", () => {
  it("averages over all items, failed ones too", () => {
    const [first, second] = outcomesOf(["passed", "failed"]);
    const outcomes = [first, second].flatMap((outcome, index) =>
      outcome === undefined ? [] : [{ ...outcome, usage: { queries: 10 * index, rounds: index } }],
    );
    expect(meanUsage(outcomes)).toEqual({ queries: 5, rounds: 0.5 });
    expect(meanUsage([])).toBeNull();
  });
});
