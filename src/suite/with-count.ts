import { BenchError } from "../core/index.ts";
import type { Section } from "../categories/index.ts";
import { MOST_PROBLEMS, problemCount, sectionsOf, withSections } from "./recipe.ts";
import type { Recipe } from "./recipe.ts";

/**
 * The recipe with its counts scaled to a total, shares kept as closely as whole numbers allow.
 * Throws `bad-argument` for a total that no suite can have.
 */
export function withCount(recipe: Recipe, wanted: number): Recipe {
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > MOST_PROBLEMS)
    throw new BenchError(
      "bad-argument",
      `Expected a count of problems from 1 to ${MOST_PROBLEMS}; got ${wanted}; give such a count, or draw several suites`,
      { data: { count: wanted } },
    );
  const sections = sectionsOf(recipe);
  const all = sections.flatMap(([, { groups }]) => groups);
  const counts = scaled(
    all.map(({ count }) => count),
    problemCount(recipe),
    wanted,
  );
  let start = 0;
  const counted = new Map<string, Section>();
  for (const [category, section] of sections) {
    const groups = section.groups
      .map((group, i) => ({ ...group, count: counts[start + i] ?? 0 }))
      .filter(({ count }) => count > 0);
    start += section.groups.length;
    counted.set(category, { ...section, groups });
  }
  return withSections(recipe, counted);
}

/** Largest remainders first (Hamilton's method); ties go to the earlier one. */
function scaled(counts: readonly number[], sum: number, wanted: number): readonly number[] {
  const exact = counts.map((count) => (count / sum) * wanted);
  const whole = exact.map(Math.floor);
  const missing = wanted - whole.reduce((a, b) => a + b, 0);
  const order = exact
    .map((share, i) => ({ i, rest: share - Math.floor(share) }))
    .toSorted((a, b) => b.rest - a.rest || a.i - b.i);
  for (const { i } of order.slice(0, missing)) whole[i] = (whole[i] ?? 0) + 1;
  return whole;
}
