import { describe, expect, it } from "vitest";
import { drawEntitiesFrom } from "../../../src/categories/entities/drawing/draw-entities.ts";
import { entitySectionSchema } from "../../../src/categories/entities/drawing/entity-section.ts";
import { entities } from "../../../src/categories/entities/sealed.ts";
import { unitOf } from "../../../src/categories/entities/opening/unit.ts";
import type { EntityProblem } from "../../../src/categories/entities/index.ts";
import type { DrawServices } from "../../../src/contract/index.ts";
import { lexicon } from "./fixture.ts";

const hints = { words: 10, positives: [2, 3] as [number, number] };
const section = entitySectionSchema.parse({
  description: "Every kind.",
  groups: [
    { count: 3, law: { structure: "single" }, hints },
    { count: 2, law: { structure: "composed", joins: { or: 1 } }, hints },
    { count: 1, law: { structure: "composed", joins: { and: 1 } } },
    { count: 1, law: { structure: "composed", joins: { "and-not": 1 } } },
    { count: 2, law: { structure: "single" }, exception: { kinds: { silent: 1 } } },
    {
      count: 2,
      law: { structure: "single" },
      exception: { kinds: { fires: 1 } },
      noise: { distributions: { normal: 1, uniform: 1 }, scale: [0.02, 0.1] },
    },
    { count: 1, law: { structure: "single" }, approximation: { strength: 0.15 } },
  ],
  tests: { triplets: 10, hidden: 40 },
});
const services: DrawServices = { approximate: () => Promise.reject(new Error("none is wanted")) };

async function drawn(seed: string): Promise<readonly EntityProblem[]> {
  const drawing = drawEntitiesFrom(lexicon, { recipe: "test", budget: 64, section, seed });
  const problems: EntityProblem[] = [];
  for (const [index, group] of section.groups.entries())
    for (let i = 0; i < group.count; i += 1)
      problems.push(
        (await drawing
          .draft({ group, index, key: `${index}/${i}` })
          .finish(services)) as EntityProblem,
      );
  return problems;
}

const problems = (await Promise.all(["1", "2", "3"].map(drawn))).flat();

describe("drawn entities", () => {
  it("are the same for the same seed, and as their schemas have them", async () => {
    expect(await drawn("1")).toEqual(problems.slice(0, problems.length / 3));
    for (const { briefing, truth } of problems) {
      expect(entities.parseSpec(truth.spec)).toEqual(truth.spec);
      expect(entities.domainSchema.parse(briefing.domain)).toEqual(briefing.domain);
      expect(entities.testsSchema.parse(truth.tests)).toEqual(truth.tests);
    }
  });

  it("give away as many words as asked, some of them about the concept", () => {
    for (const { briefing, truth } of problems) {
      const { initial } = briefing.domain;
      const unit = unitOf(truth.spec, lexicon);
      const positives = initial.filter((word) => unit.activation(word) >= 0.3).length;
      expect([0, 10]).toContain(initial.length);
      if (initial.length > 0) expect([2, 3]).toContain(positives);
    }
  });

  it("have unit tests that are never ambiguous and that no given word answers", () => {
    for (const { briefing, truth } of problems) {
      const unit = unitOf(truth.spec, lexicon);
      const given = new Set(briefing.domain.initial.map((word) => lexicon.find(word)?.key));
      const { triplets, hardTriplets } = truth.tests;
      expect([triplets.length, hardTriplets.length]).toEqual([10, 10]);
      for (const { options, correct } of [...triplets, ...hardTriplets]) {
        expect(new Set(options.map((word) => lexicon.find(word)?.key)).size).toBe(3);
        options.forEach((word, i) => {
          expect(given.has(lexicon.find(word)?.key)).toBe(false);
          if (i === correct) expect(unit.activation(word)).toBeGreaterThanOrEqual(0.3);
          else {
            expect(unit.activation(word)).toBeLessThan(0.3);
            expect(unit.activation(options[correct]) - unit.activation(word)).toBeGreaterThan(0.25);
          }
        });
      }
    }
  });

  it("have exceptions for some of their words", () => {
    const excepted = problems.filter(({ truth }) => truth.spec.exception !== undefined);
    expect(excepted).toHaveLength(12);
    for (const { truth } of excepted) {
      const unit = unitOf(truth.spec, lexicon);
      const changed = lexicon.entries.filter(
        ({ word }) => Math.abs(unit.activation(word) - unit.byRule(word)) >= 0.3,
      );
      expect(changed.length).toBeGreaterThanOrEqual(4);
    }
  });

  it("are refused where the lexicon allows none", () => {
    const parts = { recipe: "test", budget: 64, section, seed: "1" };
    const source = "released" as const;
    const group = { count: 1, law: { structure: "composed" as const, joins: { and: 1 } }, source };
    const place = { group, index: 0, key: "k" };
    expect(() => drawEntitiesFrom(lexicon, parts).draft(place)).toThrow(/that the lexicon's 6/u);
  });
});
