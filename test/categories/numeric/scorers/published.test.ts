import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RunOutcome } from "../../../../src/contract/index.ts";
import { publishedNumericScorer } from "../../../../src/categories/numeric/scorers/published-scorer.ts";
import { scorerName } from "../../../../src/scoring/index.ts";
import {
  publishedGrid,
  publishedScores,
} from "../../../../src/categories/numeric/scorers/published.ts";

const truthOf = (law: (x: number) => number, size: number | null = null) => ({
  truth: { re: publishedGrid().map(law), im: null },
  size,
});
const codeOf = (law: (x: number) => number): RunOutcome => ({
  kind: "ran",
  outputs: Array.from(publishedGrid(), (x) => ({ kind: "value", value: law(x) })),
});

describe("publishedGrid", () => {
  it("is k + 0.5 for k = −128 … 127", () => {
    const grid = [...publishedGrid()];
    expect(grid).toHaveLength(256);
    grid.forEach((x, index) => expect(x).toBe(index - 128 + 0.5));
  });
});

describe("publishedScores", () => {
  it("passes below 0.1, and not at it", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 2, noNaN: true }), (share) => {
        // An answer off by the factor √share has that very NMSE, but for rounding.
        fc.pre(Math.abs(share - 0.1) > 1e-9);
        const scores = publishedScores(
          truthOf((x) => x),
          codeOf((x) => x * (1 + Math.sqrt(share))),
        );
        expect(scores["nmse<0.1"]).toEqual({ kind: "scored", value: share < 0.1 ? 1 : 0 });
      }),
    );
    // Σ|f|² = 10 and Σ|f − g|² = 1 exactly.
    const exactly = publishedScores(
      { truth: { re: Float64Array.of(1, 3), im: null }, size: null },
      {
        kind: "ran",
        outputs: [
          { kind: "value", value: 0 },
          { kind: "value", value: 3 },
        ],
      },
    );
    expect(exactly).toEqual({
      nmse: { kind: "scored", value: 0.1 },
      "nmse<0.1": { kind: "scored", value: 0 },
    });
  });

  it("of a law with a known error is the hand's value", () => {
    // Σ(x + 1 − x)² / Σx² over the grid = 256 / (2·Σ(k + ½)², k < 128).
    const energy = Array.from(publishedGrid()).reduce((sum, x) => sum + x * x, 0);
    expect(energy).toBe(1398080);
    expect(
      publishedScores(
        truthOf((x) => x),
        codeOf((x) => x + 1),
      ),
    ).toEqual({
      nmse: { kind: "scored", value: 256 / 1398080 },
      "nmse<0.1": { kind: "scored", value: 1 },
    });
  });

  it.each(["no-code", "abstained"] as const)("says %s of both figures", (kind) => {
    const score = { kind: "unscored", reason: kind };
    expect(
      publishedScores(
        truthOf((x) => x),
        { kind },
      ),
    ).toEqual({ nmse: score, "nmse<0.1": score });
  });

  it.each<RunOutcome>([
    { kind: "not-loaded", message: "m" },
    { kind: "timed-out" },
    { kind: "out-of-memory" },
    { kind: "no-sandbox", remedy: "r" },
  ])("gives both figures the same reason where the code $kind", (outcome) => {
    const scores = publishedScores(
      truthOf((x) => x),
      outcome,
    );
    expect(scores.nmse.kind).toBe("unscored");
    expect(scores["nmse<0.1"]).toEqual(scores.nmse);
  });

  it("is known by the name of its scorer and version", () =>
    expect(scorerName(publishedNumericScorer)).toBe("numeric-published/2"));

  it("judges no answer where f is but rounding at the test points, whatever the answer", () => {
    const law = (x: number): number => Math.sin(20 * Math.PI * x) * x;
    for (const guess of [codeOf(law), codeOf(() => 1), { kind: "abstained" } as const]) {
      const scores = publishedScores(truthOf(law, 90), guess);
      expect(scores.nmse).toMatchObject({ kind: "unscored", reason: "zero-energy" });
      expect(scores["nmse<0.1"]).toEqual(scores.nmse);
    }
    // A small function is no zero: its size between the points is as small.
    expect(
      publishedScores(
        truthOf((x) => 1e-12 * x, 1e-10),
        codeOf((x) => 1e-12 * x),
      ).nmse,
    ).toEqual({
      kind: "scored",
      value: 0,
    });
    expect(publishedScores(truthOf(law, null), codeOf(law)).nmse).toEqual({
      kind: "scored",
      value: 0,
    });
  });

  it("judges no answer where f has a value at fewer than 8 of the 256 points", () => {
    const from = (least: number) => (x: number) => (x > least ? x : NaN);
    const [few, enough] = [from(121), from(120)];
    expect(publishedScores(truthOf(few), codeOf(few)).nmse).toEqual({
      kind: "unscored",
      reason: "published-undefined",
      detail: "a value at 7 of 256 test points",
    });
    const nothing = publishedScores(
      truthOf(() => NaN),
      { kind: "no-code" },
    );
    expect(nothing.nmse).toMatchObject({ reason: "published-undefined" });
    expect(publishedScores(truthOf(enough), codeOf(enough)).nmse).toEqual({
      kind: "scored",
      value: 0,
    });
  });
});
