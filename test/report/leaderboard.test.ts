import { describe, expect, it } from "vitest";
import { wilsonInterval } from "../../src/core/index.ts";
import { leaderboard, renderJson } from "../../src/report/index.ts";
import {
  failedOutcome,
  outcomeOf,
  sampleManifest,
  sampleOutcomes,
  scoresOf,
  unscoredScores,
} from "./sample-run.ts";

describe("leaderboard", () => {
  const manifest = sampleManifest({ problems: 60 });
  const outcomes = sampleOutcomes(manifest);
  const board = leaderboard(manifest, outcomes);

  it("ranks contestants by their rate on all, and keeps references apart, last", () => {
    expect(board.rows.map(({ interpreter }) => interpreter)).toEqual([
      "lookup",
      "polynomial",
      "line",
      "constant",
      "oracle",
      "chance",
    ]);
    expect(board.rows.map(({ role }) => role === "reference")).toEqual([
      false,
      false,
      false,
      false,
      true,
      true,
    ]);
    expect(board.rows.map(({ group }) => group === null)).toEqual([
      false,
      false,
      false,
      false,
      true,
      true,
    ]);
  });

  it("has a column per subset that occurs, `all` first, with the problems in it", () => {
    expect(board.subsets).toEqual([
      { name: "all", problems: 60 },
      { name: "simple", problems: 51 },
      { name: "composed", problems: 9 },
      { name: "plain", problems: 36 },
      { name: "corrupted", problems: 12 },
      { name: "noised", problems: 12 },
    ]);
    for (const row of board.rows)
      expect(row.cells.map(({ subset }) => subset)).toEqual(board.subsets.map(({ name }) => name));
  });

  it("adds up: plain, corrupted and noised make all", () => {
    for (const { cells } of board.rows) {
      const passed = (subset: string): number => {
        const estimate = cells.find((cell) => cell.subset === subset)?.estimate;
        return Math.round((estimate?.n ?? 0) * (estimate?.value ?? 0));
      };
      expect(passed("plain") + passed("corrupted") + passed("noised")).toBe(passed("all"));
      expect(passed("simple") + passed("composed")).toBe(passed("all"));
    }
  });

  it("does not depend on the order in which items were done", () =>
    expect(leaderboard(manifest, outcomes.toReversed())).toEqual(board));

  it("is plain data: JSON gives it back unchanged, and no path is in it", () => {
    expect(JSON.parse(renderJson(board))).toEqual(board);
    expect(renderJson(board)).not.toContain("suites/");
  });

  it("counts items without a figure by reason, and faults apart", () => {
    const two = sampleManifest({ problems: 4, interpreters: ["lookup"] });
    const { rows } = leaderboard(two, [
      outcomeOf({ problem: "p0" }),
      outcomeOf({ problem: "p1", scores: scoresOf(3) }),
      outcomeOf({ problem: "p2", scores: unscoredScores("code-threw") }),
      failedOutcome({ problem: "p3", queries: 0 }),
    ]);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      items: 4,
      failed: 1,
      error: { n: 2, value: 1.5 },
      usage: { queries: 48, rounds: 1 },
      model: null,
      cells: [
        {
          subset: "all",
          estimate: { n: 4, value: 0.25, ...wilsonInterval(1, 4) },
          unscored: { "code-threw": 1, failed: 1 },
        },
        { subset: "simple" },
        { subset: "plain" },
      ],
    });
  });

  it("says how far an unfinished run has come, and nothing of a finished one", () => {
    expect(board.partial).toBeNull();
    expect(leaderboard(manifest, outcomes.slice(0, 100)).partial).toEqual({
      done: 100,
      expected: 360,
    });
  });

  it("holds without any outcome", () => {
    const empty = leaderboard(manifest, []);
    expect(empty.subsets).toEqual([{ name: "all", problems: 0 }]);
    expect(empty.partial).toEqual({ done: 0, expected: 360 });
    for (const row of empty.rows)
      expect(row).toMatchObject({
        items: 0,
        error: null,
        usage: null,
        model: null,
        cells: [{ estimate: null }],
      });
  });

  it("has a column per suite where there are several", () => {
    const several = sampleManifest({ problems: 10, suites: ["paper", "mini"] });
    const { subsets } = leaderboard(several, sampleOutcomes(several));
    expect(subsets.slice(0, 3)).toEqual([
      { name: "all", problems: 20 },
      { name: "suite:paper", problems: 10 },
      { name: "suite:mini", problems: 10 },
    ]);
  });

  it("can rank by another share", () => {
    const one = sampleManifest({ problems: 1, interpreters: ["lookup"] });
    const scores = { agreement: { kind: "scored" as const, value: 0.75 } };
    const { metric, rows } = leaderboard(one, [outcomeOf({ problem: "p0", scores })], {
      metric: "agreement",
    });
    expect(metric).toBe("agreement");
    expect(rows[0]?.cells[0]?.estimate?.value).toBe(0.75);
  });
});
