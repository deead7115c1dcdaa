import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Outcome } from "../../src/contract/index.ts";
import { itemKey, lastOutcomes } from "../../src/summaries/index.ts";
import { successRate } from "./of-outcomes.ts";
import { cames, outcomeOf, outcomesOf } from "./outcomes.ts";

async function* streamOf(outcomes: readonly Outcome[]): AsyncGenerator<Outcome> {
  for (const outcome of outcomes) yield await Promise.resolve(outcome);
}

describe("lastOutcomes", () => {
  it("keeps the later line on the same item, in the order of first appearance", async () => {
    const first = outcomeOf({ problem: "p1", came: "failed" });
    const other = outcomeOf({ problem: "p2", came: "missed" });
    const again = { ...outcomeOf({ problem: "p1", came: "passed" }), attempt: 2 };
    const kept = await lastOutcomes(streamOf([first, other, again]));
    expect(kept.map(({ item, attempt }) => [item.problem, attempt])).toEqual([
      ["p1", 2],
      ["p2", 1],
    ]);
  });

  it("keeps whatever a summary reads", async () => {
    await fc.assert(
      fc.asyncProperty(cames, async (came) => {
        const outcomes = outcomesOf(came);
        const kept = await lastOutcomes(streamOf(outcomes));
        expect(successRate(kept, "nmse<0.1")).toEqual(successRate(outcomes, "nmse<0.1"));
        expect(kept.map(({ item }) => item)).toEqual(outcomes.map(({ item }) => item));
      }),
    );
  });

  it("drops details and shares equal tags, so that a long run fits in memory", async () => {
    const outcomes = outcomesOf(["code-threw", "passed"]).map((outcome) =>
      structuredClone(outcome),
    );
    const [first, second] = await lastOutcomes(outcomes);
    expect(first?.scores["nmse"]).toEqual({ kind: "unscored", reason: "code-threw" });
    expect(first?.tags).toBe(second?.tags);
  });
});

describe("itemKey", () => {
  it("is the same for the same item alone", () => {
    const items = fc.record({
      suite: fc.string(),
      problem: fc.string(),
      interpreter: fc.string(),
      configuration: fc.string(),
      epoch: fc.integer({ min: 1, max: 9 }),
    });
    fc.assert(
      fc.property(items, items, (a, b) => {
        expect(itemKey({ ...a })).toBe(itemKey(a));
        const same = Object.entries(a).every(([key, part]) =>
          Object.entries(b).some(([k, p]) => k === key && p === part),
        );
        expect(itemKey(a) === itemKey(b)).toBe(same);
      }),
    );
  });
});
