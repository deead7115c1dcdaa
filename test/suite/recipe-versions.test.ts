import { readFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { generate, loadRecipe } from "../../src/app/index.ts";
import { packageFile } from "../../src/app/package-files.ts";
import { shippedRecipes } from "../../src/app/load-recipe.ts";
import { chanceFrom } from "../../src/core/index.ts";
import { atomKinds, familyKinds } from "../../src/categories/numeric/index.ts";
import {
  atomsOf,
  sampleChain,
  sampleException,
  sampleJoined,
  stringKinds,
} from "../../src/categories/strings/index.ts";
import { drawnKinds, releasedWeights } from "../../src/categories/strings/functions/drawn-kinds.ts";
import type { StringSpec } from "../../src/categories/strings/index.ts";
import type { StringWeights } from "../../src/categories/strings/functions/drawn-kinds.ts";
import { drawLaw } from "../../src/categories/numeric/drawing/draw-law.ts";
import { parseRecipe } from "../../src/suite/index.ts";
import { drawStringLaw } from "../../src/categories/strings/drawing/draw-string-law.ts";
import { nearMisses } from "../../src/categories/strings/tests/near-misses.ts";
import { findbench } from "../support/command-line.ts";
import { stringSection } from "../support/sections.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { never } from "./suite-cases.ts";

const shipped = await shippedRecipes();

async function fileOf(name: string): Promise<unknown> {
  return JSON.parse(await readFile(packageFile(`recipes/${name}.json`), "utf8"));
}

describe("the versions of shipped recipes", () => {
  it("are these", () => {
    expect(shipped).toEqual(["hard@1", "mini@1", "mini@2", "neurons@1", "paper@1"]);
  });

  it.each([
    ["mini", "mini@2"],
    ["paper", "paper@1"],
    ["hard", "hard@1"],
  ])("without a version mean the newest: %s is %s", async (name, newest) => {
    expect(await loadRecipe(name)).toEqual(await loadRecipe(newest));
  });

  it.each(shipped)("%s calls itself so, the first version without its number", async (name) => {
    expect(await fileOf(name)).toMatchObject({ name: name.replace(/@1$/u, "") });
  });

  it.each(["mini@3", "mini@0", "mini@", "paper@2", "mini@01", "@1"])(
    "are told where there is none: %s",
    async (name) => {
      await expect(loadRecipe(name)).rejects.toMatchObject({
        code: "unknown-recipe",
        message: expect.stringContaining(shipped.join(", ")) as string,
      });
    },
  );

  it("are named by the help of `generate`", async () => {
    const { stdout } = await findbench("generate", "--help");
    for (const name of shipped) expect(stdout).toContain(name.replace(/@.*/u, ""));
  });

  it.each([
    ["mini@1", 20],
    ["mini@2", 30],
    ["paper@1", 30],
    ["hard@1", 40],
  ])("%s has the pinned hash of its release, for ever", async (recipe, count) => {
    const out = join(await temporaryFolder(), "suite");
    const request = { recipe, seed: "versions", out, categories: null, count, sealSeed: false };
    expect((await generate(request, never)).hash).toMatchSnapshot();
  });
});

describe("a recipe's weights", () => {
  it.each(shipped)("of %s name every operation that it may draw", async (name) => {
    const { strings } = (await fileOf(name)) as { strings?: { weights?: StringWeights } };
    if (strings === undefined) return expect(["mini@1", "neurons@1"]).toContain(name);
    for (const table of [strings.weights?.operations, strings.weights?.inner])
      expect(Object.keys(table ?? {}).toSorted()).toEqual(
        Object.keys(releasedWeights.operations).toSorted(),
      );
  });

  it("that say what is drawn without them are left out, so that a recipe has one form", async () => {
    const recipe = await loadRecipe("paper@1");
    expect(recipe["strings"]).not.toHaveProperty("weights");
    expect(parseRecipe(await fileOf("paper@1"), "file")).toEqual(recipe);
    const { operations, inner } = releasedWeights;
    const weights = { operations: { ...operations, reverse: 2 }, inner };
    const other = parseRecipe(
      { ...recipe, strings: { ...stringSection(recipe), weights } },
      "test",
    );
    expect(stringSection(other).weights).toEqual(weights);
    expect(parseRecipe(other, "again")).toEqual(other);
  });

  it("decide what is drawn, how often, and what wrong answers are made of", () => {
    const weights = {
      operations: { uppercase: 3, reverse: 1, "swap-ends": 0 },
      inner: { lowercase: 1, "append-first": 1, "swap-ends": 1 },
    };
    const from = drawnKinds(weights);
    const draws = Array.from({ length: 400 }, (_, i) =>
      drawStringLaw({ structure: "single" }, chanceFrom(`${i}`), from),
    ).map(({ kind }) => kind);
    expect(new Set(draws)).toEqual(new Set(["uppercase", "reverse"]));
    expect(draws.filter((kind) => kind === "uppercase").length).toBeGreaterThan(250);
    const misses = nearMisses({ kind: "uppercase" }, chanceFrom("misses"), from);
    expect(
      misses.flatMap((miss) => (miss.kind === "excepted" ? [] : atomsOf(miss))),
    ).toContainEqual({ kind: "lowercase" });
    expect(misses).not.toContainEqual({ kind: "capitalize" });
  });

  it.each([
    ["an operation that is not one", { operations: { reverse: 1, invert: 1 } }, "unknown-family"],
    ["a share", { operations: { reverse: 0.5 } }, "bad-recipe"],
    ["nothing", { operations: { reverse: 0 } }, "bad-recipe"],
    ["too much", { operations: { reverse: 101 } }, "bad-recipe"],
    ["what nothing can precede", { inner: { reverse: 1 } }, "bad-recipe"],
    ["no side", { inner: { length: 1, strip: 1 } }, "bad-recipe"],
    ["only what draws at random", { operations: { "shift-any-up": 1 } }, "bad-recipe"],
  ])("are refused where they are %s", async (_, change, code) => {
    const recipe = await loadRecipe("hard@1");
    const { operations, inner } = releasedWeights;
    const weights = { operations, inner, ...change };
    expect(() =>
      parseRecipe({ ...recipe, strings: { ...stringSection(recipe), weights } }, "test"),
    ).toThrow(
      expect.objectContaining({
        code,
        message: expect.stringContaining("strings.weights") as string,
      }) as Error,
    );
  });
});

describe("an operation or a family that comes later", () => {
  const some = fc.subarray([...stringKinds], { minLength: 40 });
  const weight = fc.integer({ min: 0, max: 3 });

  /** Weights, and the same among which other operations are named, in another order. */
  const grown = fc
    .tuple(some, fc.array(weight, { minLength: 67, maxLength: 67 }), fc.string())
    .map(([kinds, weights, seed]) => {
      const table = Object.fromEntries([
        ...kinds.map((kind, i) => [kind, weights[i] ?? 1] as const),
        ...["reverse", "uppercase", "swap-ends"].map((kind) => [kind, 1] as const),
      ]);
      const rows = stringKinds.map((kind) => [kind, table[kind] ?? 0] as const);
      const more = Object.fromEntries(chanceFrom(seed).shuffled(rows));
      return [
        { operations: table, inner: table },
        { operations: more, inner: more },
      ] as const;
    });

  it("changes no draw of a recipe that does not name it", () =>
    fc.assert(
      fc.property(grown, fc.string(), ([before, after], seed) => {
        const drawn = (weights: StringWeights): readonly StringSpec[] => {
          const [from, chance] = [drawnKinds(weights), chanceFrom(seed)];
          const chain = sampleChain(chance.fork("chain"), 3, "sound", from);
          return [
            chain,
            sampleJoined(chance.fork("joined"), "sound", from),
            sampleException(chain, chance.fork("exception"), "sound", from),
          ];
        };
        expect(drawn(after)).toEqual(drawn(before));
      }),
    ));

  it("stands in no near miss of a recipe that does not name it", () => {
    const known = { ...releasedWeights.operations };
    delete known.capitalize;
    const [one, other] = [
      drawnKinds({ operations: known, inner: known }),
      drawnKinds(releasedWeights),
    ];
    const kindsIn = (from: typeof one): readonly string[] =>
      nearMisses({ kind: "uppercase" }, chanceFrom("near"), from).map(({ kind }) => kind);
    expect(kindsIn(other)).toContain("capitalize");
    // The last one is any other operation, drawn by the weights.
    const others = kindsIn(other).filter((kind) => kind !== "capitalize");
    expect(kindsIn(one).slice(0, -1)).toEqual(others.slice(0, -1));
  });

  it("changes no law that is drawn by the weights of released families", () =>
    fc.assert(
      fc.property(fc.constantFrom(2, 3, 4), fc.string(), (depth, seed) => {
        const released = Object.fromEntries(familyKinds.map((kind, i) => [kind, i + 1]));
        const others = atomKinds.filter((kind) => !(kind in released)).map((kind) => [kind, 0]);
        const drawn = (families: Readonly<Record<string, number>>) => {
          const operations = { sum: 1, product: 2, compose: 1 };
          return drawLaw({ structure: "composed", operations, families, depth }, chanceFrom(seed));
        };
        expect(drawn({ ...Object.fromEntries(others), ...released })).toEqual(drawn(released));
      }),
    ));
});
