/** Fewer letters leave too many other words one step away. */
const LEAST_LETTERS = 8;
/** From so many letters on one may also be another, or stand before its neighbour; not at the beginning. */
const LEAST_CHANGED = 9;
const FIRST_CHANGED = 4;

/** Words that are right and one letter away from another. */
const CONFUSABLE = new Set(
  "complement compliment complementary complimentary stationary stationery allusion illusion".split(
    " ",
  ),
);

/**
 * What misspellings usually keep: the letters without vowels, doubled ones once. Empty where a key is
 * too short or no plain word for that.
 */
export function skeletonOf(key: string): string {
  if (key.length < LEAST_LETTERS || !/^[a-z ]+$/u.test(key)) return "";
  return (
    key.charAt(0) +
    key
      .slice(1)
      .replaceAll(/(.)\1+/gu, "$1")
      .replaceAll(/[aeiouy]/gu, "")
  );
}

/**
 * Whether a key is another one misspelt that has its skeleton: a letter is left out or put in, or, late
 * in a long word, changed or exchanged with its neighbour; never the first and never the last.
 */
export function isMisspelling(key: string, right: string): boolean {
  if (key === right || CONFUSABLE.has(key) || Math.abs(key.length - right.length) > 1) return false;
  const [short, long] = key.length <= right.length ? [key, right] : [right, key];
  let from = 0;
  while (from < short.length && short[from] === long[from]) from += 1;
  let end = 0;
  while (end < short.length - from && short.at(-1 - end) === long.at(-1 - end)) end += 1;
  if (from === 0 || end === 0) return false;
  const [left, more] = [short.length - from - end, long.length - from - end];
  if (left === 0 && more === 1) return true;
  if (short.length < LEAST_CHANGED || from < FIRST_CHANGED) return false;
  if (left === 1 && more === 1) return true;
  return (
    left === 2 && more === 2 && short[from] === long[from + 1] && short[from + 1] === long[from]
  );
}
