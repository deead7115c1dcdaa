import { numericSectionSchema } from "../src/categories/numeric/drawing/numeric-section.ts";
import type { NumericGroup } from "../src/categories/numeric/drawing/numeric-section.ts";
import type { Recipe } from "../src/suite/index.ts";

/** A recipe with other numeric groups in the place of its own. */
export function withNumericGroups(
  recipe: Recipe,
  change: (groups: readonly NumericGroup[]) => readonly NumericGroup[],
): Recipe {
  const section = numericSectionSchema.parse(recipe["numeric"]);
  return { ...recipe, numeric: { ...section, groups: change(section.groups) } };
}
