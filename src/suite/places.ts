import { canonicalJson, permutation, sha256Hex } from "../core/index.ts";
import { categoryOf } from "../categories/index.ts";
import type { Place } from "../categories/index.ts";
import { sectionsOf } from "./recipe.ts";
import type { Recipe } from "./recipe.ts";

/** Where a problem of some category stands in a recipe. */
export interface CategoryPlace {
  readonly category: string;
  readonly place: Place;
}

interface Row {
  readonly category: string;
  readonly group: Place["group"];
  readonly start: number;
  readonly key: string;
}

/**
 * The place that stands at each position of a suite. A key comes from what decides the draw, not
 * from the recipe's name or counts: the same problem has the same key in every suite that has it,
 * and other problems have others.
 */
export function placesOf(recipe: Recipe, seed: string): (position: number) => CategoryPlace {
  const rows = rowsOf(recipe);
  const last = rows.at(-1);
  const count = last === undefined ? 0 : last.start + last.group.count;
  const indexAt = permutation(count, `${sha256Hex(canonicalJson(decidersOf(recipe)))}/${seed}`);
  return (position) => {
    const index = indexAt(position);
    const row = rows.findLast(({ start }) => start <= index);
    if (row === undefined || index >= count)
      throw new RangeError(`Expected a position below ${count}; got ${position}`);
    const { category, group, start, key } = row;
    return { category, place: { group, index, key: `${key}/${index - start}` } };
  };
}

/** What decides the order: the sections by name, or one alone where its category says so. */
function decidersOf(recipe: Recipe): object {
  const sections = sectionsOf(recipe);
  const [only, ...others] = sections;
  if (only !== undefined && others.length === 0 && categoryOf(only[0]).ordersAlone) return only[1];
  return Object.fromEntries(sections);
}

function rowsOf(recipe: Recipe): readonly Row[] {
  const seen = new Map<string, number>();
  let start = 0;
  return sectionsOf(recipe).flatMap(([category, section]) => {
    // The settings of a section that decide the draw as well.
    const settings = categoryOf(category).settingsOf(section);
    return section.groups.map((group): Row => {
      const { count, ...drawn } = group;
      const hash = sha256Hex(canonicalJson({ ...settings, ...drawn }));
      const before = seen.get(hash) ?? 0;
      seen.set(hash, before + 1);
      const row = { category, group, start, key: `${hash}/${before}` };
      start += count;
      return row;
    });
  });
}
