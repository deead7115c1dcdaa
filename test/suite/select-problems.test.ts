import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { generate } from "../../src/app/index.ts";
import { selectFromSuites } from "../../src/app/select-problems.ts";
import { openSuite } from "../../src/suite/index.ts";
import type { Suite } from "../../src/suite/index.ts";
import { never } from "./suite-cases.ts";

const suites: Suite[] = [];
const ids: (readonly string[])[] = [];

let folder = "";
afterAll(() => rm(folder, { recursive: true, force: true }));
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "findbench-test-"));
  for (const seed of ["1", "2"]) {
    const out = join(folder, seed);
    const request = { recipe: "paper@1", seed, out, categories: null, count: 5, sealSeed: false };
    await generate(request, never);
    const suite = await openSuite(out);
    suites.push(suite);
    const read: string[] = [];
    for await (const { id } of suite.problems()) read.push(id);
    ids.push(read);
  }
});

const id = (suite: number, place: number): string => ids[suite]?.[place - 1] ?? "none";

describe("a selection over several suites", () => {
  it("finds each name wherever it is", async () => {
    const one = { problems: [id(1, 2)], limit: null };
    expect(await selectFromSuites(suites, one)).toEqual([[], [id(1, 2)]]);
    const both = { problems: [id(1, 5), id(0, 1)], limit: null };
    expect(await selectFromSuites(suites, both)).toEqual([[id(0, 1)], [id(1, 5)]]);
  });

  it("takes the limit of each suite", async () => {
    const limit = { from: 2, to: 3 };
    expect(await selectFromSuites(suites, { problems: [], limit })).toEqual(
      ids.map((all) => all.slice(1, 3)),
    );
    expect(await selectFromSuites(suites, { problems: [id(0, 3)], limit })).toEqual([
      [id(0, 3)],
      [],
    ]);
  });

  it("is everything without a limit or a name", async () => {
    expect(await selectFromSuites(suites, { problems: [], limit: null })).toEqual([null, null]);
  });

  it("says where a problem stands that the limit leaves out", async () => {
    const selection = { problems: [id(0, 5)], limit: { from: 1, to: 3 } };
    await expect(selectFromSuites(suites, selection)).rejects.toMatchObject({
      code: "bad-argument",
      message: expect.stringContaining("at place 5") as string,
    });
  });

  it("refuses names that no suite has, and limits beyond all of them", async () => {
    const unknown = { problems: [id(0, 1), "nobody"], limit: null };
    await expect(selectFromSuites(suites, unknown)).rejects.toMatchObject({
      code: "unknown-problem",
    });
    const beyond = { problems: [], limit: { from: 6, to: 9 } };
    await expect(selectFromSuites(suites, beyond)).rejects.toMatchObject({ code: "bad-argument" });
  });
});
