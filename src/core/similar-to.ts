/** Changes of a letter after which a name is no misspelling any more. */
const MOST_CHANGES = 3;
/** Letters of a name for each change: short names are soon other ones. */
const LETTERS_A_CHANGE = 3;
/** Names that are told. */
const MOST_TOLD = 3;

/**
 * What the end of a message says of a name that is not known: those that are like it, or nothing where
 * none is. It takes a letter more, less or other, or two in the wrong order, for a change.
 */
export function similarTo(name: string, known: Iterable<string>): string {
  const wanted = name.toLowerCase();
  const most = Math.min(MOST_CHANGES, Math.floor(wanted.length / LETTERS_A_CHANGE));
  let least = most;
  let similar: string[] = [];
  for (const one of new Set(known)) {
    const changes = changesBetween(wanted, one.toLowerCase(), least);
    if (changes > least || one === name) continue;
    similar = changes < least ? [one] : [...similar, one];
    least = changes;
  }
  const told = similar.slice(0, MOST_TOLD).map((one) => `\`${one}\``);
  return told.length === 0 ? "" : `; did you mean ${told.join(" or ")}?`;
}

/** The distance of Damerau and Levenshtein (optimal string alignment), or more than `most`. */
function changesBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      next[j] = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (before[j - 2] ?? 0) + 1 : Infinity,
      );
    }
    [before, row] = [row, next];
  }
  return row[b.length] ?? 0;
}
