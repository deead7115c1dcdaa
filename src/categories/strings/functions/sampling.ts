import type { Draws } from "../../../core/index.ts";

/** The letters that parameters are drawn from. */
export const asciiLetters: readonly string[] = [
  ..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
];

/** Two different ones of the items. */
export function pickTwo<T>(draws: Draws, items: readonly T[]): readonly [T, T] {
  const first = draws.integer(0, items.length - 1);
  const others = items.filter((_, i) => i !== first);
  return [items[first] ?? draws.pick(items), draws.pick(others)];
}

/** The positions that parameters are drawn from. */
export const drawnPositions: readonly number[] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
