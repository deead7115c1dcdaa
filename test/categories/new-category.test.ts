import { execFileSync } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const RECIPE = {
  format: "findbench-recipe",
  version: 1,
  name: "toy",
  description: "Strings that are repeated, beside functions of numbers.",
  budget: 16,
  repeats: { groups: [{ count: 6, most: 4 }] },
  numeric: {
    groups: [{ count: 3, law: { structure: "simple", families: { linear: 1 } } }],
    degenerate: "reject",
    tests: { domain: 100, region: 20, outside: 20 },
  },
};

/** A checkout with one folder and one line more than this one, built, and a suite and a run of it. */
let folder = "";
const run = (...args: readonly string[]): string =>
  execFileSync(process.execPath, [join(folder, "dist/cli/main.js"), ...args], {
    cwd: folder,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "findbench-toy-"));
  for (const name of ["src", "recipes", "schemas", "package.json", "tsconfig.build.json"])
    cpSync(join(root, name), join(folder, name), { recursive: true });
  cpSync(join(root, "tsconfig.json"), join(folder, "tsconfig.json"));
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  // The folder and the line.
  cpSync(join(root, "test/fixtures/toy-category"), join(folder, "src/categories/repeats"), {
    recursive: true,
  });
  appendFileSync(
    join(folder, "src/categories/all.ts"),
    'export { repeats } from "./repeats/sealed.ts";\n',
  );
  execFileSync(join(root, "node_modules/.bin/tsc"), ["-p", "tsconfig.build.json"], { cwd: folder });
  writeFileSync(join(folder, "toy.json"), JSON.stringify(RECIPE));
  run("generate", "--recipe", "toy.json", "--seed", "1", "--out", "suite");
  run("run", "suite", "--interpreter", "identity,memory,scientist,lookup", "--out", "run");
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const idOf = (category: string): string => {
  const lines = readFileSync(join(folder, "suite/problems.jsonl"), "utf8").trim().split("\n");
  const problems = lines.map((line) => JSON.parse(line) as { id: string; category: string });
  return problems.find((problem) => problem.category === category)?.id ?? "none";
};

describe("a category is one folder and one line", () => {
  it("draws problems of it beside others", () => {
    const header = JSON.parse(readFileSync(join(folder, "suite/suite.json"), "utf8")) as {
      counts: { categories: Record<string, number> };
    };
    expect(header.counts.categories).toEqual({ numeric: 3, repeats: 6 });
  });

  it("answers queries", () => {
    expect(run("query", "suite", idOf("repeats"), "ab")).toMatch(/(ab)+/u);
  });

  it("scores answers and references to it", () => {
    const outcomes = readFileSync(join(folder, "run/outcomes.jsonl"), "utf8").trim().split("\n");
    const own = outcomes
      .map(
        (line) =>
          JSON.parse(line) as {
            category: string;
            item: { interpreter: string };
            scores: Record<string, { value: number; scorer: string }>;
          },
      )
      .filter(({ category }) => category === "repeats");
    expect(own).toHaveLength(6 * 6);
    const oracle = own.filter(({ item }) => item.interpreter === "oracle");
    expect(oracle.map(({ scores }) => scores["right"])).toEqual(
      Array.from({ length: 6 }, () => ({ kind: "scored", value: 1, scorer: "repeats-share/1" })),
    );
  });

  it("reports, compares, lists and shows it", () => {
    expect(run("report", "run", "--full")).toMatch(/Repeating functions: right of 6/u);
    expect(JSON.parse(run("report", "run", "--json"))).toBeDefined();
    expect(run("compare", "run", "run", "--interpreter", "identity")).toMatch(/repeat/iu);
    expect(run("list", "run", "--interpreter", "identity")).toContain(idOf("repeats"));
    expect(run("show", "run", idOf("repeats"))).toContain("Repeats its string");
  });

  it("scores again and resumes", () => {
    run("score", "run");
    run("resume", "run");
    expect(run("report", "run", "--json")).toContain("repeats");
  });
});
