import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { BenchError, fileFaultOf } from "../core/index.ts";
import { parseBoundedJson } from "../core/index.ts";
import { parseRecipe } from "../suite/index.ts";
import type { Recipe } from "../suite/index.ts";
import { packageFile } from "./package-files.ts";

/** Names of the recipes that are shipped. */
async function recipeNames(): Promise<readonly string[]> {
  const files = await readdir(packageFile("recipes"));
  return files
    .filter((file) => file.endsWith(".json"))
    .map((file) => file.slice(0, -".json".length))
    .toSorted();
}

/** A shipped recipe by name, or one from a file by its path. Throws `unknown-recipe` or `bad-recipe`. */
export async function loadRecipe(nameOrPath: string): Promise<Recipe> {
  const names = await recipeNames();
  const shipped = names.includes(nameOrPath);
  const path = shipped ? join(packageFile("recipes"), `${nameOrPath}.json`) : nameOrPath;
  const text = await readFile(path, "utf8").catch((cause: unknown) => {
    const fault = fileFaultOf(cause);
    const why = fault === null || fault.kind === "missing" ? "" : ` (${fault.system})`;
    throw new BenchError(
      "unknown-recipe",
      `Expected a recipe, one of ${names.join(", ")}, or the path of a recipe file; got \`${nameOrPath}\`${why}; correct the name or the path`,
      { cause },
    );
  });
  const json = parseBoundedJson(text);
  if (json.kind === "json") return parseRecipe(json.value, path);
  throw new BenchError(
    "bad-recipe",
    `Expected JSON in the recipe \`${path}\`; got ${json.kind === "broken" ? "text that is cut off or foreign" : "too many levels"}; correct the file`,
  );
}
