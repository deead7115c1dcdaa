import { readFile, readdir } from "node:fs/promises";
import { BenchError, fileFaultOf, similarTo } from "../core/index.ts";
import { parseBoundedJson } from "../core/index.ts";
import { parseRecipe } from "../suite/index.ts";
import type { Recipe } from "../suite/index.ts";
import { packageFile } from "./package-files.ts";

/** The recipes that are shipped, such as `mini@2`, by name and version. */
export async function shippedRecipes(): Promise<readonly string[]> {
  const files = await readdir(packageFile("recipes"));
  return files
    .filter((file) => file.endsWith(".json"))
    .map((file) => file.slice(0, -".json".length))
    .toSorted((a, b) => {
      const [[one, version], [other, second]] = [partsOf(a), partsOf(b)];
      return one === other ? version - second : one < other ? -1 : 1;
    });
}

/**
 * A shipped recipe by its name, with its version or without it for the newest, or one from a file by
 * its path. Throws `unknown-recipe` or `bad-recipe`.
 */
export async function loadRecipe(nameOrPath: string): Promise<Recipe> {
  const names = await shippedRecipes();
  const shipped = names.findLast((name) => name === nameOrPath || partsOf(name)[0] === nameOrPath);
  const path = shipped === undefined ? nameOrPath : packageFile(`recipes/${shipped}.json`);
  const text = await readFile(path, "utf8").catch((cause: unknown) => {
    const fault = fileFaultOf(cause);
    const why = fault === null || fault.kind === "missing" ? "" : ` (${fault.system})`;
    throw new BenchError(
      "unknown-recipe",
      `Expected a recipe, one of ${names.join(", ")} (without a version: the newest), or the path of a recipe file; got \`${nameOrPath}\`${why}; correct the name or the path${similarTo(nameOrPath, [...names.map((name) => partsOf(name)[0]), ...names])}`,
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

/** The name and the version of a shipped recipe. */
function partsOf(shipped: string): readonly [name: string, version: number] {
  const [name = shipped, version = "1"] = shipped.split("@");
  return [name, Number(version)];
}
