import { stat } from "node:fs/promises";
import { join } from "node:path";
import { BenchError } from "../core/index.ts";
import type { Category } from "../contract/index.ts";

/** The file that shows that a released folder has a category. */
const marks: Readonly<Record<Category, readonly [folder: string, file: string]>> = {
  numeric: ["numeric", "data.json"],
  strings: ["strings", "unit_test_data.json"],
};

/**
 * The folder that holds released data of a category: the given one, or `find-dataset` within it.
 * Throws `data-missing`.
 */
export async function findDataFolder(folder: string, category: Category): Promise<string> {
  const found = await folderWith(folder, category);
  if (found !== null) return found;
  const file = marks[category].join("/");
  throw new BenchError(
    "data-missing",
    `Expected a released FIND folder with ${file} in it; got none in \`${folder}\`; give the folder that holds it`,
    { data: { folder } },
  );
}

/** The categories of which a released folder has data. Throws `data-missing` where it has none. */
export async function releasedCategories(folder: string): Promise<readonly Category[]> {
  const all: readonly Category[] = ["numeric", "strings"];
  const found = await Promise.all(all.map((category) => folderWith(folder, category)));
  const there = all.filter((_, i) => found[i] !== null);
  if (there.length > 0) return there;
  const files = all.map((category) => marks[category].join("/")).join(" or ");
  throw new BenchError(
    "data-missing",
    `Expected a released FIND folder with ${files} in it; got neither in \`${folder}\`; give the folder that holds them`,
    { data: { folder } },
  );
}

async function folderWith(folder: string, category: Category): Promise<string | null> {
  for (const candidate of [folder, join(folder, "find-dataset")]) {
    if (await stat(join(candidate, ...marks[category])).catch(() => null)) return candidate;
  }
  return null;
}
