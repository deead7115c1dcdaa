import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { importEntitiesWith } from "../../../src/categories/entities/released/released-entities.ts";
import { entityQuirkMeanings } from "../../../src/categories/entities/released/quirks.ts";
import { entities } from "../../../src/categories/entities/sealed.ts";
import type { Imported } from "../../../src/categories/index.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";
import { lexicon } from "./fixture.ts";

async function imported(list: unknown, tests: unknown): Promise<Imported> {
  const folder = await temporaryFolder();
  await mkdir(join(folder, "neurons_entities"));
  await writeFile(join(folder, "neurons_entities/data.json"), JSON.stringify(list));
  await writeFile(join(folder, "neurons_entities/unit_test_data.json"), JSON.stringify(tests));
  return importEntitiesWith(lexicon, { folder, seed: "0" });
}

const row = (dir: string, concept1: string, concept2: string | null = null): object => ({
  dir,
  concept1,
  concept2,
  initial: ["racket", "aria", "window"],
});
const LIST = [row("f00000", "tennis"), row("f00001", "opera", "golf"), row("f00002", "sport")];
const TESTS = [
  {
    name: "f00000",
    test_vec: [
      ["serve", "aria", "half"],
      ["tutu", "racket ", "volley"],
      ["putter", "quarter", "volley"],
    ],
    correct_inx: [1, 2, 3],
  },
];

describe("released entities", () => {
  it("are read with their unit tests, and the others are named", async () => {
    const { problems, leftOut } = await imported(LIST, TESTS);
    expect(problems).toHaveLength(1);
    expect(leftOut).toEqual([
      { id: "entities/f00001", reason: "the folder has no unit tests for it" },
      { id: "entities/f00002", reason: "the lexicon has no concept «sport»" },
    ]);
    const truth = problems[0]?.truth;
    expect(truth?.spec).toMatchObject({ kind: "entity", concepts: ["tennis"] });
    expect(problems[0]?.briefing.domain).toMatchObject({ initial: ["racket", "aria", "window"] });
    expect(entities.testsSchema.parse(truth?.tests)).toEqual(truth?.tests);
  });

  it("have what is odd about each unit test with it", async () => {
    const { problems } = await imported(LIST, TESTS);
    const truth = problems[0]?.truth;
    expect(truth?.tests).toMatchObject({
      triplets: [
        { options: ["serve", "aria", "half"], correct: 0 },
        {
          options: ["tutu", "racket ", "volley"],
          correct: 1,
          remarks: ["positive-as-distractor", "answered-by-hint", "dangling-blank-in-word"],
        },
        { options: ["putter", "quarter", "volley"], correct: 2 },
      ],
    });
    expect(truth?.quirks).toEqual([
      "answered-by-hint",
      "dangling-blank-in-word",
      "positive-as-distractor",
    ]);
    for (const quirk of truth?.quirks ?? []) expect(entityQuirkMeanings).toHaveProperty([quirk]);
  });

  it.each([
    [[{ dir: "f00000" }], TESTS],
    [LIST, [{ ...TESTS[0], correct_inx: [1] }]],
    [LIST, [{ ...TESTS[0], correct_inx: [1, 2, 4] }]],
  ])("are refused where they are not as released: %#", async (list, tests) => {
    await expect(imported(list, tests)).rejects.toMatchObject({ code: "bad-data" });
  });
});
