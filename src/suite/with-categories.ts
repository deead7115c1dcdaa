import { BenchError, similarTo } from "../core/index.ts";
import { categoryOf } from "../categories/index.ts";
import type { Section } from "../categories/index.ts";
import { sectionsOf, withSections } from "./recipe.ts";
import type { Recipe } from "./recipe.ts";

/**
 * The recipe with the sections of these categories alone. Throws `unknown-category` for a name that
 * is none, or one that the recipe has no section for.
 */
export function withCategories(recipe: Recipe, names: readonly string[]): Recipe {
  const sections = sectionsOf(recipe);
  const own = sections.map(([category]) => category);
  for (const name of names.length === 0 ? ["none"] : names) {
    if (own.includes(name)) continue;
    throw new BenchError(
      "unknown-category",
      `Expected categories among ${own.join(", ")}, which the recipe \`${recipe.name}\` has; got \`${name}\`; leave it out, or take another recipe${similarTo(name, own)}`,
      { data: { category: name } },
    );
  }
  return withSections(recipe, new Map(sections.filter(([category]) => names.includes(category))));
}

/** The recipe without the groups whose problems need more than chance, such as a network trained. */
export function withoutNetworks(recipe: Recipe): Recipe {
  const sections = sectionsOf(recipe).map(([category, section]): [string, Section] => {
    const groups = categoryOf(category).withoutServices(section.groups);
    return [category, { ...section, groups }];
  });
  return withSections(recipe, new Map(sections));
}
