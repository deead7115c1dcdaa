import { describe, expect, it } from "vitest";
import { loadRecipe } from "../../src/app/index.ts";
import type { StringTests, TextPair } from "../../src/categories/strings/index.ts";
import { chanceFrom } from "../../src/core/index.ts";
import {
  arityOfText,
  describeText,
  sampleChain,
  sampleException,
  sampleJoined,
  sampleStringAtom,
  stringKinds,
} from "../../src/categories/strings/index.ts";
import { parseStringSpec } from "../../src/categories/strings/index.ts";
import { asStrings } from "../support/kinds-of-problem.ts";
import type { StringSpec } from "../../src/categories/strings/index.ts";
import { nearMisses } from "../../src/categories/strings/tests/near-misses.ts";
import { outputsOf } from "../../src/categories/strings/tests/outputs-of.ts";
import { stringDegeneracies } from "../../src/categories/strings/drawing/string-degeneracies.ts";
import { withCategories, withCount } from "../../src/suite/index.ts";
import { drawn } from "./suite-cases.ts";

interface Case {
  readonly name: string;
  readonly spec: StringSpec;
  readonly tags: readonly string[];
  readonly tests: StringTests;
  readonly description: string;
}

async function casesOf(recipe: string, count: number): Promise<readonly Case[]> {
  const strings = withCategories(await loadRecipe(recipe), ["strings"]);
  const problems = await drawn(withCount(strings, count), "tests");
  return problems.map((problem) => {
    const { id, truth } = asStrings(problem);
    const { spec, tests, tags, description } = truth;
    return { name: id, spec, tags, tests, description };
  });
}

const cases = [...(await casesOf("paper@1", 120)), ...(await casesOf("hard", 60))];
const isRight = (spec: StringSpec, { input, output }: TextPair): boolean =>
  outputsOf(spec, input).includes(output);

describe("the tests of each string function", () => {
  it("are so many pairs of different inputs, all right", () => {
    expect(cases).toHaveLength(180);
    for (const { name, spec, tests } of cases) {
      expect(tests.pairs).toHaveLength(10);
      expect(new Set(tests.pairs.map(({ input }) => JSON.stringify(input))).size).toBe(10);
      for (const pair of tests.pairs) {
        expect(pair.input).toHaveLength(arityOfText(spec));
        expect([name, pair, isRight(spec, pair)]).toEqual([name, pair, true]);
      }
    }
  });

  it("have one right pair in every triplet, where the index says", () => {
    for (const { name, spec, tests } of cases) {
      for (const triplet of [...tests.triplets, ...tests.hardTriplets])
        expect([name, triplet.options.map((pair) => isRight(spec, pair))]).toEqual([
          name,
          [0, 1, 2].map((i) => i === triplet.correct),
        ]);
      expect([tests.triplets.length, tests.hardTriplets.length]).toEqual([10, 10]);
    }
  });

  it("have the true pairs in the triplets, among other inputs, at any place", () => {
    const places = cases.flatMap(({ tests }) => tests.triplets.map(({ correct }) => correct));
    for (const place of [0, 1, 2])
      expect(places.filter((each) => each === place).length / places.length).toBeCloseTo(1 / 3, 1);
    for (const { tests } of cases) {
      tests.triplets.forEach(({ options, correct }, i) => {
        expect(options[correct]).toEqual(tests.pairs[i]);
        expect(new Set(options.map(({ input }) => JSON.stringify(input))).size).toBe(3);
      });
    }
  });

  it("have one input and three outputs in every hard triplet", () => {
    for (const { tests } of cases)
      for (const { options } of tests.hardTriplets) {
        expect(new Set(options.map(({ input }) => JSON.stringify(input))).size).toBe(1);
        expect(new Set(options.map(({ output }) => output)).size).toBe(3);
      }
  });

  it("show what the function does: no part can be left out unnoticed, if that can be seen", () => {
    const whole = cases.filter(({ tags }) => !tags.some((tag) => tag.startsWith("degenerate:")));
    expect(whole.length).toBeGreaterThan(120);
    const idle = whole.filter(({ tests }) =>
      tests.pairs.every(({ input: [text], output }) => text === output),
    );
    expect(idle).toEqual([]);
    const unseen = whole.filter(
      ({ spec, tests }) =>
        spec.kind === "excepted" && tests.pairs.every((pair) => isRight(spec.inner, pair)),
    );
    expect(unseen).toEqual([]);
  });

  it("go with the description of the function", () => {
    for (const { spec, description } of cases) expect(description).toBe(describeText(spec));
  });
});

describe("tags", () => {
  it("name structure, operations, chance and exceptions", () => {
    const tagsOf = (wanted: (one: Case) => boolean): readonly string[] =>
      cases.find(wanted)?.tags ?? [];
    expect(tagsOf(({ spec }) => spec.kind === "joined")).toEqual(
      expect.arrayContaining(["plain", "several"]),
    );
    expect(tagsOf(({ spec }) => spec.kind === "excepted")).toEqual(
      expect.arrayContaining(["excepted", expect.stringMatching(/^condition:/u)]),
    );
    for (const { tags } of cases) {
      expect(tags.filter((tag) => /^(single|composed|several)$/u.test(tag))).toHaveLength(1);
      expect(tags.filter((tag) => /^(plain|excepted)$/u.test(tag))).toHaveLength(1);
      expect(tags).toEqual(tags.toSorted());
    }
    expect(tagsOf(({ tags }) => tags.includes("operation:shift-any-up"))).toContain("random");
  });
});

describe("what is degenerate", () => {
  const chain = (...steps: readonly unknown[]): unknown => ({ kind: "chain", steps });
  const atom = (kind: string, more: object = {}): unknown => ({ kind, ...more });
  const excepted = (when: object): unknown => ({
    kind: "excepted",
    inner: atom("reverse"),
    when,
    then: atom("uppercase"),
  });
  it.each<[string, unknown, readonly string[]]>([
    ["a rare letter taken out", atom("remove-letter", { letter: "K" }), ["identity"]],
    ["blanks taken off the ends", atom("strip-left"), ["identity"]],
    ["the reverse", atom("reverse"), []],
    [
      "a rare letter taken out, then the reverse",
      chain(atom("remove-letter", { letter: "K" }), atom("reverse")),
      ["like-outer-alone"],
    ],
    [
      "the reverse, then a rare letter taken out",
      chain(atom("reverse"), atom("remove-letter", { letter: "K" })),
      ["like-inner-alone"],
    ],
    [
      "a step in between that does not show",
      chain(atom("reverse"), atom("remove-letter", { letter: "K" }), atom("uppercase")),
      ["step-without-effect"],
    ],
    [
      "a count of what is not there",
      chain(atom("uppercase"), atom("count-lowercase", { reading: "sound" })),
      ["constant", "like-outer-alone", "like-inner-alone"],
    ],
    [
      "an exception that nobody meets",
      excepted({ kind: "longer-than", length: 90 }),
      ["exception-without-effect"],
    ],
    [
      "an exception for nearly all",
      excepted({ kind: "shorter-than", length: 90 }),
      ["exception-as-a-rule"],
    ],
    ["a local exception", excepted({ kind: "contains", class: "digit" }), []],
  ])("%s", (_name, value, expected) => {
    const spec = parseStringSpec(value);
    const found = stringDegeneracies(spec);
    for (const each of expected) expect(expected).toContain(each);
    if (expected.length < 2) expect(found).toEqual(expected);
    else expect(found).toContain(expected[0]);
  });

  it("is rejected where the recipe says so, and counted", async () => {
    const strings = withCategories(await loadRecipe("hard"), ["strings"]);
    const problems = await drawn(withCount(strings, 100), "rejected");
    const rejected = problems.map(({ truth: { provenance } }) =>
      provenance.source === "recipe" ? Object.keys(provenance.rejected) : [],
    );
    expect(new Set(rejected.flat()).size).toBeGreaterThan(3);
    expect(
      problems.flatMap(({ truth }) => truth.tags).filter((tag) => tag.startsWith("deg")),
    ).toEqual([]);
  });
});

describe("near misses", () => {
  const specs: readonly StringSpec[] = [
    ...stringKinds.map((kind) => sampleStringAtom(kind, chanceFrom("miss").fork(kind))),
    ...Array.from({ length: 100 }, (_, i) => sampleChain(chanceFrom("chain").fork(i), 2 + (i % 3))),
    ...Array.from({ length: 40 }, (_, i) => sampleJoined(chanceFrom("joined").fork(i))),
    ...Array.from({ length: 60 }, (_, i) => {
      const chance = chanceFrom("excepted").fork(i);
      return sampleException(sampleChain(chance, 2), chance);
    }),
  ];

  it("are functions of as many texts, that can be written and read", () => {
    for (const [i, spec] of specs.entries()) {
      const misses = nearMisses(spec, chanceFrom(`${i}`));
      expect(misses.length).toBeGreaterThan(0);
      for (const miss of misses) {
        expect(parseStringSpec(miss)).toEqual(miss);
        expect(arityOfText(miss)).toBe(arityOfText(spec));
      }
    }
  });

  it("are other functions than the one that they miss", () => {
    for (const [i, spec] of specs.entries())
      expect(nearMisses(spec, chanceFrom(`${i}`))).not.toContainEqual(spec);
  });
});
