import { stat } from "node:fs/promises";
import { join } from "node:path";
import { BenchError } from "../core/index.ts";
import { categories } from "../categories/index.ts";
import type { Released } from "../categories/index.ts";

/** A category of which a folder has released data. */
export interface ReleasedPart {
  readonly category: string;
  readonly released: Released;
  /** The folder that holds the data: the given one, or `find-dataset` within it. */
  readonly folder: string;
}

/** The categories of which a released folder has data. Throws `data-missing` where it has none. */
export async function releasedParts(folder: string): Promise<readonly ReleasedPart[]> {
  const all = categories.flatMap(({ name, released }) =>
    released === undefined ? [] : [{ category: name, released }],
  );
  const found = await Promise.all(
    all.map(async (part) => ({ ...part, folder: await folderWith(folder, part.released.mark) })),
  );
  const there = found.flatMap((part) =>
    part.folder === null ? [] : [{ ...part, folder: part.folder }],
  );
  if (there.length > 0) return there;
  const files = all.map(({ released }) => released.mark.join("/")).join(" or ");
  throw new BenchError(
    "data-missing",
    `Expected a released FIND folder with ${files} in it; got none of them in \`${folder}\`; give the folder that holds them`,
    { data: { folder } },
  );
}

async function folderWith(folder: string, mark: readonly string[]): Promise<string | null> {
  for (const candidate of [folder, join(folder, "find-dataset")]) {
    if (await stat(join(candidate, ...mark)).catch(() => null)) return candidate;
  }
  return null;
}
