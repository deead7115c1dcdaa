import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Category, Scores } from "../../src/contract/index.ts";
import { scoresBeside } from "../../src/evaluation/scores-beside.ts";
import type { Scored } from "../../src/evaluation/evaluate.ts";
import { scorers } from "../../src/evaluation/index.ts";
import type { Scorer } from "../../src/contract/index.ts";
import { scorerName } from "../../src/scoring/index.ts";

const given = (scorer: Scorer, value: number, isNamed = true): Scored => ({
  scorers: [scorerName(scorer)],
  scores: Object.fromEntries(
    Object.keys(scorer.metrics).map((metric) => [
      metric,
      { kind: "scored", value, ...(isNamed ? { scorer: scorerName(scorer) } : {}) } as const,
    ]),
  ),
});
const both = (parts: readonly Scored[]): Scored => ({
  scorers: parts.flatMap((part) => part.scorers),
  scores: Object.assign({}, ...parts.map(({ scores }) => scores)) as Scores,
});
const part = ({ scores }: Scored, { metrics }: Scorer): string =>
  JSON.stringify(Object.keys(metrics).map((metric) => [metric, scores[metric]]));

const cases = fc.constantFrom<Category>("numeric", "strings").chain((category) => {
  const own = scorers.filter((scorer) => scorer.category === category);
  return fc.record({
    category: fc.constant(category),
    had: fc.subarray(own),
    isNamed: fc.boolean(),
    order: fc.array(fc.constantFrom(...own), { maxLength: 6 }),
  });
});

describe("scoring again", () => {
  it("loses nothing: what is not scored again stays byte for byte, in every order", () => {
    fc.assert(
      fc.property(cases, ({ category, had, isNamed, order }) => {
        let now = both(had.map((scorer) => given(scorer, 0, isNamed)));
        for (const [at, again] of order.entries()) {
          const before = now;
          const { kept, ...after } = scoresBeside(
            { category, ...before },
            { category, ...given(again, at + 1) },
          );
          now = after;
          expect(kept.size).toBe(0);
          expect(part(now, again)).toBe(part(given(again, at + 1), again));
          for (const other of scorers)
            if (other.category === category && other.id !== again.id)
              expect(part(now, other)).toBe(part(before, other));
        }
        const expected = scorers.filter((scorer) => had.includes(scorer) || order.includes(scorer));
        expect(now.scorers).toEqual(expected.map(scorerName));
      }),
    );
  });

  it("keeps what a scorer gave before where it can only say that it could not measure", () => {
    for (const scorer of scorers) {
      const { category, metrics } = scorer;
      const name = scorerName(scorer);
      const old = given(scorer, 1);
      const reason = { kind: "unscored", reason: "no-sandbox", scorer: name } as const;
      const fresh = {
        scorers: [name],
        scores: Object.fromEntries(Object.keys(metrics).map((metric) => [metric, reason])),
      };
      const after = scoresBeside({ category, ...old }, { category, ...fresh });
      expect(after).toEqual({ ...old, kept: new Map([[name, reason]]) });
      const first = scoresBeside({ category, scores: {}, scorers: [] }, { category, ...fresh });
      expect(first).toEqual({ ...fresh, kept: new Map() });
      expect(scoresBeside({ category, ...fresh }, { category, ...old }).scores).toEqual(old.scores);
    }
  });

  it("takes a method's own reason for as real as a figure", () => {
    const [scorer] = scorers;
    if (scorer === undefined) throw new Error("no scorer");
    const { category } = scorer;
    const threw = {
      scorers: [scorerName(scorer)],
      scores: { nmse: { kind: "unscored", reason: "code-threw", scorer: scorerName(scorer) } },
    } as const;
    const after = scoresBeside({ category, ...given(scorer, 1) }, { category, ...threw });
    expect(after).toEqual({ ...threw, kept: new Map() });
  });
});
