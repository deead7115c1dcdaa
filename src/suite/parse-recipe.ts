import { BenchError } from "../core/index.ts";
import { categories } from "../categories/index.ts";
import { recipeSchema } from "./recipe.ts";
import type { Recipe } from "./recipe.ts";

/** A recipe from untrusted data; throws `bad-recipe` or, for a family that is not one, `unknown-family`. */
export function parseRecipe(value: unknown, origin: string): Recipe {
  const parsed = recipeSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue?.path.join(".") || "its top level";
  const field = String(issue?.path.at(-1));
  const names = categories.find(({ name }) => name === issue?.path[0])?.vocabulary[field];
  if (issue?.code === "unrecognized_keys" && names !== undefined) {
    throw new BenchError(
      "unknown-family",
      `Expected ${field} among ${names.join(", ")}; got ${issue.keys.join(", ")} at ${where} of ${origin}; correct the recipe`,
      { data: { origin, path: where } },
    );
  }
  throw new BenchError(
    "bad-recipe",
    `Expected a recipe; got «${issue?.message ?? "no object"}» at ${where} of ${origin}; correct the recipe`,
    { data: { origin, path: where } },
  );
}
