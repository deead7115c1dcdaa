import { describe, expect, it } from "vitest";
import {
  renderReport,
  renderReportMarkdown,
  renderSound,
  renderSoundMarkdown,
  runReport,
  soundTable,
} from "../../src/report/index.ts";
import { sampleManifest, sampleOutcomes } from "./sample-run.ts";
import { sampleSoundRun } from "./sample-sound.ts";

const { manifest, outcomes } = sampleSoundRun(120);
const table = soundTable(manifest, outcomes);
const lines = (text: string): string[] => text.split("\n");
const ESCAPE = String.fromCharCode(27);

describe("renderSound", () => {
  it.each([60, 80, 100, 120, 140, 200])("fits a terminal of %d columns", (width) => {
    for (const line of lines(renderSound(table, { width })))
      expect(line.length).toBeLessThanOrEqual(width);
  });

  it.each([60, 80, 100, 140])("shows every question, column and rate at %d columns", (width) => {
    const text = renderSound(table, { width });
    const unwrapped = text.replaceAll(/\s+/g, " ");
    for (const { title, columns, rows } of table.sections) {
      expect(unwrapped).toContain(title);
      for (const { problems, head } of columns) {
        expect(text).toContain(`n ${problems}`);
        for (const word of head) expect(text).toContain(word);
      }
      for (const { interpreter, cells } of rows) {
        expect(text).toContain(interpreter);
        columns.forEach(({ statistic }, index) => {
          const value = cells[index]?.estimate?.value;
          if (statistic === "rate" && value !== undefined)
            expect(text).toContain((100 * value).toFixed(1));
        });
      }
    }
  });

  it.each([80, 100, 140])("has each question's columns in one table at %d columns", (width) => {
    const rows = lines(renderSound(table, { width })).filter((line) => /^(\S* +)?line /.test(line));
    // Four questions and the front.
    expect(rows).toHaveLength(5);
  });

  it("has not changed its looks unnoticed", () => {
    expect(renderSound(table, { width: 80 })).toMatchSnapshot("80 columns");
    expect(renderSound(table, { width: 100 })).toMatchSnapshot("100 columns");
    expect(renderSound(table, { width: 140 })).toMatchSnapshot("140 columns");
  });

  it("colours only when asked, and then only colours", () => {
    const plain = renderSound(table);
    const coloured = renderSound(table, { colour: true });
    expect(plain).not.toContain(ESCAPE);
    expect(coloured).toContain(ESCAPE);
    const stripped = coloured.replaceAll(new RegExp(`${ESCAPE}\\[\\d+m`, "g"), "");
    expect(lines(stripped).map((line) => line.trimEnd())).toEqual(lines(plain));
  });

  it("shows how many items a mean is over where that is fewer than there are", () => {
    const [first, ...rest] = outcomes;
    if (first === undefined) throw new Error("no outcome");
    const scores = { ...first.scores, error: { kind: "unscored", reason: "code-threw" } as const };
    const text = renderSound(soundTable(manifest, [{ ...first, scores }, ...rest]));
    expect(text).toMatch(/n \d+ +n \d+/);
    expect(text.match(/ n 11\d/g)?.length).toBeGreaterThan(
      renderSound(table).match(/ n 11\d/g)?.length ?? 0,
    );
  });

  it("says of an unfinished run that it is, and of any how to repeat it", () => {
    const text = lines(renderSound(soundTable(manifest, outcomes.slice(0, 60)), { width: 120 }));
    expect(text[0]).toBe("PARTIAL: 60 of 720 items are done; every figure may still change.");
    expect(renderSound(table)).not.toContain("PARTIAL");
    expect(renderSound(table, { width: 200 })).toContain("Repeat with: suite paper (120 problems");
  });
});

describe("renderSoundMarkdown", () => {
  const text = renderSoundMarkdown(table);

  it("has not changed its looks unnoticed", () => expect(text).toMatchSnapshot());

  it("has the same number of cells in every row of a table", () => {
    const tables = text.split(/\n\n/).filter((block) => block.startsWith("|"));
    expect(tables).toHaveLength(5);
    for (const block of tables) {
      const cells = lines(block).map((row) => row.split(/(?<!\\)\|/).length);
      expect(new Set(cells).size).toBe(1);
    }
  });
});

describe("a report", () => {
  const report = runReport(manifest, outcomes);

  it("has the published table above the sound ones", () => {
    const text = renderReport(report, { width: 120 });
    const published = text.indexOf("(published metric)");
    expect(published).toBeGreaterThan(0);
    expect(text.indexOf("Do they know the law?")).toBeGreaterThan(published);
    const markdown = renderReportMarkdown(report);
    expect(lines(markdown).filter((line) => line.startsWith("## "))).toEqual([
      "## Published metric",
      "## Sound metrics",
    ]);
  });

  it("is the published table alone where nothing sound was measured", () => {
    const plain = sampleManifest({ problems: 10 });
    const alone = runReport(plain, sampleOutcomes(plain));
    expect(alone.sound).toBeNull();
    expect(renderReport(alone)).not.toContain("law?");
    expect(renderReportMarkdown(alone)).not.toContain("## ");
  });
});
