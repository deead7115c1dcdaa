import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wilsonInterval } from "../../src/core/index.ts";
import type { Outcome } from "../../src/contract/index.ts";
import { part } from "../../src/report/document.ts";
import { renderers, reportDocument, runReport } from "../../src/report/index.ts";
import type { RunReport } from "../../src/report/index.ts";
import type { Section } from "../../src/report/section.ts";
import { tableOf } from "../../src/summaries/index.ts";
import {
  failedOutcome,
  outcomeOf,
  sampleManifest,
  sampleOutcomes,
  scoresOf,
  unscoredScores,
} from "./sample-run.ts";
import type { SampleParts } from "./sample-run.ts";
import { sampleSoundRun } from "./sample-sound.ts";

const whole = { verdict: true, tables: true };
const brief = { verdict: true, tables: false };
const sound = sampleSoundRun(120);
const soundReport = runReport(sound.manifest, tableOf(sound.outcomes));

function reportOf(parts: SampleParts, done = Infinity): RunReport {
  const manifest = sampleManifest(parts);
  return runReport(manifest, tableOf(sampleOutcomes(manifest).slice(0, done)));
}

const section = (report: RunReport, name: string) =>
  report.categories[0]?.sections.find((one) => one.name === name);
const text = (report: RunReport, width = 100): string =>
  renderers.terminal.render(reportDocument([report], whole), { width });
const ESCAPE = String.fromCharCode(27);

describe("a report", () => {
  const manifest = sampleManifest({ problems: 60 });
  const outcomes = sampleOutcomes(manifest);
  const report = runReport(manifest, tableOf(outcomes));
  const published = section(report, "published");

  it("ranks contestants by their rate, and keeps references apart, last", () => {
    expect(published?.rows.map(({ name, role }) => [name, role])).toEqual([
      ["lookup", "contestant"],
      ["polynomial", "contestant"],
      ["line", "contestant"],
      ["constant", "contestant"],
      ["oracle", "reference"],
      ["chance", "reference"],
    ]);
    expect(published?.rows.map(({ group }) => group === null)).toEqual([
      false,
      false,
      false,
      false,
      true,
      true,
    ]);
  });

  it("has a column per subset that occurs, with the problems in it", () =>
    expect(
      published?.columns
        .filter(({ metric }) => metric === "nmse<0.1")
        .map(({ subset, problems }) => [subset, problems]),
    ).toEqual([
      ["all", 60],
      ["simple", 51],
      ["composed", 9],
      ["plain", 36],
      ["corrupted", 12],
      ["noised", 12],
    ]));

  it("says in a column's head over how many problems its shares are", () => {
    const flat = outcomes.map((outcome): Outcome => {
      if (outcome.item.problem !== "p3") return outcome;
      const score = { kind: "unscored", reason: "zero-energy" } as const;
      return { ...outcome, scores: { nmse: score, "nmse<0.1": score } };
    });
    const one = section(runReport(manifest, tableOf(flat)), "published");
    expect(one?.columns[0]).toMatchObject({ subset: "all", problems: 59 });
    for (const { cells } of one?.rows ?? [])
      expect(cells[0]).toMatchObject({
        estimate: { n: 59 },
        items: 59,
        leftOut: { "zero-energy": 1 },
      });
  });

  it("does not depend on the order in which items were done", () =>
    expect(runReport(manifest, tableOf(outcomes.toReversed()))).toEqual(report));

  it("is plain data: JSON gives it back unchanged, and no path is in it", () => {
    const json = renderers.json.render(reportDocument([report], whole));
    expect(JSON.parse(json)).toEqual([report]);
    expect(json).not.toContain("suites/");
  });

  it("counts items without a figure by reason, and faults apart", () => {
    const two = sampleManifest({ problems: 4, interpreters: ["lookup"] });
    const small = runReport(
      two,
      tableOf([
        outcomeOf({ problem: "p0" }),
        outcomeOf({ problem: "p1", scores: scoresOf(3) }),
        outcomeOf({ problem: "p2", scores: unscoredScores("code-threw") }),
        failedOutcome({ problem: "p3", queries: 0 }),
      ]),
    );
    const [row] = section(small, "published")?.rows ?? [];
    expect(row?.cells[0]).toMatchObject({
      estimate: { n: 4, value: 0.25, ...wilsonInterval(1, 4) },
      unscored: { "code-threw": 1, failed: 1 },
    });
    expect(row?.cells.at(-1)).toMatchObject({ estimate: { n: 2, value: 1.5 } });
    expect(section(small, "effort")?.rows[0]?.cells).toEqual(
      [4, 2, 1, 48, 1].map((value) => ({ kind: "number", value })),
    );
  });

  it("says how far an unfinished run has come, first of all", () => {
    expect(report.partial).toBeNull();
    const part = reportOf({ problems: 20 }, 70);
    expect(part.partial).toEqual({ done: 70, expected: 120 });
    expect(text(part)).toMatch(/^PARTIAL: 70 of 120 items are done/u);
    expect(text(part)).toContain("(12 of 20)");
    expect(text(report)).not.toContain("PARTIAL");
  });

  it("holds without any outcome", () => {
    const empty = reportOf({}, 0);
    expect(empty.categories).toEqual([]);
    for (const { render } of Object.values(renderers))
      expect(render(reportDocument([empty], whole))).not.toContain("undefined");
    expect(text(empty)).toContain("Nothing to rank yet: no item is done.");
  });

  it("has a column per suite where there are several", () => {
    const several = section(reportOf({ problems: 10, suites: ["paper", "mini"] }), "published");
    expect(several?.columns.slice(0, 3).map(({ subset, problems }) => [subset, problems])).toEqual([
      ["all", 20],
      ["suite:paper", 10],
      ["suite:mini", 10],
    ]);
  });

  it("marks a row of which nothing could be scored, and names the reason as ours", () => {
    const manifest = sampleManifest({ problems: 2, interpreters: ["lookup", "line"] });
    const shown = text(
      runReport(
        manifest,
        tableOf(
          ["p0", "p1"].flatMap((problem) => [
            outcomeOf({ problem, scores: unscoredScores("no-sandbox") }),
            outcomeOf({ problem, interpreter: "line" }),
          ]),
        ),
      ),
    );
    expect(shown).toContain("Left out, for no fault of the method: lookup 2 of 2 (no-sandbox 2).");
    expect(shown).toContain("lookup *");
    expect(shown).toContain("fault of the set-up and not of the method: lookup no-sandbox 2");
    expect(shown).not.toContain("line *");
  });
});

describe("what is measured", () => {
  it("is shown, whoever measured it: metrics and categories that nobody here knows", () => {
    const manifest = sampleManifest({ problems: 12, interpreters: ["lookup", "line"] });
    const outcomes = sampleOutcomes(manifest).map((outcome, i): Outcome => ({
      ...outcome,
      // A later version's.
      category: i % 2 === 0 ? outcome.category : "neurons",
      scores: { ...outcome.scores, "judge.kind": { kind: "scored", value: i / 7 } },
    }));
    const report = runReport(manifest, tableOf(outcomes));
    expect(report.categories.map(({ category }) => category)).toEqual(["neurons", "numeric"]);
    for (const { sections } of report.categories) {
      const other = sections.find(({ name }) => name === "other");
      expect(other?.columns.map(({ metric }) => metric)).toContain("judge.kind");
      expect(other?.rows.map(({ cells }) => cells[0]?.kind)).toContain("figure");
    }
    for (const { render } of Object.values(renderers))
      expect(render(reportDocument([report], whole))).toMatch(/judge[. ]kind|judge/u);
  });

  it("is shown once: no metric stands in two questions on the same problems", () => {
    for (const { sections } of soundReport.categories) {
      const keys = sections
        .filter(({ name }) => name !== "published")
        .flatMap(({ columns }) =>
          columns.flatMap(({ metric, subset, statistic }) =>
            metric === null ? [] : [`${metric} ${subset} ${statistic}`],
          ),
        );
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  it("is computed only where it is wanted, and is then the same", () => {
    const only = runReport(sound.manifest, tableOf(sound.outcomes), {
      wanted: (name) => name === "local",
    });
    const [category] = only.categories;
    expect(category?.sections.map(({ name }) => name)).toEqual(["local"]);
    expect(category?.sections[0]).toEqual(section(soundReport, "local"));
    expect(category?.verdict).toEqual(soundReport.categories[0]?.verdict);
  });
});

describe("a verdict", () => {
  const screen = (report: RunReport, width = 80): string[] =>
    renderers.terminal.render(reportDocument([report], brief), { width }).split("\n");

  it("names who leads, who cannot be told apart, and who has the rule but not the region", () => {
    const outcomes = sound.outcomes.map((outcome): Outcome => {
      if (outcome.tags?.includes("corrupted") !== true) return outcome;
      const hasRule = outcome.item.interpreter !== "lookup";
      const share = (value: number) => ({ kind: "scored", value }) as const;
      const scores = {
        ...outcome.scores,
        extrapolation: share(hasRule ? 0.9 : 0.1),
        "agreement.regions": share(outcome.item.interpreter === "oracle" ? 0.9 : hasRule ? 0 : 0.8),
      };
      return { ...outcome, scores };
    });
    const shown = screen(runReport(sound.manifest, tableOf(outcomes)))
      .join(" ")
      .replaceAll(/\s+/gu, " ");
    expect(shown).toContain("lookup is highest");
    expect(shown).toContain("cannot be told apart from polynomial");
    expect(shown).toMatch(/The rule, but not the corrupted region .*line \(90 against 0, p </u);
    expect(shown).toMatch(/The corrupted region without the rule: lookup \(10 against 80/u);
  });

  it("fits on a screen of 24 lines and 80 columns, or has nine lines a category, whatever was run", () => {
    const name = fc.string({ unit: "grapheme-ascii", minLength: 1, maxLength: 30 });
    const runs = fc.record({
      names: fc.uniqueArray(
        name.map((text) => text.replaceAll(/\s/gu, "-")),
        { minLength: 1, maxLength: 12 },
      ),
      categories: fc.integer({ min: 1, max: 6 }),
      done: fc.integer({ min: 1, max: 60 }),
      isUntagged: fc.boolean(),
    });
    fc.assert(
      fc.property(runs, ({ names, categories, done, isUntagged }) => {
        const manifest = sampleManifest({ problems: 6, interpreters: [...names, "oracle"] });
        const outcomes = sampleOutcomes(manifest)
          .slice(0, done)
          .map((outcome, i): Outcome => {
            const category = ["numeric", "strings", "a", "b", "c", "d"][i % categories];
            return {
              ...outcome,
              category: category as Outcome["category"],
              scorers: [`s/${i % 2}`],
            };
          });
        const withoutTags = isUntagged ? [{ name: "paper", why: "They are elsewhere" }] : [];
        const lines = screen(runReport(manifest, tableOf(outcomes), { withoutTags }));
        expect(lines.length).toBeLessThanOrEqual(Math.max(24, 9 * categories));
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(80);
      }),
      { numRuns: 40 },
    );
  });

  it("has not changed its looks unnoticed", () =>
    expect(screen(soundReport).join("\n")).toMatchSnapshot());
});

describe("a terminal", () => {
  it.each([60, 80, 100, 140])("of %d columns is wide enough, and shows every rate", (width) => {
    const shown = text(soundReport, width);
    for (const line of shown.split("\n")) expect(line.length).toBeLessThanOrEqual(width);
    for (const { columns, rows } of soundReport.categories[0]?.sections ?? [])
      for (const { cells } of rows)
        columns.forEach(({ unit }, index) => {
          const cell = cells[index];
          if (unit === "percent" && cell?.kind === "figure" && cell.estimate !== null)
            expect(shown).toContain((100 * cell.estimate.value).toFixed(1));
        });
  });

  it("gets colours only when asked, and then only colours", () => {
    const document = reportDocument([soundReport], whole);
    const coloured = renderers.terminal.render(document, { colour: true });
    expect(coloured).toContain(ESCAPE);
    const stripped = coloured.replaceAll(new RegExp(`${ESCAPE}\\[\\d+m`, "g"), "");
    const trimmed = (shown: string): string[] => shown.split("\n").map((line) => line.trimEnd());
    expect(trimmed(stripped)).toEqual(trimmed(text(soundReport)));
  });

  it("has not changed its looks unnoticed", () => {
    expect(text(soundReport, 80)).toMatchSnapshot("80 columns");
    expect(text(reportOf({}), 100)).toMatchSnapshot("100 columns, published metric alone");
  });
});

describe("Markdown", () => {
  it("has the same number of cells in every row of a table, whatever a row is called", () => {
    const report = reportOf({ problems: 3, interpreters: ["odd|name*", "line"] });
    const shown = renderers.markdown.render(reportDocument([report], whole));
    const tables = shown.split("\n\n").filter((block) => block.startsWith("|"));
    expect(tables.length).toBeGreaterThan(1);
    for (const block of tables) {
      const counts = block.split("\n").map((row) => row.split(/(?<!\\)\|/u).length);
      expect(new Set(counts).size).toBe(1);
    }
    expect(shown).toContain("odd\\|name\\*");
  });

  it("has not changed its looks unnoticed", () =>
    expect(renderers.markdown.render(reportDocument([soundReport], whole))).toMatchSnapshot());
});

describe("CSV", () => {
  const shown = renderers.csv.render(reportDocument([soundReport], whole));
  const lines = shown.trimEnd().split("\r\n");

  it("has a line for every cell of every table, with its figure unrounded", () => {
    const [category] = soundReport.categories;
    const sections = [category?.verdict?.summary, ...(category?.sections ?? [])];
    const cells = sections.flatMap((one) => one?.rows.flatMap((row) => row.cells) ?? []);
    expect(lines).toHaveLength(cells.length + 1);
    for (const cell of cells)
      if (cell.kind === "figure" && cell.estimate !== null) {
        const { n, value, low, high } = cell.estimate;
        expect(shown).toContain(`,${n},${value},${low},${high}\r\n`);
      }
  });

  it("quotes what would end a field", () => {
    const report = reportOf({ problems: 2, interpreters: ['a "b", c'] });
    expect(renderers.csv.render(reportDocument([report], whole))).toContain('"a ""b"", c"');
  });
});

describe("LaTeX", () => {
  it("makes tables of booktabs that are no wider than a column of a paper", () => {
    const shown = renderers.latex.render(reportDocument([soundReport], whole));
    const tables = shown.split("\\begin{table}").slice(1);
    expect(tables.length).toBeGreaterThan(3);
    for (const table of tables) {
      for (const rule of ["toprule", "midrule", "bottomrule"]) expect(table).toContain(`\\${rule}`);
      const [, columns = ""] = /\{tabular\}\{@\{\}([lr]+)@\{\}\}/u.exec(table) ?? [];
      const rows = table.split("\n").filter((line) => line.endsWith("\\\\"));
      for (const row of rows) expect(row.split(/(?<!\\)&/u)).toHaveLength(columns.length);
      expect(columns.length).toBeLessThanOrEqual(8);
    }
  });

  it("makes plain what LaTeX would take for more", () => {
    const report = reportOf({ problems: 2, interpreters: ["a_b&c%d#e~f^g\\h{i}"] });
    const shown = renderers.latex.render(reportDocument([report], whole));
    expect(shown).toContain(
      "a\\_b\\&c\\%d\\#e\\textasciitilde{}f\\textasciicircum{}g\\textbackslash{}h\\{i\\}",
    );
  });

  it("puts a power of ten in braces, since LaTeX refuses a second superscript on one figure", () => {
    const estimate = { n: 9, value: 3.2e7, low: 1.5e6, high: 4e8 };
    const section: Section = {
      name: "errors",
      title: "Errors",
      rankedBy: null,
      isLettered: false,
      columns: [
        {
          head: ["error"],
          unit: "error",
          metric: "published.nmse",
          subset: null,
          statistic: "median",
          problems: 9,
        },
      ],
      rows: [
        {
          name: "line",
          label: "line",
          role: "contestant",
          group: null,
          cells: [{ kind: "figure", estimate, items: 9, unscored: {}, leftOut: {} }],
        },
      ],
      notes: [],
    };
    const shown = renderers.latex.render({ data: null, parts: [part({ sections: [section] })] });
    expect(shown).toContain("${3.2{\\cdot}10^{7}}_{{1.5{\\cdot}10^{6}}}^{{4.0{\\cdot}10^{8}}}$");
  });

  it("has not changed its looks unnoticed", () =>
    expect(renderers.latex.render(reportDocument([soundReport], brief))).toMatchSnapshot());
});
