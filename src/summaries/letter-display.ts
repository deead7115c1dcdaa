/**
 * Letters for `count` rows such that two rows share a letter exactly when their pair is not in
 * `apart`: the insert-and-absorb algorithm of Piepho (2004),
 * https://doi.org/10.1198/1061860043515.
 */
export function letterDisplay(
  count: number,
  apart: readonly (readonly [number, number])[],
): string[] {
  let columns: ReadonlySet<number>[] = [new Set(Array.from({ length: count }, (_, row) => row))];
  for (const [a, b] of apart)
    columns = absorbed(
      columns.flatMap((column) =>
        column.has(a) && column.has(b) ? [without(column, a), without(column, b)] : [column],
      ),
    );
  const ordered = columns
    .map((column) => [...column].sort((a, b) => a - b))
    .sort(byFirstDifference);
  return Array.from({ length: count }, (_, row) =>
    ordered.flatMap((rows, index) => (rows.includes(row) ? [letterOf(index)] : [])).join(""),
  );
}

function without(column: ReadonlySet<number>, row: number): Set<number> {
  return new Set([...column].filter((other) => other !== row));
}

/** The columns that are not part of another one, each once. */
function absorbed(columns: readonly ReadonlySet<number>[]): ReadonlySet<number>[] {
  return columns.filter(
    (column, index) =>
      !columns.some(
        (other, at) =>
          at !== index &&
          [...column].every((row) => other.has(row)) &&
          (other.size > column.size || at < index),
      ),
  );
}

function byFirstDifference(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((row, index) => row !== b[index]);
  return at < 0 ? -1 : (a[at] ?? 0) - (b[at] ?? Infinity);
}

const LETTERS = "abcdefghijklmnopqrstuvwxyz";

/** a … z, then A … Z, then ·27, ·28 and so on for more groups than there are letters. */
function letterOf(index: number): string {
  const letters = LETTERS + LETTERS.toUpperCase();
  return letters[index] ?? `·${index + 1}`;
}
