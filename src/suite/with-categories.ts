import { BenchError } from "../core/index.ts";
import type { Category } from "../contract/index.ts";
import type { Recipe } from "./recipe.ts";

const categories: readonly Category[] = ["numeric", "strings"];

/**
 * The recipe with the sections of these categories alone. Throws `unknown-category` for a name that
 * is none, or one that the recipe has no section for.
 */
export function withCategories(recipe: Recipe, names: readonly string[]): Recipe {
  const own = categories.filter((category) => recipe[category] !== undefined);
  for (const name of names.length === 0 ? ["none"] : names) {
    if (own.some((category) => category === name)) continue;
    throw new BenchError(
      "unknown-category",
      `Expected categories among ${own.join(", ")}, which the recipe \`${recipe.name}\` has; got \`${name}\`; leave it out, or take another recipe`,
      { data: { category: name } },
    );
  }
  const { numeric, strings, ...rest } = recipe;
  return {
    ...rest,
    ...(numeric !== undefined && names.includes("numeric") ? { numeric } : {}),
    ...(strings !== undefined && names.includes("strings") ? { strings } : {}),
  };
}
