import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { findbench } from "../support/command-line.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

let folder: string;
let suite: string;
let run: string;
let problem: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "findbench-test-"));
  suite = join(folder, "suite");
  run = join(folder, "run");
  const made = await findbench(
    "generate",
    "--recipe",
    "mini@1",
    "--seed",
    "cli",
    "--count",
    "9",
    "--out",
    suite,
  );
  expect(made).toMatchObject({ code: 0, stderr: "" });
  const ran = await findbench(
    "run",
    suite,
    "--interpreter",
    "constant,lookup",
    "--budget",
    "16",
    "--metrics",
    "published",
    "--out",
    run,
  );
  expect(ran).toMatchObject({ code: 0, stderr: "" });
  const [line = ""] = (await readFile(join(suite, "problems.jsonl"), "utf8")).split("\n");
  problem = (JSON.parse(line) as { id: string }).id;
  return () => rm(folder, { recursive: true, force: true });
});

describe("the main job", () => {
  it("ends with a leaderboard that has the contestants and the run's own rows", async () => {
    const { stdout } = await findbench("report", run);
    for (const row of ["constant", "lookup", "oracle", "chance"]) expect(stdout).toContain(row);
    expect(stdout).toContain("9 problems");
    expect(stdout).not.toContain("PARTIAL");
  });

  it("prints one JSON document and nothing else with --json", async () => {
    for (const args of [
      ["report", run],
      ["show", run, problem],
      ["query", suite, problem, "1", "2"],
      ["compare", run],
      ["list", suite],
      ["doctor"],
      ["score", run],
      ["resume", run],
      ["generate", "--recipe", "mini@1", "--count", "3", "--out", join(folder, "json-suite")],
      ["run", suite, "--interpreter", "line", "--limit", "2", "--out", join(folder, "json-run")],
    ]) {
      const { code, stdout, stderr } = await findbench(...args, "--json");
      expect({ args, code, stderr }).toEqual({ args, code: 0, stderr: "" });
      expect(typeof JSON.parse(stdout)).toBe("object");
    }
  });

  it("reports as Markdown", async () => {
    for (const name of ["md", "markdown"]) {
      const { stdout } = await findbench("report", run, "--format", name);
      expect(stdout).toContain("| lookup |");
    }
  });

  it("reports a verdict first, every table with --full, and one with --section", async () => {
    const verdict = (await findbench("report", run)).stdout;
    expect(verdict.trimEnd().split("\n").length).toBeLessThanOrEqual(24);
    expect(verdict).not.toContain("Repeat with:");
    const full = (await findbench("report", run, "--full")).stdout;
    expect(full).toContain("Repeat with:");
    const one = (await findbench("report", run, "--section", "published")).stdout;
    expect(one).toContain("Share of functions passed");
    expect(one).not.toContain("at what cost");
    expect((await findbench("report", run, "--format", "csv")).stdout).toMatch(/^run,category,/u);
    expect((await findbench("report", run, "--format", "latex")).stdout).toContain("\\toprule");
    expect((await findbench("compare", run, "--format", "latex")).stdout).toContain("\\toprule");
  });

  it("lists problems of a suite and of a run, by what became of them", async () => {
    const ids = async (...args: string[]): Promise<string[]> => {
      const { code, stdout } = await findbench("list", ...args, "--ids");
      expect(code).toBe(0);
      return stdout.split("\n").filter(Boolean);
    };
    const all = await ids(suite);
    expect(all).toHaveLength(9);
    expect((await ids(run)).toSorted()).toEqual(all.toSorted());
    const unsolved = await ids(run, "--unsolved", "--interpreter", "constant");
    expect(unsolved.length).toBeGreaterThan(0);
    expect(await ids(run, "--unsolved", "--interpreter", "oracle")).toEqual([]);
    expect(await ids(run, "--failed")).toEqual([]);
    const plain = await ids(suite, "--tag", "plain");
    expect(await ids(run, "--tag", "plain")).toHaveLength(plain.length);
    const { stdout } = await findbench("list", run, "--interpreter", "constant", "--json");
    const listed = JSON.parse(stdout) as { id: string; results: Record<string, unknown> }[];
    expect(listed.map(({ id }) => id).toSorted()).toEqual(all.toSorted());
    for (const { id, results } of listed)
      expect(results["constant"] === 1).toBe(!unsolved.includes(id));
  });

  it("asks a black box by hand, with negative and repeated inputs", async () => {
    const { stdout, code } = await findbench("query", suite, problem, "-3", "-3", "1e2");
    expect(code).toBe(0);
    expect(stdout.trim().split("\n")).toHaveLength(3);
    expect(stdout).toMatch(/^f\(-3\) (=|is undefined)/u);
  });

  it("shows a problem as a story: truth, questions, answer, scores", async () => {
    const { stdout } = await findbench("show", run, problem, "--interpreter", "lookup");
    for (const part of ["Truth", "16 queries", "Says", "javascript", "Scores"]) {
      expect(stdout).toContain(part);
    }
    expect(stdout).not.toContain("constant");
  });

  it("runs only the problems that were asked for, and marks nothing as partial", async () => {
    const out = join(folder, "one-problem");
    await findbench("run", suite, "--interpreter", "line", "--problem", problem, "--out", out);
    const { stdout } = await findbench("report", out, "--json");
    const [report] = JSON.parse(stdout) as {
      partial: unknown;
      categories: { sections: { columns: { problems: number }[] }[] }[];
    }[];
    expect(report?.partial).toBeNull();
    expect(report?.categories[0]?.sections[0]?.columns[0]?.problems).toBe(1);
    expect((await findbench("report", out)).stdout).toContain("1 of 9 problems");
  });

  it("takes limits that are unlimited", async () => {
    const out = join(folder, "unlimited");
    const limits = ["--budget", "unlimited", "--rounds", "unlimited"];
    const ran = await findbench("run", suite, "--interpreter", "line", ...limits, "--out", out);
    expect(ran).toMatchObject({ code: 0, stderr: "" });
    const manifest: unknown = JSON.parse(await readFile(join(out, "run.json"), "utf8"));
    expect(manifest).toMatchObject({ budget: null, rounds: null });
  });

  it("lists reports and comparisons, even one", async () => {
    for (const args of [
      ["report", run],
      ["compare", run],
    ]) {
      const { stdout } = await findbench(...args, "--json");
      expect(JSON.parse(stdout)).toHaveLength(1);
    }
  });

  it("computes the metrics that are asked for, and adds others later", async () => {
    const out = join(folder, "metrics");
    const metrics = ["--metrics", "published", "--limit", "2"];
    await findbench("run", suite, "--interpreter", "line", ...metrics, "--out", out);
    expect((await findbench("report", out)).stdout).not.toContain("MIXED");
    expect((await findbench("report", out)).stdout).not.toContain("extrapolation");
    const scored = await findbench("score", out, "--metrics", "sound");
    expect(scored).toMatchObject({ code: 0, stderr: "" });
    const { stdout } = await findbench("report", out, "--json");
    expect(JSON.parse(stdout)).toMatchObject([
      { version: 2, categories: [{ mixed: null, verdict: { metric: "law" } }] },
    ]);
  });

  it("tells of answers that are not on record instead of scoring them", async () => {
    const out = join(folder, "lost");
    const few = ["--metrics", "published", "--limit", "2"];
    await findbench("run", suite, "--interpreter", "line", ...few, "--out", out);
    const before = await readFile(join(out, "outcomes.jsonl"), "utf8");
    await rm(join(out, "events.jsonl"));
    const scored = await findbench("score", out);
    expect(scored.code).toBe(1);
    expect(scored.stderr).toMatch(/no answer of 2 finished items.*line on /u);
    expect(scored.stdout).toContain("Scored 4 items again");
    const after = await readFile(join(out, "outcomes.jsonl"), "utf8");
    expect(after.slice(before.length)).not.toContain('"line"');
  });

  it("does not go on with a run that was begun by other interpreters or on another plan", async () => {
    const out = join(folder, "differs");
    const few = ["--metrics", "published", "--limit", "2"];
    await findbench("run", suite, "--interpreter", "line", ...few, "--out", out);
    const file = join(out, "run.json");
    const manifest = JSON.parse(await readFile(file, "utf8")) as Record<string, unknown>;
    await writeFile(file, JSON.stringify({ ...manifest, findbench: "0.0.0" }));
    const older = await findbench("resume", out);
    expect(older.code).toBe(0);
    expect(older.stderr).toContain("begun with findbench 0.0.0");
    expect(older.stderr).not.toContain("Node");
    expect(manifest["node"]).toBe(process.versions.node);
    await writeFile(file, JSON.stringify({ ...manifest, node: "18.20.0" }));
    const elsewhere = await findbench("resume", out);
    expect(elsewhere.code).toBe(0);
    expect(elsewhere.stderr).toContain(`on Node 18.20.0; this is ${process.versions.node}`);
    const { node: _, ...unrecorded } = manifest;
    await writeFile(file, JSON.stringify(unrecorded));
    const early = await findbench("resume", out);
    expect(early.code).toBe(0);
    expect(early.stderr).not.toContain("Node");
    await writeFile(file, JSON.stringify({ ...manifest, seed: "other" }));
    const other = await findbench("resume", out);
    expect(other.code).toBe(2);
    expect(other.stderr).toMatch(/^findbench: run-differs: /u);
  });

  it("resumes a finished run by doing nothing", async () => {
    const before = await readFile(join(run, "outcomes.jsonl"), "utf8");
    const events = await readFile(join(run, "events.jsonl"), "utf8");
    const { stdout, code } = await findbench("resume", run);
    expect(code).toBe(0);
    expect(stdout).toContain("36 of 36 items done");
    expect(await readFile(join(run, "outcomes.jsonl"), "utf8")).toBe(before);
    expect(await readFile(join(run, "events.jsonl"), "utf8")).toBe(events);
  });

  it("marks a run whose last outcomes are missing as partial", async () => {
    const partial = join(folder, "partial");
    await findbench("run", suite, "--interpreter", "line", "--budget", "8", "--out", partial);
    const file = join(partial, "outcomes.jsonl");
    const lines = (await readFile(file, "utf8")).trimEnd().split("\n");
    await writeFile(file, `${lines.slice(0, -5).join("\n")}\n`);
    const report = await findbench("report", partial);
    expect(report.stdout).toMatch(/^PARTIAL: 22 of 27/u);
    await findbench("resume", partial);
    expect((await findbench("report", partial)).stdout).not.toContain("PARTIAL");
  });
});

describe("wrong input", () => {
  const cases: readonly (readonly [string, () => readonly string[]])[] = [
    ["usage", () => ["discover"]],
    ["usage", () => ["generate", "--out", "x"]],
    ["usage", () => ["generate", "--recipe", "mini@1", "--out", "x", "--depth", "3"]],
    ["usage", () => ["generate", "--recipe", "mini@1", "--out", "x", "--count", "0"]],
    ["usage", () => ["run", suite, "--interpreter", "lookup", "--out", "x", "--budget", "-1"]],
    ["usage", () => ["run", suite, "--interpreter", "lookup", "--out", "x", "--budget", "NaN"]],
    ["usage", () => ["run", suite, "--interpreter", "lookup", "--out", "x", "--limit", "5-2"]],
    ["usage", () => ["run", suite, "--interpreter", "lookup", "--out", "x", "--durability", "no"]],
    ["usage", () => ["run", suite, "--interpreter", ",", "--out", "x"]],
    ["bad-argument", () => ["run", suite, "--interpreter", "line", "--out", ""]],
    ["usage", () => ["run", suite, "--interpreter", "line", "--out", "x", "--metrics", "nice"]],
    ["usage", () => ["run", suite, "--interpreter", "line", "--out", "x", "--time-limit", "0"]],
    ["bad-argument", () => ["run", suite, suite, "--interpreter", "line", "--out", "x"]],
    ["unknown-interpreter", () => ["show", run, problem, "--interpreter", "nope"]],
    ["not-a-run", () => ["report", `${folder}\nnowhere\u001b[2K`]],
    ["usage", () => ["report"]],
    ["bad-argument", () => ["report", run, "--format", "word"]],
    ["bad-argument", () => ["report", run, "--section", "laws"]],
    ["bad-argument", () => ["list", suite, "--failed"]],
    ["unknown-interpreter", () => ["list", run, "--interpreter", "nobody"]],
    ["not-a-run", () => ["list", folder]],
    ["unknown-recipe", () => ["generate", "--recipe", "maxi", "--out", "x"]],
    [
      "unknown-category",
      () => ["generate", "--recipe", "mini@1", "--out", "x", "--categories", "a"],
    ],
    ["unknown-interpreter", () => ["run", suite, "--interpreter", "oracle", "--out", "x"]],
    ["unknown-interpreter", () => ["run", suite, "--interpreter", "constructor", "--out", "x"]],
    ["unknown-interpreter", () => ["compare", run, "--interpreter", "lookup,nobody"]],
    ["unknown-problem", () => ["query", suite, "f99999", "1"]],
    ["unknown-problem", () => ["show", run, "f99999"]],
    [
      "unknown-problem",
      () => ["run", suite, "--interpreter", "line", "--problem", "f9", "--out", "x"],
    ],
    [
      "bad-argument",
      () => ["run", suite, "--interpreter", "line", "--limit", "90-99", "--out", "x"],
    ],
    ["bad-input-value", () => ["query", suite, problem, "three"]],
    ["bad-input-value", () => ["query", suite, problem, "Infinity"]],
    ["bad-input-value", () => ["query", suite, problem, ""]],
    ["not-a-suite", () => ["run", folder, "--interpreter", "lookup", "--out", "x"]],
    ["not-a-run", () => ["report", suite]],
    ["not-a-run", () => ["resume", folder]],
    ["folder-not-empty", () => ["generate", "--recipe", "mini@1", "--out", suite]],
    ["folder-not-empty", () => ["run", suite, "--interpreter", "lookup", "--out", run]],
    ["data-missing", () => ["import", suite, "--out", "x"]],
  ];

  it.each(cases)("%s: one line on stderr, exit 2, nothing written", async (code, args) => {
    const scratch = await temporaryFolder();
    const given = args().map((arg) => (arg === "x" ? join(scratch, "x") : arg));
    const before = await readdir(folder);
    const printed = await findbench(...given);
    expect(printed.code).toBe(2);
    expect(printed.stdout).toBe("");
    expect(printed.stderr).toMatch(new RegExp(`^findbench: ${code}: [^\\n]+\\n$`, "u"));
    expect(await readdir(scratch)).toEqual([]);
    expect(await readdir(folder)).toEqual(before);
  });
});

describe("help", () => {
  it.each(
    [
      [],
      ["--help"],
      ...[
        "generate",
        "import",
        "list",
        "query",
        "run",
        "resume",
        "score",
        "show",
        "report",
        "compare",
        "doctor",
      ].map((name) => [name, "--help"]),
    ].map((args) => [args]),
  )("%j has an example, and exits 0", async (args) => {
    const { code, stdout, stderr } = await findbench(...args);
    expect(code).toBe(0);
    expect(stderr).toBe("");
    expect(stdout).toMatch(/Examples:\n {2}\$ findbench /u);
  });

  it("tells the version", async () => {
    expect((await findbench("--version")).stdout).toMatch(/^\d+\.\d+\.\d+\n$/u);
  });
});
