import { BenchError } from "../core/index.ts";
import { categories, categoryOf } from "../categories/index.ts";
import { recipeSchema, sectionsOf, withSections } from "./recipe.ts";
import type { Recipe } from "./recipe.ts";

/**
 * A recipe from untrusted data. Weights that say what is drawn without them are left out: what a
 * recipe draws is written in one way alone, and its hash is the same. Throws `bad-recipe` or, for a
 * family or an operation that is not one, `unknown-family`.
 */
export function parseRecipe(value: unknown, origin: string): Recipe {
  const parsed = recipeSchema.safeParse(value);
  if (parsed.success) return normal(parsed.data);
  const [issue] = parsed.error.issues;
  const where = issue?.path.join(".") || "its top level";
  const field = String(issue?.path.at(-1));
  const known = categories.find(({ name }) => name === issue?.path[0])?.vocabulary[field];
  if (issue?.code === "unrecognized_keys" && known !== undefined) {
    throw new BenchError(
      "unknown-family",
      `Expected ${known.what} among ${known.names.join(", ")}; got ${issue.keys.join(", ")} at ${where} of ${origin}; correct the recipe`,
      { data: { origin, path: where } },
    );
  }
  throw new BenchError(
    "bad-recipe",
    `Expected a recipe; got «${issue?.message ?? "no object"}» at ${where} of ${origin}; correct the recipe`,
    { data: { origin, path: where } },
  );
}

/** Each section in the one way in which it is written. */
function normal(recipe: Recipe): Recipe {
  const sections = sectionsOf(recipe).map(
    ([name, section]) => [name, categoryOf(name).normalSection(section)] as const,
  );
  return withSections(recipe, new Map(sections));
}
