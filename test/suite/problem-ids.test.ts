import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadRecipe } from "../../src/app/index.ts";
import { withCount, withoutNetworks } from "../../src/suite/index.ts";
import type { Recipe } from "../../src/suite/index.ts";
import { numericSection } from "../support/sections.ts";
import { drawn } from "./suite-cases.ts";

const plain = withoutNetworks(await loadRecipe("mini@1"));

/** What a problem is, whatever the suite that it stands in. */
async function problemsById(recipe: Recipe, seed: string): Promise<ReadonlyMap<string, string>> {
  const problems = await drawn(recipe, seed);
  return new Map(
    problems.map(({ truth: { provenance: _provenance, canary: _canary, ...truth }, ...open }) => [
      open.id,
      JSON.stringify([open, truth]),
    ]),
  );
}

function shared(
  a: ReadonlyMap<string, string>,
  b: ReadonlyMap<string, string>,
): readonly (readonly [string | undefined, string | undefined])[] {
  return [...a.keys()].filter((id) => b.has(id)).map((id) => [a.get(id), b.get(id)]);
}

describe("an id names one problem", () => {
  it("in suites of other counts, which share the problems that both have", async () => {
    const counts = fc.tuple(fc.integer({ min: 5, max: 58 }), fc.integer({ min: 5, max: 58 }));
    await fc.assert(
      fc.asyncProperty(counts, fc.string(), async ([few, many], seed) => {
        const a = await problemsById(withCount(plain, few), seed);
        const b = await problemsById(withCount(plain, many), seed);
        const both = shared(a, b);
        expect(both.length).toBeGreaterThan(0);
        for (const [one, other] of both) expect(one).toBe(other);
      }),
      { numRuns: 5 },
    );
  });

  it("in a recipe of the same name that draws something else", async () => {
    const groups = numericSection(plain).groups.map((group) => ({
      ...group,
      law: { structure: "simple" as const, families: { sine: 1 } },
    }));
    const other = { ...plain, numeric: { ...numericSection(plain), groups } };
    expect(shared(await problemsById(plain, "1"), await problemsById(other, "1"))).toEqual([]);
  });

  it("in a recipe that is only called something else", async () => {
    const renamed = { ...plain, name: "other", description: "The same." };
    expect(await problemsById(renamed, "1")).toEqual(await problemsById(plain, "1"));
  });

  it("in groups that are equal, and with another seed", async () => {
    const [group] = numericSection(plain).groups;
    const groups = group === undefined ? [] : [group, group, group];
    const recipe = { ...plain, numeric: { ...numericSection(plain), groups } };
    const problems = await problemsById(recipe, "1");
    expect(problems.size).toBe(3 * (group?.count ?? 0));
    expect(shared(problems, await problemsById(recipe, "2"))).toEqual([]);
  });
});
