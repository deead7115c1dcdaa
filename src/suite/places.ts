import { canonicalJson, permutation, sha256Hex } from "../core/index.ts";
import type { NumericGroup } from "../categories/numeric/index.ts";
import type { Recipe } from "./recipe.ts";
import type { StringGroup } from "../categories/strings/index.ts";

/** A group of a recipe, of whatever category. */
export type Group =
  | { readonly category: "numeric"; readonly group: NumericGroup }
  | { readonly category: "strings"; readonly group: StringGroup };

/** Where a problem stands in a recipe. */
export type Place = Group & {
  /** Position in the recipe's own order, before shuffling; 0-based. */
  readonly index: number;
  /** What is drawn of the group, and which one of it: names one problem per seed, and no other. */
  readonly key: string;
};

type Row = Group & { readonly start: number; readonly key: string };

/**
 * The place that stands at each position of a suite. A key comes from what decides the draw, not
 * from the recipe's name or counts: the same problem has the same key in every suite that has it,
 * and other problems have others.
 */
export function placesOf(recipe: Recipe, seed: string): (position: number) => Place {
  const rows = rowsOf(recipe);
  const last = rows.at(-1);
  const count = last === undefined ? 0 : last.start + last.group.count;
  const indexAt = permutation(count, `${sha256Hex(canonicalJson(sectionsOf(recipe)))}/${seed}`);
  return (position) => {
    const index = indexAt(position);
    const row = rows.findLast(({ start }) => start <= index);
    if (row === undefined || index >= count)
      throw new RangeError(`Expected a position below ${count}; got ${position}`);
    const { start, key, ...group } = row;
    return { ...group, index, key: `${key}/${index - start}` };
  };
}

/** What decides the order: the numeric section alone where there is no other. */
function sectionsOf({ numeric, strings }: Recipe): object {
  if (numeric !== undefined && strings === undefined) return numeric;
  return { ...(numeric === undefined ? {} : { numeric }), strings };
}

function rowsOf(recipe: Recipe): readonly Row[] {
  const seen = new Map<string, number>();
  let start = 0;
  return groupsOf(recipe).map(([group, settings]) => {
    const { count, ...drawn } = group.group;
    const hash = sha256Hex(canonicalJson({ ...settings, ...drawn }));
    const before = seen.get(hash) ?? 0;
    seen.set(hash, before + 1);
    const row = { ...group, start, key: `${hash}/${before}` };
    start += count;
    return row;
  });
}

/** Every group, with the settings of its section that decide the draw as well. */
function groupsOf({ numeric, strings }: Recipe): readonly (readonly [Group, object])[] {
  const rows: [Group, object][] = [];
  if (numeric !== undefined) {
    const { groups, ...settings } = numeric;
    for (const group of groups) rows.push([{ category: "numeric", group }, settings]);
  }
  if (strings !== undefined) {
    const { groups, tests } = strings;
    for (const group of groups) rows.push([{ category: "strings", group }, { strings: tests }]);
  }
  return rows;
}
