/**
 * Names of operations by what parameters they have; those with parameters of their own stand in
 * `StringAtom` alone.
 */
export const kindsByShape = {
  /** Without parameters, in one reading. */
  plain: [
    "lowercase",
    "uppercase",
    "capitalize",
    "reverse",
    "reverse-first-half",
    "reverse-second-half",
    "remove-digits",
    "keep-uppercase",
    "remove-whitespace",
    "first-character",
    "last-character",
    "middle-character",
    "remove-repeats",
    "reverse-words",
    "replace-vowels-with-first",
    "replace-vowels-with-last",
    "replace-vowels-with-middle",
    "replace-vowels-at-count",
    "reverse-vowels",
    "alternate-case",
    "strip",
    "strip-left",
    "strip-right",
    "append-first",
    "append-last",
    "append-middle",
    "swap-ends",
  ],
  /** Without parameters; their released code has oddities. */
  read: [
    "spell-digits",
    "length",
    "digit-indexes",
    "letter-indexes",
    "count-vowels",
    "count-consonants",
    "count-uppercase",
    "count-lowercase",
    "shift-by-length",
    "shift-middle-by-length",
    "shift-any-up",
    "shift-any-down",
    "first-ordinal",
    "last-ordinal",
    "middle-ordinal",
  ],
  /** With one letter, one of the 52 of ASCII, in one reading. */
  letter: [
    "replace-vowels-with-letter",
    "insert-letter",
    "append-letter-if-missing",
    "split-at-letter",
    "remove-letter",
  ],
  /** With one letter, one of the 52 of ASCII; they give a number word. */
  letterWord: ["count-letter", "count-substring", "find-letter"],
  /** By 1 to 9 letters on, or back; every letter, or the middle character of an odd length. */
  shift: ["shift-up", "shift-down", "shift-middle-up", "shift-middle-down"],
  /** By 0 to 25 letters on, or back; the last or the first character. */
  shiftEnd: ["shift-last-up", "shift-last-down", "shift-first-up", "shift-first-down"],
  /** With a position, 1 to 9: every letter is shifted by the order of the letter there. */
  position: ["shift-by-letter-up", "shift-by-letter-down"],
  /** With two positions, 0 to 9, that differ. */
  positions: ["shift-position-up", "shift-position-down"],
} as const;
