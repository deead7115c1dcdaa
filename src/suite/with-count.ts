import { BenchError } from "../core/index.ts";
import { problemCount } from "./problem-count.ts";
import { MOST_PROBLEMS } from "./recipe.ts";
import type { Recipe } from "./recipe.ts";
import { withSections } from "./with-sections.ts";

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
  const numeric = recipe.numeric?.groups ?? [];
  const strings = recipe.strings?.groups ?? [];
  const counts = scaled(
    [...numeric, ...strings].map(({ count }) => count),
    problemCount(recipe),
    wanted,
  );
  return withSections(recipe, {
    numeric: counted(numeric, counts.slice(0, numeric.length)),
    strings: counted(strings, counts.slice(numeric.length)),
  });
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

function counted<G extends { readonly count: number }>(
  groups: readonly G[],
  counts: readonly number[],
): G[] {
  return groups
    .map((group, i) => ({ ...group, count: counts[i] ?? 0 }))
    .filter((group) => group.count > 0);
}
