import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mcnemar } from "../../src/core/index.ts";
import type { Outcome, Score, UnscoredReason } from "../../src/contract/index.ts";
import { reasonOwners } from "../../src/scoring/index.ts";
import { letterDisplay } from "../../src/summaries/letter-display.ts";
import { cames, outcomeOf, outcomesOf } from "./outcomes.ts";
import type { Came } from "./outcomes.ts";
import { compare, groups, successRate } from "./of-outcomes.ts";

const METRIC = "nmse<0.1";
/** A side of which nothing was scored is not compared: the first item has a figure. */
const sides = cames.map((came): Came[] => ["passed", ...came]);
const passes = (came: Came | undefined): number => (came === "passed" ? 1 : 0);

describe("compare", () => {
  it("pairs what both have done, counts the rest apart, and adds up", () => {
    fc.assert(
      fc.property(sides, sides, (left, right) => {
        const result = compare(outcomesOf(left), outcomesOf(right, "line"), METRIC);
        const shared = Math.min(left.length, right.length);
        const differences = left
          .slice(0, shared)
          .map((came, index) => passes(came) - passes(right[index]));
        expect(result).toMatchObject({
          pairs: shared,
          problems: shared,
          onlyLeft: left.length - shared,
          onlyRight: right.length - shared,
          wins: differences.filter((difference) => difference > 0).length,
          losses: differences.filter((difference) => difference < 0).length,
        });
        expect(result.wins + result.losses + result.ties).toBe(shared);
        expect(result.p).toBe(mcnemar(result.wins, result.losses));
        const difference = result.difference ?? { value: NaN, low: NaN, high: NaN };
        expect(difference.value).toBeCloseTo(
          (result.left?.value ?? NaN) - (result.right?.value ?? NaN),
          9,
        );
        expect(difference.low).toBeLessThanOrEqual(difference.value);
        expect(difference.high).toBeGreaterThanOrEqual(difference.value);
        expect(difference.high).toBeGreaterThan(difference.low);
      }),
      { numRuns: 30 },
    );
  });

  it("mirrors when the sides change places, in whatever order the outcomes come", () => {
    fc.assert(
      fc.property(sides, sides, (left, right) => {
        const there = compare(outcomesOf(left), outcomesOf(right, "line"), METRIC);
        const back = compare(
          outcomesOf(right, "line").toReversed(),
          outcomesOf(left).toReversed(),
          METRIC,
        );
        expect(back).toMatchObject({
          wins: there.losses,
          losses: there.wins,
          p: there.p,
          left: there.right,
          right: there.left,
          onlyLeft: there.onlyRight,
        });
        expect(back.difference?.value).toBeCloseTo(-(there.difference?.value ?? NaN), 9);
        expect(back.difference?.low).toBeCloseTo(-(there.difference?.high ?? NaN), 6);
      }),
      { numRuns: 30 },
    );
  });

  it("counts problems, not repeats, when there are several epochs", () => {
    const side = (came: readonly Came[], interpreter: string) =>
      Array.from({ length: 12 }, (_, index) => index).flatMap((index) =>
        came.map((each, at) =>
          outcomeOf({ problem: `p${index}`, epoch: at + 1, came: each }, interpreter),
        ),
      );
    const result = compare(
      side(["passed", "passed", "missed"], "lookup"),
      side(["missed", "passed", "missed"], "line"),
      METRIC,
    );
    expect(result).toMatchObject({ pairs: 36, problems: 12, wins: 12, losses: 0, ties: 0 });
    expect(result.p).toBe(mcnemar(12, 0));
  });

  it("matches epoch with epoch", () => {
    const left = [outcomeOf({ problem: "p", epoch: 1, came: "passed" })];
    const right = [outcomeOf({ problem: "p", epoch: 2, came: "passed" }, "line")];
    expect(compare(left, right, METRIC)).toEqual({
      pairs: 0,
      problems: 0,
      onlyLeft: 1,
      onlyRight: 1,
      left: null,
      right: null,
      difference: null,
      leftOut: {},
      unscored: { left: {}, right: {} },
      nothingScored: [],
      wins: 0,
      losses: 0,
      ties: 0,
      p: 1,
    });
  });

  it("stays unsure where a handful of problems all agree", () => {
    const same = compare(
      outcomesOf(["passed", "missed"]),
      outcomesOf(["passed", "missed"]),
      METRIC,
    );
    expect(same.difference).toMatchObject({ value: 0 });
    expect(same.difference?.high).toBeGreaterThan(0.5);
    const apart = compare(
      outcomesOf(["passed", "passed"]),
      outcomesOf(["missed", "missed"]),
      METRIC,
    );
    expect(apart.difference).toMatchObject({ value: 1, high: 1 });
    expect(apart.difference?.low).toBeLessThan(0.2);
  });
});

describe("groups", () => {
  const contender = (interpreter: string, passed: number, of: number) => ({
    interpreter,
    outcomes: outcomesOf(
      Array.from({ length: of }, (_, index): Came => (index < passed ? "passed" : "missed")),
      interpreter,
    ),
  });

  it("tell apart what differs on enough problems, and nothing else", () => {
    const contenders = [
      contender("lookup", 90, 100),
      contender("spline", 88, 100),
      contender("line", 40, 100),
    ];
    expect(groups(contenders, METRIC)).toEqual(["a", "a", "b"]);
  });

  it("overlap where the middle one is like both ends", () => {
    const contenders = [contender("a", 60, 100), contender("b", 55, 100), contender("c", 49, 100)];
    // 60 and 49 differ on 11 problems, 55 from either on 5 or 6.
    expect(groups(contenders, METRIC)).toEqual(["a", "ab", "b"]);
  });

  it("hold a single contender, and none", () => {
    expect(groups([contender("a", 1, 2)], METRIC)).toEqual(["a"]);
    expect(groups([], METRIC)).toEqual([]);
  });
});

describe("letterDisplay", () => {
  it("gives two rows a common letter exactly when they are not apart", () => {
    const cases = fc.integer({ min: 1, max: 7 }).chain((count) =>
      fc.record({
        count: fc.constant(count),
        apart: fc
          .array(fc.tuple(fc.nat(count - 1), fc.nat(count - 1)), { maxLength: 12 })
          .map((pairs) => pairs.filter(([a, b]) => a !== b)),
      }),
    );
    fc.assert(
      fc.property(cases, ({ count, apart }) => {
        const letters = letterDisplay(count, apart);
        expect(letters.every((text) => text.length > 0)).toBe(true);
        for (let a = 0; a < count; a += 1)
          for (let b = a + 1; b < count; b += 1) {
            const differ = apart.some(([x, y]) => (x === a && y === b) || (x === b && y === a));
            const common = [...(letters[a] ?? "")].some((letter) => letters[b]?.includes(letter));
            expect(common).toBe(!differ);
          }
      }),
    );
  });

  it("starts with a at the first row", () =>
    expect(
      letterDisplay(3, [
        [0, 2],
        [1, 2],
      ]),
    ).toEqual(["a", "a", "b"]));
});

describe("whose reason it is", () => {
  const reasons = Object.keys(reasonOwners) as UnscoredReason[];
  const of = (owners: readonly string[]) =>
    fc.constantFrom(...reasons.filter((reason) => owners.includes(reasonOwners[reason])));
  const unscoredBy = (outcome: Outcome, reason: UnscoredReason): Outcome => ({
    ...outcome,
    scores: { [METRIC]: { kind: "unscored", reason } },
  });
  const at = (list: readonly Outcome[], index: number, change: (one: Outcome) => Outcome) =>
    list.map((one, i) => (i === index ? change(one) : one));

  it("counts a method's as a failure in rates and pairs", () => {
    fc.assert(
      fc.property(sides, sides, of(["method"]), (left, right, reason) => {
        const mine = at(outcomesOf(["passed", ...left]), 0, (one) => unscoredBy(one, reason));
        const missed = outcomesOf(["missed", ...left]);
        const theirs = outcomesOf(["passed", ...right], "line");
        const told = compare(mine, theirs, METRIC);
        const { unscored } = told;
        expect(told).toEqual({ ...compare(missed, theirs, METRIC), unscored });
        expect(unscored.left[reason]).toBeGreaterThan(0);
        expect(successRate(mine, METRIC).estimate).toEqual(successRate(missed, METRIC).estimate);
      }),
      { numRuns: 30 },
    );
  });

  it("counts a method's as the worst there is where less is better", () => {
    const metric = "corruption.code.false";
    const withScore = (score: Score): Outcome => ({
      ...outcomeOf({ problem: "p0", came: "missed" }),
      scores: { [metric]: score },
    });
    fc.assert(
      fc.property(of(["method"]), (reason) => {
        const mine = [withScore({ kind: "unscored", reason })];
        const wrong = [withScore({ kind: "scored", value: 1 })];
        expect(successRate(mine, metric).estimate).toEqual(successRate(wrong, metric).estimate);
      }),
    );
  });

  it("takes ours out of shares and of both rows, and changes no other pair", () => {
    fc.assert(
      fc.property(sides, sides, of(["problem", "setup"]), (left, right, reason) => {
        const mine = at(outcomesOf(["passed", ...left]), 0, (one) => unscoredBy(one, reason));
        const theirs = outcomesOf(["passed", ...right], "line");
        const told = compare(mine, theirs, METRIC);
        const without = compare(mine.slice(1), theirs.slice(1), METRIC);
        expect(told).toEqual({ ...without, leftOut: { [reason]: 1 } });
        expect(successRate(mine, METRIC)).toEqual({
          ...successRate(mine.slice(1), METRIC),
          leftOut: { [reason]: 1 },
        });
      }),
      { numRuns: 30 },
    );
  });

  it("takes a fault of the machine for ours, and one of the method for the method's", () => {
    const failed = (code: string): Outcome => ({
      ...outcomeOf({ problem: "p0", came: "failed" }),
      failure: { code, message: "" },
    });
    for (const code of ["machine-fault", "function-failed", "sandbox-unavailable", "model-failed"])
      expect(successRate([failed(code)], METRIC)).toEqual({
        estimate: null,
        unscored: {},
        leftOut: { [`failed: ${code}`]: 1 },
      });
    for (const code of ["interpreter-threw", "interpreter-timed-out", "bad-data", "unheard-of"])
      expect(successRate([failed(code)], METRIC)).toMatchObject({
        estimate: { n: 1, value: 0 },
        unscored: { failed: 1 },
      });
  });

  it("does not compare a row of which nothing was scored", () => {
    const words = outcomesOf(Array.from({ length: 8 }, (): Came => "no-code"));
    const code = outcomesOf(
      Array.from({ length: 8 }, (): Came => "passed"),
      "line",
    );
    expect(compare(words, code, METRIC)).toMatchObject({
      pairs: 0,
      wins: 0,
      losses: 0,
      p: 1,
      difference: null,
      nothingScored: ["left"],
      unscored: { left: { "no-code": 8 } },
    });
    const contenders = [
      { interpreter: "words", outcomes: words },
      { interpreter: "line", outcomes: code },
    ];
    expect(groups(contenders, METRIC)).toEqual([null, "a"]);
  });
});
