import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { RelationProblem } from "../../../src/categories/relations/problem.ts";
import { releasedRelations } from "../../../src/categories/relations/released/released-relations.ts";
import type { Imported } from "../../../src/categories/common/index.ts";
import type { Problem } from "../../../src/contract/index.ts";

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

type Columns = readonly [inputs: readonly string[], outputs: readonly string[]];

/** A released folder with one function per row, all with the same unit tests. */
function released(
  rows: readonly {
    readonly input: string;
    readonly output: string;
    readonly left: string | null;
  }[],
  tests: readonly Columns[],
): string {
  const folder = mkdtempSync(join(tmpdir(), "findbench-relations-"));
  folders.push(folder);
  mkdirSync(join(folder, "neurons_relations"));
  const write = (file: string, value: unknown): void =>
    writeFileSync(join(folder, "neurons_relations", file), JSON.stringify(value));
  const names = rows.map((_, i) => `f0000${i}`);
  write(
    "data.json",
    rows.map(({ input, output, left }, i) => ({
      dir: names[i],
      concept1: input,
      concept2: output,
      exeption: left,
      initial: ["Zircon", "Adam"],
    })),
  );
  write(
    "unit_test_data.json",
    names.map((name) => ({ name, test_vec: tests, correct_inx: tests.map(() => 2) })),
  );
  return folder;
}

function imported(folder: string): Promise<Imported> {
  return releasedRelations.import({
    folder,
    seed: "1",
    expressions: null,
    approximate: () => Promise.reject(new Error("none is needed")),
    signal: new AbortController().signal,
  });
}

const capital = { input: "a country", output: "the capital of that country" };
const asia = "the input country is in Asia";

describe("released relations", () => {
  it("mean what their words say, and keep their unit tests", async () => {
    const rows = [
      { ...capital, left: null },
      { ...capital, left: ` ${asia}` },
      { ...capital, left: "the input country is on the moon" },
      { input: "a planet", output: "the moons of that planet", left: null },
    ];
    const { problems, leftOut } = await imported(
      released(rows, [
        [
          ["Lion", "Peru", "Zircon"],
          ["3", " Lima", " Brown "],
        ],
      ]),
    );
    const found = (problems as readonly Read[]).toSorted((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
    expect(found.map(({ truth }) => [truth.spec.relation, truth.spec.exception])).toEqual([
      ["country-capital", null],
      ["country-capital", "country-in-asia"],
    ]);
    expect(found[0]?.truth.tests.triplets).toEqual([
      {
        options: [
          { input: "Lion", output: "3" },
          { input: "Peru", output: "Lima" },
          { input: "Zircon", output: "Brown" },
        ],
        correct: 1,
      },
    ]);
    expect(found[0]?.truth.quirks).toEqual(["dangling-blank", "no-fitting-word"]);
    expect(found[0]?.briefing.domain.initial).toEqual(["Zircon", "Adam"]);
    expect(leftOut).toEqual([
      { id: "relations/f00002", reason: "no facts tell that the input country is on the moon" },
      { id: "relations/f00003", reason: "no facts of the moons of that planet" },
    ]);
  });

  it.each<[string, Columns, readonly string[] | undefined]>([
    [
      "right",
      [
        ["Lion", "France", "Zircon"],
        ["3", "Paris", "x"],
      ],
      undefined,
    ],
    [
      "wrong",
      [
        ["Lion", "France", "Zircon"],
        ["3", "Lyon", "x"],
      ],
      ["label-differs"],
    ],
    [
      "left out",
      [
        ["Lion", "Japan", "Zircon"],
        ["3", "undefined", "x"],
      ],
      undefined,
    ],
    [
      "not left out",
      [
        ["Lion", "Japan", "Zircon"],
        ["3", "Tokyo", "x"],
      ],
      ["exception-missed"],
    ],
    [
      "left out without need",
      [
        ["Lion", "Peru", "x"],
        ["3", " undefined", "y"],
      ],
      ["exception-missed"],
    ],
    [
      "not known",
      [
        ["Lion", "Atlantis", "x"],
        ["3", "Poseidonis", "y"],
      ],
      ["input-unknown"],
    ],
    [
      "one of two",
      [
        ["Lion", "France", "Peru"],
        ["3", "Paris", "Lima"],
      ],
      ["right-distractor"],
    ],
  ])("say of a unit test that is %s what is odd", async (_, columns, quirks) => {
    const { problems } = await imported(released([{ ...capital, left: asia }], [columns]));
    const [problem] = problems as readonly Read[];
    expect(problem?.truth.tests.triplets[0]?.quirks).toEqual(quirks);
    expect(problem?.truth.quirks).toEqual(expect.arrayContaining([...(quirks ?? [])]));
    expect(quirks?.filter((code) => !(code in releasedRelations.quirks)) ?? []).toEqual([]);
  });

  it.each([
    ["function twice", [{ name: "f00000" }, { name: "f00000" }]],
    ["function that is not in data.json", [{ name: "f00007" }]],
  ])("are refused with a %s", async (_, names) => {
    const folder = released(
      [{ ...capital, left: null }],
      [
        [
          ["a", "b", "c"],
          ["d", "e", "f"],
        ],
      ],
    );
    const tests = {
      test_vec: [
        [
          ["a", "b", "c"],
          ["d", "e", "f"],
        ],
      ],
      correct_inx: [1],
    };
    writeFileSync(
      join(folder, "neurons_relations", "unit_test_data.json"),
      JSON.stringify(names.map((name) => ({ ...name, ...tests }))),
    );
    await expect(imported(folder)).rejects.toMatchObject({ code: "bad-data" });
  });
});

type Read = Problem & RelationProblem;

function idOf({ truth }: Read): string {
  return truth.provenance.source === "find" ? truth.provenance.officialId : "";
}
