import { describe, expect, it } from "vitest";
import { renderers, reportDocument, runReport } from "../../src/report/index.ts";
import type { RunReport } from "../../src/report/index.ts";
import { tableOf } from "../../src/summaries/index.ts";
import { sampleManifest, sampleOutcomes } from "./sample-run.ts";

const manifest = sampleManifest({ problems: 4, interpreters: ["lookup", "oracle"] });
const outcomes = sampleOutcomes(manifest);

const whole = { verdict: false, tables: true };
const renderReport = (report: RunReport, options: { readonly width?: number } = {}) =>
  renderers.terminal.render(reportDocument([report], whole), options);
const renderReportMarkdown = (report: RunReport) =>
  renderers.markdown.render(reportDocument([report], whole));

describe("a mixture of scorers", () => {
  it("is told of before everything else", () => {
    const [first, ...others] = outcomes;
    if (first === undefined) throw new Error("Expected outcomes");
    const later = { ...first, scorers: ["numeric-published/2"] };
    const report = runReport(manifest, tableOf([later, ...others]));
    expect(report.categories[0]?.mixed).toEqual([
      { scorers: first.scorers.toSorted(), items: others.length },
      { scorers: ["numeric-published/2"], items: 1 },
    ]);
    expect(renderReport(report)).toMatch(/^MIXED: /u);
    expect(renderReportMarkdown(report)).toMatch(/^\*\*MIXED: /u);
  });

  it("is none where all were scored alike, in any order, or have failed", () => {
    const failed = outcomes.map((outcome, i) =>
      i === 0
        ? { ...outcome, status: "failed" as const, scorers: [] }
        : { ...outcome, scorers: outcome.scorers.toReversed() },
    );
    for (const all of [outcomes, failed, []]) {
      const report = runReport(manifest, tableOf(all));
      expect(report.categories[0]?.mixed ?? null).toBeNull();
      expect(renderReport(report)).not.toContain("MIXED");
    }
  });

  it("says how much of a suite was run", () => {
    const suites = manifest.suites.map((suite) => ({ ...suite, total: 60 }));
    const text = renderReport(runReport({ ...manifest, suites }, tableOf(outcomes)), {
      width: 1000,
    });
    expect(text).toContain("(4 of 60 problems, sha256");
  });
});
