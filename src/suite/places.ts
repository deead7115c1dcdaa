import { canonicalJson, permutation, sha256Hex } from "../core/index.ts";
import type { NumericGroup, Recipe } from "./recipe.ts";

/** Where a problem stands in a recipe. */
export interface Place {
  readonly group: NumericGroup;
  /** Position in the recipe's own order, before shuffling; 0-based. */
  readonly index: number;
  /** What is drawn of the group, and which one of it: names one problem per seed, and no other. */
  readonly key: string;
}

interface Row {
  readonly group: NumericGroup;
  readonly start: number;
  readonly key: string;
}

/**
 * The place that stands at each position of a suite. A key comes from what decides the draw, not
 * from the recipe's name or counts: the same problem has the same key in every suite that has it,
 * and other problems have others.
 */
export function placesOf(recipe: Recipe, seed: string): (position: number) => Place {
  const rows = rowsOf(recipe);
  const last = rows.at(-1);
  const count = last === undefined ? 0 : last.start + last.group.count;
  const indexAt = permutation(count, `${sha256Hex(canonicalJson(recipe.numeric))}/${seed}`);
  return (position) => {
    const index = indexAt(position);
    const row = rows.findLast(({ start }) => start <= index);
    if (row === undefined || index >= count)
      throw new RangeError(`Expected a position below ${count}; got ${position}`);
    return { group: row.group, index, key: `${row.key}/${index - row.start}` };
  };
}

function rowsOf({ numeric: { groups, ...settings } }: Recipe): readonly Row[] {
  const seen = new Map<string, number>();
  let start = 0;
  return groups.map((group) => {
    const { count, ...drawn } = group;
    const hash = sha256Hex(canonicalJson({ ...settings, ...drawn }));
    const before = seen.get(hash) ?? 0;
    seen.set(hash, before + 1);
    const row = { group, start, key: `${hash}/${before}` };
    start += count;
    return row;
  });
}
