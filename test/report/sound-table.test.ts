import { describe, expect, it } from "vitest";
import type { Scores } from "../../src/contract/index.ts";
import { wilsonInterval } from "../../src/core/index.ts";
import { renderJson, soundTable } from "../../src/report/index.ts";
import type { SoundTable } from "../../src/report/index.ts";
import { failedOutcome, outcomeOf, sampleManifest } from "./sample-run.ts";
import { sampleSoundRun } from "./sample-sound.ts";

const { manifest, outcomes } = sampleSoundRun(120);
const table = soundTable(manifest, outcomes);

/** The cell of an interpreter below a head such as `law plain`. */
function cell({ sections }: SoundTable, head: string, interpreter: string) {
  for (const { columns, rows } of sections) {
    const at = columns.findIndex((column) => column.head.join(" ") === head);
    if (at >= 0) return rows.find((row) => row.interpreter === interpreter)?.cells[at];
  }
  return undefined;
}

const scored = (value: number) => ({ kind: "scored" as const, value });
const one = (problem: string, tags: readonly string[], scores: Scores) => ({
  ...outcomeOf({ problem, tags, scores }),
  scorers: ["numeric-sound/1"],
});
const small = (list: readonly ReturnType<typeof outcomeOf>[], problems = list.length): SoundTable =>
  soundTable(sampleManifest({ problems, interpreters: ["lookup"] }), list);

describe("soundTable", () => {
  it("asks four questions, contestants first, best by law, references last, in each alike", () => {
    expect(table.sections.map(({ title }) => title.split(/[?:]/)[0])).toEqual([
      "Do they know the law",
      "How close does their code come, and at what length",
      "Do they see the corruption",
      "Noise and networks",
    ]);
    const names = table.sections.map(({ rows }) => rows.map(({ interpreter }) => interpreter));
    for (const list of names) expect(list).toEqual(names[0]);
    expect(names[0]?.slice(-2)).toEqual(["oracle", "chance"]);
    const known = (names[0] ?? [])
      .slice(0, 4)
      .map((name) => cell(table, "law all", name)?.estimate?.value ?? NaN);
    expect(known.toSorted((a, b) => b - a)).toEqual(known);
    for (const { columns, rows } of table.sections)
      for (const { cells } of rows) expect(cells).toHaveLength(columns.length);
  });

  it("counts what is trivially right apart: plain and trivial share no problem", () => {
    const size = (head: string) =>
      table.sections[0]?.columns.find((column) => column.head.join(" ") === head)?.problems ?? NaN;
    expect(size("law plain") + size("law trivial")).toBe(60);
    expect(size("law trivial")).toBeGreaterThan(10);
    expect(
      size("law plain") + size("law trivial") + size("law corrupted") + size("law noised"),
    ).toBe(size("law all"));
    expect(cell(table, "law plain", "line")?.estimate?.value).toBe(0);
    expect(cell(table, "law trivial", "line")?.estimate?.value).toBeGreaterThan(0);
  });

  it("takes a rate over all items, unscored and failed ones as not passed", () => {
    const law = small([
      one("p0", ["plain"], { law: scored(1) }),
      one("p1", ["plain"], { law: scored(0) }),
      one("p2", ["plain"], { law: { kind: "unscored", reason: "code-unparsable" } }),
      failedOutcome({ problem: "p3", tags: ["plain"] }),
    ]);
    expect(cell(law, "law all", "lookup")).toEqual({
      items: 4,
      estimate: { n: 4, value: 0.25, ...wilsonInterval(1, 4) },
      unscored: { "code-unparsable": 1, failed: 1 },
      leftOut: {},
    });
    expect(law.sections.map(({ columns }) => columns.length)).toContain(2);
  });

  it("takes medians and means over what was scored, and says of how many", () => {
    const error = small([
      one("p0", ["plain"], { error: scored(0.2) }),
      one("p1", ["plain"], { error: scored(0.8) }),
      one("p2", ["plain"], { error: { kind: "unscored", reason: "code-threw" } }),
      one("p3", ["plain"], { error: { kind: "unscored", reason: "constant-truth" } }),
    ]);
    for (const head of ["error median", "error mean"])
      expect(cell(error, head, "lookup")).toMatchObject({
        items: 3,
        estimate: { n: 2, value: 0.5 },
      });
  });

  it("does not hold against anyone a law that the network did not learn", () => {
    const tags = ["approximated", "law-not-learned"];
    const unlearned = { kind: "unscored" as const, reason: "law-not-learned" as const };
    const networks = small([
      one("p0", ["approximated"], { "network.law": scored(1), form: scored(1) }),
      one("p1", tags, { "network.law": unlearned, form: unlearned }),
      failedOutcome({ problem: "p2", tags }),
    ]);
    expect(cell(networks, "network law", "lookup")?.estimate).toMatchObject({ n: 1, value: 1 });
    expect(cell(networks, "form all", "lookup")?.estimate).toMatchObject({ n: 1, value: 1 });
  });

  it("leaves out columns and sections that nobody has a figure for", () => {
    const clean = small([one("p0", ["plain"], { "corruption.stated.false": scored(0) })]);
    expect(clean.sections.map(({ columns }) => columns.map(({ head }) => head.join(" ")))).toEqual([
      ["stated false"],
    ]);
    expect(small([], 3)).toMatchObject({
      sections: [],
      front: [],
      partial: { done: 0, expected: 3 },
    });
  });

  it("marks the front among contestants, and lists references below", () => {
    expect(table.front.slice(-2).map(({ role, onFront }) => [role, onFront])).toEqual([
      ["reference", false],
      ["reference", false],
    ]);
    const contestants = table.front.slice(0, -2);
    expect(contestants.map(({ length }) => length)).toEqual([5, 9, 31, 1560]);
    expect(contestants[0]?.onFront).toBe(true);
  });

  it("has the calibration of those who state a confidence", () =>
    expect(table.calibration.map(({ interpreter, n }) => [interpreter, n])).toEqual([
      ["polynomial", 100],
    ]));

  it("does not depend on the order in which items were done, and is plain data", () => {
    expect(soundTable(manifest, outcomes.toReversed())).toEqual(table);
    expect(JSON.parse(renderJson(table))).toEqual(table);
    expect(renderJson(table)).not.toContain("suites/");
  });
});
