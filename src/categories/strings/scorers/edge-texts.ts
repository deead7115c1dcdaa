const BLANKS = [" ", "  ", "\t", "\n", " a", "a ", "  Ab  ", "a  b", "\tword\n", "a b c d"];

/** Lengths around those at which operations on the middle, on positions and on halves differ. */
const LENGTHS = [1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 19, 20, 26, 29, 30, 31, 32, 45, 64];

/** Every letter in both cases, forwards and backwards, alone and among others. */
const ALPHABETS = [
  "abcdefghijklmnopqrstuvwxyz",
  "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
  "zyxwvutsrqponmlkjihgfedcba",
  "ZYXWVUTSRQPONMLKJIHGFEDCBA",
  "aBcDeFgHiJkLmNoPqRsTuVwXyZ",
  "The quick brown fox jumps over the lazy dog",
  "PACK MY BOX WITH FIVE DOZEN LIQUOR JUGS",
  "Sphinx of black quartz, judge my vow!",
  "aAbBcCdDeEfFgGhHiIjJkKlLmM",
  "nNoOpPqQrRsStTuUvVwWxXyYzZ",
];

const DIGITS = [
  "12 34 56",
  ..."0 7 42 0123456789 9876543210 1a a1 1A2b3C4d5E x9y8z7 2024-05-17 3.14159 1223334444".split(
    " ",
  ),
];

const VOWELS =
  "aeiou AEIOU uoiea queueing rhythm BCDFG bcdfghjklmnpqrstvwxyz aEiOuAeIoU aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa bananas Education y".split(
    " ",
  );

const REPEATS = "aa Aa aA zZ zzz abab level hello Mississippi AAAbbbCCC".split(" ");

const MARKS = [
  '"quoted"',
  "back\\slash",
  ..."! ... !@#$%^&*() a-b_c.d it's 100% {[<>]} a,b;c:d -a- #Tag".split(" "),
];

const ENDS = "z Z a A az za AZ ZA yZ bA zebra Zebra fizz BUZZ".split(" ");

/** Letters, digits, cases and blanks beyond ASCII, of Unicode 14 at most. */
const FOREIGN = [
  "é",
  "Straße",
  "İstanbul",
  "ΑΣ ΌΣΟΣ",
  "ǆungla",
  "ﬁne",
  "x²+½",
  "٣٤",
  "Ⅷ",
  "日本語",
  "Привет Мир",
  "ñandú 5",
  "👍🏽 ok",
  "e\u0301te\u0301",
  "a\u00a0b",
  "\u2003wide\u2003",
  "naïve café",
  "𝒳yz",
];

/** Texts on which neighbouring rules come apart: blanks, lengths, ends, digits, cases, Unicode. */
export const edgeTexts: readonly string[] = [
  "",
  ...ALPHABETS,
  ...LENGTHS.map((length) => "Kj3 vQx".repeat(length).slice(0, length)),
  ...ENDS,
  ...DIGITS,
  ...VOWELS,
  ...REPEATS,
  ...BLANKS,
  ...MARKS,
  ...FOREIGN,
];
