import { numberWords } from "../text/number-word.ts";
import type { Helper } from "./helper.ts";

/** What bodies in Python may use. */
export const pythonHelpers: readonly Helper[] = [
  { name: "random", source: "import random" },
  { name: "VOWELS", source: 'VOWELS = "aeiouAEIOU"' },
  { name: "ALPHABET", source: 'ALPHABET = "abcdefghijklmnopqrstuvwxyz"' },
  {
    name: "WORDS",
    source: `WORDS = (
    "${numberWords.slice(0, 16).join(" ")} "
    "${numberWords.slice(16).join(" ")}"
).split()`,
  },
  {
    name: "word",
    source: `
def word(n):
    if n > 30:
        raise ValueError("no word above thirty")
    return WORDS[n]
`,
  },
  {
    name: "shifted",
    source: `
def shifted(c, by):
    for first in "aA":
        if c.isascii() and c.isalpha() and c.isupper() == first.isupper():
            return chr((ord(c) - ord(first) + by) % 26 + ord(first))
    return c
`,
  },
  {
    name: "wrapped",
    source: `
def wrapped(c, by):
    if not c.isalpha():
        return c
    first = ord("A") if c.isupper() else ord("a")
    return chr((ord(c) - first + by) % 26 + first)
`,
  },
  {
    name: "moved",
    source: `
def moved(c, by, jumps):
    if not c.isalpha():
        return c
    return jumps[c] if c in jumps else chr(ord(c) + by)
`,
  },
];
