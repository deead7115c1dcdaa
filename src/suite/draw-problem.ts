import { chanceFrom, identifier, permutation, sha256Hex } from "../core/index.ts";
import type { Chance } from "../core/index.ts";
import type { NumericTests, Problem } from "../contract/index.ts";
import {
  describe,
  familiesOf,
  sampleAtom,
  sampleComposition,
  sampleCorruption,
  sampleNoise,
} from "../functions/index.ts";
import type { Law, NumericSpec } from "../functions/index.ts";
import { numericBriefing } from "./briefing.ts";
import type { NumericGroup, Recipe } from "./recipe.ts";

/** The problems of a recipe and a seed, each reachable on its own, in an order that tells nothing. */
export interface ProblemSource {
  readonly count: number;
  /** The problem at a position of the suite; 0-based. */
  problem(position: number): Problem<NumericSpec>;
}

/** All problems that a recipe and a seed decide; nothing is drawn until it is asked for. */
export function problemSource(recipe: Recipe, seed: string): ProblemSource {
  const { groups, tests } = recipe.numeric;
  const count = groups.reduce((sum, group) => sum + group.count, 0);
  const indexAt = permutation(count, `${recipe.name}/${seed}`);
  const root = chanceFrom(seed).fork(recipe.name, "numeric");
  return {
    count,
    problem: (position) => {
      const index = indexAt(position);
      const chance = root.fork(index);
      const group = groupAt(groups, index);
      const spec = drawSpec(group, chance);
      const id = identifier(`problem/${recipe.name}/${seed}/${index}`);
      return {
        id,
        category: "numeric",
        briefing: numericBriefing(recipe.budget),
        truth: {
          id,
          seed: sha256Hex(`seed/${recipe.name}/${seed}/${index}`).slice(0, 32),
          spec,
          description: describe(spec),
          tags: tagsOf(group.variant, group.law.structure, spec),
          tests: numericTests(tests),
          quirks: [],
          provenance: { source: "recipe", recipe: recipe.name, index, draws: 1 },
        },
      };
    },
  };
}

/** The groups that a function is reported in, sorted. */
export function tagsOf(
  variant: string,
  structure: "simple" | "composed",
  spec: NumericSpec,
): readonly string[] {
  return [variant, structure, ...familiesOf(spec).map((kind) => `family:${kind}`)].toSorted();
}

function numericTests(counts: Recipe["numeric"]["tests"]): NumericTests {
  return { kind: "numeric", ...counts };
}

function groupAt(groups: readonly NumericGroup[], index: number): NumericGroup {
  let start = 0;
  for (const group of groups) {
    start += group.count;
    if (index < start) return group;
  }
  throw new RangeError(`Expected an index below ${start}; got ${index}`);
}

function drawSpec(group: NumericGroup, chance: Chance): NumericSpec {
  const law = drawLaw(group.law, chance.fork("law"));
  const wrapper = chance.fork("wrapper");
  switch (group.variant) {
    case "plain":
      return law;
    case "corrupted":
      return sampleCorruption(law, wrapper, {
        side: weighted(group.corruption.sides, wrapper),
        replacement: weighted(group.corruption.replacements, wrapper),
        spread: group.corruption.spread,
        scatter: group.corruption.scatter,
      });
    case "noised":
      return sampleNoise(law, wrapper, {
        distribution: weighted(group.noise.distributions, wrapper),
        scale: group.noise.scale,
      });
  }
}

function drawLaw(law: NumericGroup["law"], chance: Chance): Law {
  switch (law.structure) {
    case "simple":
      return sampleAtom(weighted(law.families, chance), chance);
    case "composed": {
      const operation = weighted(law.operations, chance);
      const kinds = [weighted(law.families, chance), weighted(law.families, chance)];
      return sampleComposition(operation, kinds, chance);
    }
  }
}

/** One of the names, drawn in proportion to its weight. */
function weighted<K extends string>(table: Partial<Record<K, number>>, chance: Chance): K {
  const rows = Object.entries<number | undefined>(table) as [K, number | undefined][];
  const total = rows.reduce((sum, [, weight]) => sum + (weight ?? 0), 0);
  let left = chance.uniform() * total;
  for (const [name, weight] of rows) {
    left -= weight ?? 0;
    if (left < 0) return name;
  }
  throw new RangeError("Expected a table with a weight above 0; got one without");
}
