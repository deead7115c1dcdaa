import type { Problem } from "../../src/contract/index.ts";
import type { Category, DrawParts } from "../../src/categories/common/index.ts";
import type { RelationProblem } from "../../src/categories/relations/problem.ts";
import { relations } from "../../src/categories/relations/sealed.ts";

const category: Category = relations;

/** Draws relations without an exception and with one, so many of each per seed; noise on no answer. */
export async function drawRelationProblems(
  seeds: readonly string[],
  plain: number,
  excepted: number,
): Promise<readonly RelationProblem[]> {
  const section = {
    description: "Relations of every kind.",
    groups: [
      { count: plain, relations: "all", exception: false },
      { count: excepted, relations: "all", exception: true },
    ].filter(({ count }) => count > 0),
    initial: { words: 8, fitting: 2 },
    tests: { triplets: 10, hidden: 40 },
  };
  const services = { approximate: () => Promise.reject(new Error("none is needed")) };
  const problems: Problem[] = [];
  for (const seed of seeds) {
    const parts: DrawParts = { recipe: "bench", budget: 128, seed, section };
    const drawing = category.drawing(parts);
    for (const [g, group] of section.groups.entries())
      for (let index = 0; index < group.count; index += 1)
        problems.push(await drawing.draft({ group, index, key: `${g}/${index}` }).finish(services));
  }
  return problems as readonly Problem[] as readonly (Problem & RelationProblem)[];
}
