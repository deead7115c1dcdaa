import type { Draws } from "../chance.ts";
import { foreignWords, words } from "./words.ts";

/** Characters that a typical text has at most. */
const LONGEST = 50;
const LETTERS = "abcdefghijklmnopqrstuvwxyz";
const MARKS = ["!", "?", ".", ",", "-", "_", "#", "@", "%", "&", "*", "/", ":", ";", "'", '"'];

type Maker = (draws: Draws) => string;

/** How texts are made, each with the share of a hundred texts that it makes. */
const makers: readonly (readonly [share: number, make: Maker])[] = [
  [23, oneWord],
  [19, (draws) => wordList(draws, 2, 4).join(" ")],
  [14, sentence],
  [10, identifierLike],
  [11, wordWithDigits],
  [8, letterRun],
  [4, numberLike],
  [3, (draws) => " ".repeat(draws.integer(1, 3)) + oneWord(draws) + padding(draws)],
  [4, (draws) => [...wordList(draws, 0, 1), draws.pick(foreignWords)].join(" ")],
  [3, (draws) => draws.pick([...LETTERS, ...LETTERS.toUpperCase(), "7", "42", "no", "OK"])],
  [1, () => ""],
];

/**
 * A text as people and programs write them: words, phrases, sentences, identifiers, digits, both
 * cases, punctuation, seldom letters beyond ASCII; of at most 50 characters.
 */
export function sampleText(draws: Draws): string {
  let left = draws.uniform() * 100;
  const [, make] = makers.find(([share]) => (left -= share) < 0) ?? [0, oneWord];
  return [...make(draws)].slice(0, LONGEST).join("");
}

function oneWord(draws: Draws): string {
  const word = draws.pick(words);
  const mark = draws.uniform() < 0.12 ? draws.pick(MARKS) : "";
  return cased(word, draws) + mark;
}

/** Most words are in lower case or capitalized. */
function cased(word: string, draws: Draws): string {
  const chance = draws.uniform();
  if (chance < 0.45) return word;
  if (chance < 0.8) return capitalized(word);
  if (chance < 0.9) return word.toUpperCase();
  return [...word].map((c) => (draws.uniform() < 0.5 ? c : c.toUpperCase())).join("");
}

function capitalized(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

function wordList(draws: Draws, fewest: number, most: number): readonly string[] {
  return Array.from({ length: draws.integer(fewest, most) }, () => cased(draws.pick(words), draws));
}

function sentence(draws: Draws): string {
  const inner = Array.from({ length: draws.integer(3, 7) }, () =>
    draws.uniform() < 0.08 ? String(draws.integer(2, 2050)) : draws.pick(words),
  );
  const text = inner.join(" ");
  const parted = draws.uniform() < 0.25 ? text.replace(" ", ", ") : text;
  return capitalized(parted) + draws.pick([".", ".", "", "!", "?"]);
}

function identifierLike(draws: Draws): string {
  const parts = Array.from({ length: draws.integer(2, 3) }, () => draws.pick(words));
  switch (draws.integer(0, 3)) {
    case 0:
      return parts.join("_");
    case 1:
      return parts.map((part, i) => (i === 0 ? part : capitalized(part))).join("");
    case 2:
      return parts.map(capitalized).join("");
    default:
      return parts.join("-");
  }
}

function wordWithDigits(draws: Draws): string {
  const word = cased(draws.pick(words), draws);
  const digits = String(draws.integer(0, draws.pick([9, 99, 2050])));
  const at = draws.integer(0, word.length);
  return draws.pick([
    word + digits,
    digits + word,
    word.slice(0, at) + digits + word.slice(at),
    `${word} ${digits}`,
    [...word].map((c) => (draws.uniform() < 0.25 ? draws.integer(0, 9) : c)).join(""),
  ]);
}

/** Letters drawn at random, of all the alphabet or of a few that come again. */
function letterRun(draws: Draws): string {
  const both = LETTERS + LETTERS.toUpperCase();
  const alphabet = [...draws.pick([LETTERS, LETTERS.toUpperCase(), both, both])];
  const pool = draws.uniform() < 0.4 ? draws.shuffled(alphabet).slice(0, 4) : alphabet;
  return Array.from({ length: draws.integer(2, 14) }, () => draws.pick(pool)).join("");
}

function numberLike(draws: Draws): string {
  const digits = (most: number): string => String(draws.integer(0, most));
  return draws.pick([
    digits(999_999),
    `${digits(99)}.${digits(99)}`,
    `20${draws.integer(10, 29)}-${draws.integer(10, 12)}-${draws.integer(10, 28)}`,
    `${digits(12)}:${draws.integer(10, 59)}`,
    `$${digits(999)}`,
    `${digits(100)}%`,
    `(${digits(9)}+${digits(9)})*${digits(9)}`,
    draws.pick(MARKS).repeat(draws.integer(1, 4)),
  ]);
}

function padding(draws: Draws): string {
  return draws.uniform() < 0.5 ? " ".repeat(draws.integer(1, 2)) : "";
}
