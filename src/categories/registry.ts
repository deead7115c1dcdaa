import { BenchError } from "../core/index.ts";
import * as all from "./all.ts";
import type { Category } from "./common/index.ts";

/** Every category, in alphabetical order, as a module lists what it exports. */
export const categories: readonly Category[] = Object.values(all);

const byName: ReadonlyMap<string, Category> = new Map(categories.map((each) => [each.name, each]));

/** The category of a name. Throws `unknown-category`. */
export function categoryOf(name: string): Category {
  const category = byName.get(name);
  if (category !== undefined) return category;
  throw new BenchError(
    "unknown-category",
    `Expected a category, one of ${[...byName.keys()].join(", ")}; got \`${name}\`; read it with a findbench that has it`,
    { data: { category: name } },
  );
}

/** Names of the categories. */
export const categoryNames: readonly string[] = [...byName.keys()];
