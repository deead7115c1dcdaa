import { BenchError, canonicalJson } from "../core/index.ts";
import { atomKinds, releasedWeights, stringKinds } from "../functions/index.ts";
import { recipeSchema } from "./recipe.ts";
import type { Recipe } from "./recipe.ts";

/**
 * A recipe from untrusted data. Weights that say what is drawn without them are left out: what a
 * recipe draws is written in one way alone, and its hash is the same. Throws `bad-recipe` or, for a
 * family or an operation that is not one, `unknown-family`.
 */
export function parseRecipe(value: unknown, origin: string): Recipe {
  const parsed = recipeSchema.safeParse(value);
  if (parsed.success) return withoutReleasedWeights(parsed.data);
  const [issue] = parsed.error.issues;
  const where = issue?.path.join(".") || "its top level";
  const names = issue?.code === "unrecognized_keys" ? namesAt(issue.path) : null;
  if (issue?.code === "unrecognized_keys" && names !== null) {
    throw new BenchError(
      "unknown-family",
      `Expected ${names.what} among ${names.all.join(", ")}; got ${issue.keys.join(", ")} at ${where} of ${origin}; correct the recipe`,
      { data: { origin, path: where } },
    );
  }
  throw new BenchError(
    "bad-recipe",
    `Expected a recipe; got «${issue?.message ?? "no object"}» at ${where} of ${origin}; correct the recipe`,
    { data: { origin, path: where } },
  );
}

/** The names that there are where a recipe names families or operations; `null` elsewhere. */
function namesAt(
  path: readonly PropertyKey[],
): { readonly what: string; readonly all: readonly string[] } | null {
  if (path.at(-1) === "families") return { what: "families", all: atomKinds };
  return path.at(-2) === "weights" ? { what: "operations", all: stringKinds } : null;
}

function withoutReleasedWeights(recipe: Recipe): Recipe {
  if (recipe.strings?.weights === undefined) return recipe;
  const { weights, ...strings } = recipe.strings;
  const isReleased = canonicalJson(weights) === canonicalJson(releasedWeights);
  return isReleased ? { ...recipe, strings } : recipe;
}
