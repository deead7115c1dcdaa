import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { generate, loadRecipe } from "../../src/app/index.ts";
import type { Problem } from "../../src/contract/index.ts";
import { canonicalJson } from "../../src/core/index.ts";
import { canonicalOf } from "../../src/categories/strings/index.ts";
import { asStrings } from "../support/kinds-of-problem.ts";
import { stringSection } from "../support/sections.ts";
import { openSuite, parseRecipe, withCategories, withCount } from "../../src/suite/index.ts";
import type { Recipe, SuiteHeader } from "../../src/suite/index.ts";
import { findbench } from "../support/command-line.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { drawn, never } from "./suite-cases.ts";

const paper = withCategories(await loadRecipe("paper@1"), ["strings"]);
const hard = withCategories(await loadRecipe("hard"), ["strings"]);

function make(out: string, options: object = {}): Promise<SuiteHeader> {
  const request = { recipe: "paper@1", seed: "1", out, count: 30, sealSeed: false };
  return generate({ ...request, categories: ["strings"], ...options }, never);
}

const tagged = (problems: readonly Problem[], tag: string): number =>
  problems.filter(({ truth }) => truth.tags.includes(tag)).length;

describe("a suite of string functions", () => {
  it.each(["paper@1", "hard"])(
    "has the pinned hash of its release, drawn from %s; a change here is a major version",
    async (recipe) => {
      const folder = await temporaryFolder();
      expect((await make(join(folder, "suite"), { recipe })).hash).toMatchSnapshot();
    },
  );

  it("reads back as it was drawn", async () => {
    const folder = join(await temporaryFolder(), "suite");
    await make(folder);
    const read: Problem[] = [];
    for await (const problem of (await openSuite(folder)).problems()) read.push(problem);
    expect(read).toEqual(await drawn(withCount(paper, 30), "1"));
  });

  it("has the shares of its recipe", async () => {
    const problems = await drawn(withCount(paper, 200), "shares");
    expect(tagged(problems, "single")).toBe(60);
    expect(tagged(problems, "composed")).toBe(140);
    expect(tagged(problems, "excepted")).toBe(30);
    expect(tagged(problems, "plain")).toBe(170);
  });

  it("has no function twice, and each operation without parameters once alone", async () => {
    const problems = await drawn(withCount(paper, 300), "twice");
    const specs = problems.map((problem) => asStrings(problem).truth.spec);
    const names = specs.map((spec) => canonicalJson(canonicalOf(spec)));
    expect(names).toHaveLength(300);
    expect(new Set(names).size).toBe(300);
  });

  it("tells nothing in its open part and in its order", async () => {
    const problems = await drawn(withCount(hard, 200), "order");
    expect(new Set(problems.map(({ id }) => id)).size).toBe(200);
    expect(problems.every(({ id }) => /^[0-9a-z]{12}$/u.test(id))).toBe(true);
    for (const { briefing, truth } of problems) {
      expect(briefing).toEqual({
        category: "strings",
        domain: { kind: "strings", texts: truth.tags.includes("several") ? 2 : 1 },
        hints: [],
        budget: 256,
        rounds: null,
        answer: { languages: ["javascript", "python"], regions: false },
      });
    }
    const groups = problems.map(({ truth }) =>
      truth.tags.filter((tag) => /^(depth:|several|excepted)/u.test(tag)).join(),
    );
    const changes = groups.filter((group, i) => i > 0 && group !== groups[i - 1]).length;
    // Six groups of .10 to .30 change 0.8 of the time; unshuffled they would change 5 times.
    expect(changes / groups.length).toBeGreaterThan(0.7);
  });

  it("names one function by an id, whatever the count", async () => {
    const byId = async (count: number) =>
      new Map(
        (await drawn(withCount(paper, count), "ids")).map(({ truth, ...open }) => {
          const { provenance: _provenance, canary: _canary, ...kept } = truth;
          return [open.id, JSON.stringify([open, kept])];
        }),
      );
    const [few, many] = [await byId(40), await byId(90)];
    const both = [...few.keys()].filter((id) => many.has(id));
    expect(both.length).toBeGreaterThan(30);
    for (const id of both) expect(few.get(id)).toBe(many.get(id));
  });
});

describe("categories", () => {
  it("leave the numeric problems as they are without the other section", async () => {
    const whole = await loadRecipe("hard");
    const { strings: _strings, ...before } = whole;
    expect(withCategories(whole, ["numeric"])).toEqual(before);
    const small = withCount(withCategories(whole, ["numeric"]), 12);
    expect(await drawn(small, "1")).toEqual(await drawn(withCount(before, 12), "1"));
  });

  it("are drawn together in one order", async () => {
    const mixed = withCount(await loadRecipe("hard"), 60);
    const categories = (await drawn(mixed, "1")).map(({ category }) => category);
    expect(categories.filter((category) => category === "strings")).toHaveLength(20);
    const changes = categories.filter((category, i) => i > 0 && category !== categories[i - 1]);
    expect(changes.length).toBeGreaterThan(10);
  });

  it("are chosen on the command line, and told where there are none", async () => {
    const out = join(await temporaryFolder(), "suite");
    const draw = (recipe: string, categories: string) =>
      findbench(
        ...`generate --recipe ${recipe} --categories ${categories} --count 4 --json`.split(" "),
        "--out",
        out,
      );
    for (const [recipe, categories] of [
      ["mini@1", "strings"],
      ["paper", "colours"],
      ["paper", ","],
    ] as const)
      expect(await draw(recipe, categories)).toMatchObject({
        code: 2,
        stderr: expect.stringMatching(/unknown-category|usage|bad-argument/u) as string,
      });
    const made = await draw("paper@1", "strings");
    expect(JSON.parse(made.stdout)).toMatchObject({
      counts: { problems: 4, categories: { strings: 4 } },
      recipe: expect.not.objectContaining({ numeric: expect.anything() as unknown }) as unknown,
    });
    const lines = (await readFile(join(out, "problems.jsonl"), "utf8")).trim().split("\n");
    expect(lines).toHaveLength(4);
  });
});

describe("a recipe's section of strings", () => {
  const withGroup = (change: object): unknown => {
    const section = stringSection(paper);
    const [group] = section.groups;
    return { ...paper, strings: { ...section, groups: [{ ...group, ...change }] } };
  };

  it("is refused with the place of its fault", () => {
    const several = { structure: "several", ways: { longer: 1 }, depth: 1 };
    expect(() => parseRecipe(withGroup({ law: several }), "test")).not.toThrow();
    for (const change of [
      { count: 0 },
      { law: { structure: "composed", depth: 1 } },
      { law: { structure: "composed", depth: 9 } },
      { law: { structure: "simple" } },
      { law: { ...several, ways: {} } },
      { exception: { conditions: { full: 1 } } },
      { degenerate: "keep" },
    ])
      expect(() => parseRecipe(withGroup(change), "test")).toThrow(/at strings\.groups\.0\./u);
  });

  it("or of numbers has to be there", () => {
    const { strings: _strings, ...neither } = paper;
    expect(() => parseRecipe(neither, "test")).toThrow(/needs a section/u);
  });

  it("counts towards the most problems", () => {
    const huge: Recipe = parseRecipe(withGroup({ count: 10_000_000 }), "test");
    expect(stringSection(huge).groups[0]?.count).toBe(10_000_000);
    expect(() => parseRecipe(withGroup({ count: 10_000_001 }), "test")).toThrow(/at most/u);
  });
});
