import { describe, expect, it } from "vitest";
import { comparison, comparisonDocument, renderers } from "../../src/report/index.ts";
import type { Comparison } from "../../src/report/index.ts";
import { compare, partOf, tableOf } from "../../src/summaries/index.ts";
import { sampleManifest, sampleOutcomes } from "./sample-run.ts";

const manifest = sampleManifest({ problems: 200 });
const outcomes = tableOf(sampleOutcomes(manifest));
const side = (interpreter: string) => ({ manifest, interpreter, outcomes });
const of = (interpreter: string) => partOf(outcomes, interpreter);
const renderComparison = (one: Comparison, options: { readonly width?: number } = {}) =>
  renderers.terminal.render(comparisonDocument([one]), options);
const renderComparisonMarkdown = (one: Comparison) =>
  renderers.markdown.render(comparisonDocument([one]));
const renderJson = (one: Comparison) => renderers.json.render(comparisonDocument([one]));
const clear = comparison(side("lookup"), side("polynomial"));

const small = sampleManifest({ problems: 200, budget: 64 });
const acrossRuns = comparison(side("lookup"), {
  manifest: small,
  interpreter: "lookup",
  outcomes: tableOf(sampleOutcomes(small).slice(0, 600)),
});

describe("comparison", () => {
  it("is the paired comparison of both sides on all, then by subset", () => {
    expect(clear.rows[0]).toEqual({
      subset: "all",
      ...compare(of("lookup"), of("polynomial"), "nmse<0.1"),
      adjustedP: clear.rows[0]?.p,
    });
    expect(clear.rows.map(({ subset }) => subset)).toEqual([
      "all",
      "simple",
      "composed",
      "plain",
      "corrupted",
      "noised",
    ]);
  });

  it("corrects the p-values of the subsets for being several", () => {
    for (const { p, adjustedP } of clear.rows.slice(1)) expect(adjustedP).toBeGreaterThanOrEqual(p);
    expect(clear.rows.some(({ p, adjustedP }) => adjustedP > p)).toBe(true);
  });

  it("mirrors when the sides change places", () => {
    const back = comparison(side("polynomial"), side("lookup"));
    expect(back.rows.map(({ wins, losses, p }) => [losses, wins, p])).toEqual(
      clear.rows.map(({ wins, losses, p }) => [wins, losses, p]),
    );
  });

  it("lists the settings in which two runs differ, and how far each side has come", () => {
    expect(clear.settings).toEqual([]);
    expect(acrossRuns.settings).toEqual([{ name: "budget", left: "256", right: "64" }]);
    expect(acrossRuns.left.partial).toBeNull();
    expect(acrossRuns.right.partial).toEqual({ done: 100, expected: 200 });
    expect(acrossRuns.rows[0]).toMatchObject({ pairs: 100, onlyLeft: 100, onlyRight: 0 });
  });

  it("is plain data: JSON gives it back unchanged", () =>
    expect(JSON.parse(renderJson(clear))).toEqual([clear]));
});

describe("renderComparison", () => {
  it("gives the answer in a sentence, from the side that is ahead", () => {
    const [all] = clear.rows;
    const text = renderComparison(clear, { width: 300 });
    expect(text).toContain(
      `lookup beats polynomial on ${all?.wins} of the ${(all?.wins ?? 0) + (all?.losses ?? 0)} problems where they differ (p < 0.0001), by `,
    );
    const back = renderComparison(comparison(side("polynomial"), side("lookup")), { width: 300 });
    expect(back).toContain("lookup beats polynomial on");
  });

  it("says so where two cannot be told apart", () =>
    expect(renderComparison(comparison(side("lookup"), side("lookup")), { width: 300 })).toContain(
      "cannot be told apart on 200 shared problems (p = 1): the difference is 0.0 points",
    ));

  it("names one interpreter in two runs by what differs between them", () => {
    const text = renderComparison(acrossRuns, { width: 300 });
    expect(text).toContain("The runs differ in budget (256 and 64).");
    expect(text).toContain("PARTIAL: lookup (budget 64) has done 100 of 200 items.");
    expect(text).toContain("Left out, done by one side only: lookup (budget 256) 100");
  });

  it.each([80, 100, 140])("fits a terminal of %d columns", (width) => {
    for (const shown of [clear, acrossRuns])
      for (const line of renderComparison(shown, { width }).split("\n"))
        expect(line.length).toBeLessThanOrEqual(width);
  });

  it("has not changed its looks unnoticed", () => {
    expect(renderComparison(clear, { width: 100 })).toMatchSnapshot("100 columns");
    expect(renderComparison(acrossRuns, { width: 80 })).toMatchSnapshot("80 columns, two runs");
    expect(renderComparisonMarkdown(clear)).toMatchSnapshot("Markdown");
  });

  it("holds where the sides have nothing in common", () => {
    const nothing = comparison(
      { manifest, interpreter: "lookup", outcomes: tableOf([]) },
      { manifest, interpreter: "line", outcomes: tableOf([]) },
    );
    const sentence = "Nothing to compare: the two sides have no finished item in common.";
    expect(renderComparison(nothing)).toContain(sentence);
    expect(renderComparisonMarkdown(nothing)).toContain(sentence);
  });
});
