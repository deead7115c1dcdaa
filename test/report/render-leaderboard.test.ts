import { describe, expect, it } from "vitest";
import {
  leaderboard,
  renderLeaderboard,
  renderLeaderboardMarkdown,
} from "../../src/report/index.ts";
import type { Leaderboard } from "../../src/report/index.ts";
import { outcomeOf, sampleManifest, sampleOutcomes, unscoredScores } from "./sample-run.ts";

const boardOf = (parts: Parameters<typeof sampleManifest>[0], items = Infinity): Leaderboard => {
  const manifest = sampleManifest(parts);
  return leaderboard(manifest, sampleOutcomes(manifest).slice(0, items));
};

const ESCAPE = String.fromCharCode(27);
const full = boardOf({});
const lines = (text: string): string[] => text.split("\n");

describe("renderLeaderboard", () => {
  it.each([60, 80, 100, 120, 140, 200])("fits a terminal of %d columns", (width) => {
    for (const line of lines(renderLeaderboard(full, { width })))
      expect(line.length).toBeLessThanOrEqual(width);
  });

  it.each([60, 80, 100, 140])("shows every rate at %d columns", (width) => {
    const text = renderLeaderboard(full, { width });
    for (const { interpreter, cells } of full.rows) {
      expect(text).toContain(interpreter);
      for (const { estimate } of cells)
        expect(text).toContain((100 * (estimate?.value ?? NaN)).toFixed(1));
    }
    for (const { name, problems } of full.subsets) {
      expect(text).toContain(name);
      expect(text).toContain(`n ${problems}`);
    }
  });

  it("says first what is measured and last how to repeat it", () => {
    const text = lines(renderLeaderboard(full, { width: 120 }));
    expect(text[0]).toBe(
      "Share of functions passed, in %: NMSE < 0.1 on 256 points (published metric), with 95 % intervals",
    );
    expect(text.at(-1)).toBe(
      "Repeat with: suite paper (425 problems, sha256 706170657200); seed 1; findbench 0.1.0; budget 256 queries; 1 epoch.",
    );
  });

  it("has not changed its looks unnoticed", () => {
    expect(renderLeaderboard(full, { width: 80 })).toMatchSnapshot("80 columns");
    expect(renderLeaderboard(full, { width: 100 })).toMatchSnapshot("100 columns");
    expect(renderLeaderboard(full, { width: 140 })).toMatchSnapshot("140 columns");
  });

  it("colours only when asked, and then only colours", () => {
    const plain = renderLeaderboard(full, { width: 100 });
    const coloured = renderLeaderboard(full, { width: 100, colour: true });
    expect(plain).not.toContain(ESCAPE);
    expect(coloured).toContain(ESCAPE);
    const stripped = coloured.replaceAll(new RegExp(`${ESCAPE}\\[\\d+m`, "g"), "");
    expect(lines(stripped).map((line) => line.trimEnd())).toEqual(lines(plain));
  });

  it("puts references below a rule of their own and explains them", () => {
    const text = lines(renderLeaderboard(full));
    const at = (name: string): number => text.findIndex((line) => line.trim().startsWith(name));
    const rules = text.flatMap((line, index) => (/^─+$/.test(line) ? [index] : []));
    expect(rules[1]).toBe(at("oracle") - 1);
    expect(text.some((line) => line.startsWith("oracle: answers with the true law"))).toBe(true);
    expect(
      text.some((line) => line.startsWith("chance: answers with the law of another problem")),
    ).toBe(true);
  });

  it("puts PARTIAL before everything else, and how far each row has come", () => {
    const text = lines(renderLeaderboard(boardOf({ problems: 20 }, 70)));
    expect(text[0]).toBe("PARTIAL: 70 of 120 items are done; every figure may still change.");
    expect(text.some((line) => line.includes("lookup (12 of 20)"))).toBe(true);
    expect(renderLeaderboard(full)).not.toContain("PARTIAL");
  });

  it("names what could not be scored, and marks a row of which nothing could", () => {
    const manifest = sampleManifest({ problems: 2, interpreters: ["lookup", "line"] });
    const text = renderLeaderboard(
      leaderboard(
        manifest,
        ["p0", "p1"].flatMap((problem) => [
          outcomeOf({ problem, scores: unscoredScores("no-sandbox") }),
          outcomeOf({ problem, interpreter: "line" }),
        ]),
      ),
    );
    expect(text).toContain("Left out, for no fault of the method: lookup 2 of 2 (no-sandbox 2).");
    expect(text).toContain("lookup *");
    expect(text).toContain("* nothing of this row could be scored");
    expect(text).not.toContain("line *");
  });

  it("leaves out what there is nothing to say about", () => {
    const alone = renderLeaderboard(boardOf({ problems: 5, interpreters: ["lookup"] }));
    expect(alone).not.toMatch(/group|oracle|chance|Unscored/);
    const empty = renderLeaderboard(boardOf({}, 0));
    expect(empty).toContain("Nothing to rank yet: no item is done.");
    expect(empty).toContain("PARTIAL: 0 of 2550 items are done");
    expect(empty).not.toMatch(/oracle|group/);
  });

  it("holds with one problem, whose median error has no interval", () => {
    const text = renderLeaderboard(boardOf({ problems: 1 }), { width: 80 });
    expect(text).toContain("n 1");
    expect(text).toMatch(/lookup +0\.061 +– +1 of 1/);
  });

  it("holds with several suites and epochs", () => {
    const board = boardOf({ problems: 10, epochs: 2, suites: ["paper", "mini"] });
    const text = renderLeaderboard(board, { width: 300 });
    expect(text).toContain("suite:mini");
    expect(text).toContain("n: problems, each tried 2 times");
    expect(text).toContain("suite mini (10 problems, sha256 6d696e690000)");
  });
});

describe("renderLeaderboardMarkdown", () => {
  it("has not changed its looks unnoticed", () =>
    expect(renderLeaderboardMarkdown(full)).toMatchSnapshot());

  it("has the same number of cells in every row, whatever an interpreter is called", () => {
    const manifest = sampleManifest({ problems: 3, interpreters: ["odd|name*", "line"] });
    const text = renderLeaderboardMarkdown(leaderboard(manifest, sampleOutcomes(manifest)));
    const rows = lines(text).filter((line) => line.startsWith("|"));
    expect(rows).toHaveLength(4);
    expect(new Set(rows.map((row) => row.split(/(?<!\\)\|/).length)).size).toBe(1);
    expect(text).toContain("odd\\|name\\*");
  });

  it("says that a run is unfinished", () =>
    expect(lines(renderLeaderboardMarkdown(boardOf({}, 10)))[0]).toMatch(/^\*\*PARTIAL: 10 of/));
});
