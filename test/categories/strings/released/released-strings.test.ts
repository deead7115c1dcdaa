import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { importFind } from "../../../../src/app/index.ts";
import type { ImportParts } from "../../../../src/categories/common/index.ts";
import { releasedStrings } from "../../../../src/categories/strings/released/released-strings.ts";
import { quirkMeanings } from "../../../../src/official/index.ts";
import { openSuite } from "../../../../src/suite/index.ts";
import { findbench } from "../../../support/command-line.ts";
import { asStrings } from "../../../support/kinds-of-problem.ts";
import { quickNetwork } from "../../../support/quick-network.ts";
import { temporaryFolder } from "../../../support/temporary-folder.ts";

// Records in the released layout, written for this test; none of them is in the released set.
type Row = readonly [inputs: readonly string[], outputs: readonly string[], correct: number];

interface Sample {
  readonly rows: readonly Row[];
  /** The outermost operation first; left out where no expression is known. */
  readonly expression?: readonly (readonly [string, readonly unknown[]])[] | null;
  readonly expressions?: number;
}

const reversed: Sample = {
  rows: [
    [["Lantern", "desk", "mug"], ["nretnaL", "DESK", "mugq"], 1],
    [["pot", "Two spoons", "chair"], ["POT", "snoops owT", "chai"], 2],
    [["level", "wet ink", "sofa9"], ["five", "wetink", "9afos"], 3],
  ],
  expression: [["reverse_string", []]],
  expressions: 1,
};

const appended: Sample = {
  rows: [
    [["plum", "fig", "pear tree"], ["plumZ", "FIG", "pear"], 1],
    [["kale", '"leek', "oat "], ["k", '"leekZ', "oat Z"], 2],
  ],
  expression: [["string_concatenate", ["Z"]]],
  expressions: 3,
};

function importStrings(
  parts: Pick<ImportParts, "folder" | "seed" | "expressions">,
): ReturnType<typeof releasedStrings.import> {
  const { signal } = new AbortController();
  return releasedStrings.import({ ...parts, approximate: quickNetwork, signal });
}

async function releasedFolder(...samples: readonly Sample[]) {
  const folder = await temporaryFolder();
  await mkdir(join(folder, "strings"));
  const nameOf = (i: number): string => `f${String(i).padStart(5, "0")}`;
  const tests = samples.map(({ rows }, i) => ({
    name: nameOf(i),
    test_vec: rows.map(([inputs, outputs]) => [inputs, outputs]),
    correct_inx: rows.map(([, , correct]) => correct),
  }));
  const said = samples.map((_, i) => ({ name: nameOf(i), description: ": does something" }));
  const expressions = samples.flatMap(({ expression, expressions: n = 1 }, i) =>
    expression === undefined
      ? []
      : [{ id: nameOf(i), expr_simplest: expression, n_distinct_name_explanations: n }],
  );
  const write = (file: string, data: unknown) => writeFile(file, JSON.stringify(data));
  await write(join(folder, "strings", "unit_test_data.json"), tests);
  await write(join(folder, "strings", "test_data.json"), said);
  const file = join(folder, "expressions.json");
  await write(file, expressions);
  return { folder, file };
}

async function imported(...samples: readonly Sample[]) {
  const { folder, file } = await releasedFolder(...samples);
  return importStrings({ folder, seed: "0", expressions: file });
}

async function truthOf(sample: Sample) {
  const { problems, leftOut } = await imported(sample);
  expect(leftOut).toEqual([]);
  const [problem] = problems;
  if (problem === undefined) throw new Error("Expected one problem; got none");
  return asStrings(problem).truth;
}

describe("a released string function", () => {
  it("is the expression that stands in, with the published tests", async () => {
    const { spec, tests, provenance, quirks, description } = await truthOf(reversed);
    expect(spec).toEqual({ kind: "reverse" });
    expect(tests).toMatchObject({
      kind: "strings",
      pairs: [
        { input: ["Lantern"], output: "nretnaL" },
        { input: ["Two spoons"], output: "snoops owT" },
        { input: ["sofa9"], output: "9afos" },
      ],
      triplets: [{ correct: 0 }, { correct: 1 }, { correct: 2 }],
    });
    expect(tests.triplets[0]?.options[1]).toEqual({ input: ["desk"], output: "DESK" });
    expect(tests.hardTriplets).toHaveLength(3);
    expect(quirks).toEqual(["stand-in-expression"]);
    expect(description).toMatch(/revers/u);
    expect(provenance).toEqual({
      source: "find",
      officialId: "f00000",
      servedBy: "expressions.json",
      metadata: { name: "f00000", description: ": does something" },
    });
  });

  it("flags what is known to be odd about its tests", async () => {
    const { quirks } = await truthOf(appended);
    expect(quirks).toEqual([
      "ambiguous-triplet",
      "dangling-quote",
      "several-expressions",
      "stand-in-expression",
    ]);
    for (const quirk of quirks) expect(quirkMeanings.has(quirk)).toBe(true);
    const blank: Sample = { ...appended, rows: [[["oat ", "x", "y"], ["oat Z", "", ""], 1]] };
    expect((await truthOf(blank)).quirks).toContain("dangling-blank");
  });

  it("is served as the released data show it, with the outermost operation last", async () => {
    const rows: readonly Row[] = [[["banana 7", "a", "b"], ["three", "", ""], 1]];
    const counted: Sample = {
      rows,
      expression: [
        ["count_consonants", []],
        ["remove_digits", []],
      ],
    };
    expect((await truthOf(counted)).spec).toEqual({
      kind: "chain",
      steps: [{ kind: "remove-digits" }, { kind: "count-consonants", reading: "sound" }],
    });
  });
});

describe("an import of string functions", () => {
  it("leaves out what nothing stands in for, and says why", async () => {
    const { expression: _expression, ...unknown } = reversed;
    const wrong = { ...reversed, expression: [["string_strip", []]] } as const;
    const { problems, leftOut } = await imported(
      reversed,
      unknown,
      { ...reversed, expression: null },
      wrong,
    );
    expect(problems).toHaveLength(1);
    expect(leftOut.map(({ id }) => id)).toEqual([
      "strings/f00001",
      "strings/f00002",
      "strings/f00003",
    ]);
    expect(leftOut[0]?.reason).toMatch(/no expression stands in/u);
    expect(leftOut[2]?.reason).toMatch(/does not reproduce/u);
  });

  it("leaves out everything without expressions", async () => {
    const { folder } = await releasedFolder(reversed, appended);
    const { problems, leftOut } = await importStrings({ folder, seed: "0", expressions: null });
    expect(problems).toEqual([]);
    expect(leftOut.map(({ reason }) => reason)).toEqual(
      Array.from({ length: 2 }, () => expect.stringContaining("--expressions") as string),
    );
  });

  it("gives the same for the same seed, under ids that the names do not tell", async () => {
    const { folder, file } = await releasedFolder(reversed, appended);
    const [a, b, other] = await Promise.all(
      ["1", "1", "2"].map((seed) => importStrings({ folder, seed, expressions: file })),
    );
    expect(b).toEqual(a);
    expect(other?.problems.map(({ id }) => id)).not.toEqual(a?.problems.map(({ id }) => id));
    const ids = a?.problems.map(({ id }) => id) ?? [];
    expect(ids).toEqual(ids.toSorted());
  });

  it.each<[string, string, string]>([
    ["a name that is none", "unit_test_data.json", '[{"name":"x","test_vec":[],"correct_inx":[]}]'],
    ["cut-off JSON", "unit_test_data.json", "["],
    ["no list", "unit_test_data.json", "{}"],
    [
      "a place that is none",
      "unit_test_data.json",
      '[{"name":"f00000","test_vec":[[["a","b","c"],["a","b","c"]]],"correct_inx":[4]}]',
    ],
    [
      "a place too few",
      "unit_test_data.json",
      '[{"name":"f00000","test_vec":[[["a","b","c"],["a","b","c"]]],"correct_inx":[]}]',
    ],
    ["no name", "test_data.json", "[{}]"],
    ["an unknown operation", "../expressions.json", '[{"id":"f00000","expr_simplest":[["x",[]]]}]'],
    ["no steps", "../expressions.json", '[{"id":"f00000","expr_simplest":[]}]'],
  ])("is refused with %s", async (_name, file, text) => {
    const { folder, file: expressions } = await releasedFolder(reversed);
    await writeFile(join(folder, "strings", file), text);
    await expect(importStrings({ folder, seed: "0", expressions })).rejects.toMatchObject({
      code: "bad-data",
    });
  });

  it("is refused where a function is there twice, or a file is missing", async () => {
    const { folder } = await releasedFolder(reversed);
    const options = { folder, seed: "0", expressions: join(folder, "none.json") };
    await expect(importStrings(options)).rejects.toMatchObject({ code: "data-missing" });
    const test = '{"name":"f00000","test_vec":[[["a","b","c"],["a","b","c"]]],"correct_inx":[1]}';
    await writeFile(join(folder, "strings", "unit_test_data.json"), `[${test},${test}]`);
    await expect(importStrings({ ...options, expressions: null })).rejects.toMatchObject({
      code: "bad-data",
      message: expect.stringContaining("twice") as string,
    });
  });
});

describe("findbench import", () => {
  const signal = new AbortController().signal;

  it("makes a suite of a folder that has string functions alone", async () => {
    const { folder, file } = await releasedFolder(reversed, appended);
    const out = join(folder, "suite");
    const args = ["import", folder, "--out", out, "--expressions", file];
    const { code, stdout } = await findbench(...args);
    expect([code, stdout]).toEqual([0, expect.stringMatching(/2 problems .* 0 left out/u)]);
    const { header } = await openSuite(out);
    expect(header.counts).toMatchObject({ problems: 2, categories: { strings: 2 } });
    for (const name of ["f00000", "strings/f00000"]) {
      const asked = await findbench("query", out, name, "abc", "--json");
      expect(JSON.parse(asked.stdout)).toMatchObject([{ answer: { kind: "value", value: "cba" } }]);
    }
  });

  it("says how to get at them where they have no code", async () => {
    const { folder } = await releasedFolder(reversed);
    const asked = await findbench("import", folder, "--out", join(folder, "suite"));
    expect(asked.stderr).toMatch(/bad-data: .*--expressions FILE/u);
    expect(asked.code).toBe(2);
  });

  it("imports the categories that are wanted, and refuses those that are not there", async () => {
    const { folder, file: expressions } = await releasedFolder(reversed);
    const request = { folder, out: join(folder, "suite"), seed: "0", expressions };
    for (const categories of [["numeric"], ["strings", "colours"]])
      await expect(importFind({ ...request, categories }, signal)).rejects.toMatchObject({
        code: "unknown-category",
      });
    const { header } = await importFind({ ...request, categories: ["strings"] }, signal);
    expect(header.counts.problems).toBe(1);
  });

  it("is refused where no category is there", async () => {
    const folder = await temporaryFolder();
    const request = { folder, out: join(folder, "suite"), seed: "0", expressions: null };
    await expect(importFind({ ...request, categories: null }, signal)).rejects.toMatchObject({
      code: "data-missing",
    });
  });
});
