import type { Recipe } from "./recipe.ts";
import { withSections } from "./with-sections.ts";

/** The recipe without the groups whose problems need a network trained. */
export function withoutNetworks(recipe: Recipe): Recipe {
  const groups = recipe.numeric?.groups ?? [];
  return withSections(recipe, {
    numeric: groups.filter(({ network }) => network === undefined),
    strings: recipe.strings?.groups ?? [],
  });
}
