import type {
  PlainKind,
  ReadKind,
  Reading,
  StringAtom,
} from "../../../categories/strings/index.ts";
import { numberOfWord } from "./letters.ts";
import type { Rule } from "./rule.ts";

/** What a kind shows cheaply: in what it gives, and beside what it was given. */
interface Sign {
  readonly output?: (to: string) => boolean;
  readonly both?: (from: string, to: string) => boolean;
}

/** Operations without parameters that draw nothing at random, in one reading. */
export function plainRules(reading: Reading): readonly Rule[] {
  const ruleOf = (atom: StringAtom, sign: Sign): Rule => {
    const itself: readonly StringAtom[] = [atom];
    const nothing: readonly StringAtom[] = [];
    return {
      kind: atom.kind,
      reading,
      only: atom,
      couldGive: sign.output ?? (() => true),
      proposals: (from, to) => (sign.both?.(from, to) === false ? nothing : itself),
    };
  };
  return [
    ...entries(PLAIN).map(([kind, sign]) => ruleOf({ kind }, sign)),
    ...entries(READ).map(([kind, sign]) => ruleOf({ kind, reading }, sign)),
  ];
}

/** The same operations alone. */
export function plainAtoms(reading: Reading): readonly StringAtom[] {
  return [
    ...entries(PLAIN).map(([kind]): StringAtom => ({ kind })),
    ...entries(READ).map(([kind]): StringAtom => ({ kind, reading })),
  ];
}

function entries<K extends string>(
  table: Readonly<Partial<Record<K, Sign>>>,
): readonly [K, Sign][] {
  return Object.entries(table) as [K, Sign][];
}

const sameLength = (from: string, to: string) => from.length === to.length;
const noLonger = (from: string, to: string) => to.length <= from.length;
const oneMore = (from: string, to: string) => to.length === from.length + 1;
const isNumberWord = (to: string) => numberOfWord(to) !== undefined;
const areWords = (to: string) => to === "" || /^[a-z -]+$/u.test(to);

const VOWELS = "aeiouAEIOU";
const VOWEL = /[aeiou]/iu;

/** The vowels of a text that differ from the first of them tell against one letter for all. */
const oneVowelLetter = (from: string, to: string) => {
  if (!sameLength(from, to)) return false;
  const first = from.search(VOWEL);
  if (first < 0) return from === to;
  let last = from.length - 1;
  while (!VOWELS.includes(from.charAt(last))) last -= 1;
  return to[first] === to[last];
};

/** What has no row is not known here. */
const PLAIN: Readonly<Partial<Record<PlainKind, Sign>>> = {
  lowercase: { output: (to) => to === to.toLowerCase(), both: sameLetter },
  uppercase: { output: (to) => to === to.toUpperCase(), both: sameLetter },
  capitalize: { output: (to) => to.slice(1) === to.slice(1).toLowerCase(), both: sameLetter },
  reverse: { both: (from, to) => sameLength(from, to) && from[0] === to.at(-1) },
  "reverse-first-half": { both: (from, to) => sameLength(from, to) && from.at(-1) === to.at(-1) },
  "reverse-second-half": {
    both: (from, to) => sameLength(from, to) && from.at(-1) === to[Math.floor(to.length / 2)],
  },
  "remove-digits": { output: (to) => !/[0-9]/u.test(to), both: noLonger },
  "keep-uppercase": { output: (to) => !/[a-z0-9 ]/u.test(to), both: noLonger },
  "remove-whitespace": { output: (to) => !/\s/u.test(to), both: noLonger },
  "first-character": { output: (to) => to.length === 1, both: (from, to) => from[0] === to },
  "last-character": { output: (to) => to.length === 1, both: (from, to) => from.at(-1) === to },
  "middle-character": { output: (to) => to.length <= 2, both: (from, to) => from.includes(to) },
  "remove-repeats": { output: (to) => new Set(to).size === [...to].length, both: noLonger },
  "reverse-words": { output: (to) => !/^\s|\s$|\s\s/u.test(to), both: noLonger },
  "replace-vowels-with-first": { both: oneVowelLetter },
  "replace-vowels-with-last": { both: oneVowelLetter },
  "replace-vowels-with-middle": { both: oneVowelLetter },
  "replace-vowels-at-count": { both: oneVowelLetter },
  "reverse-vowels": { both: sameLength },
  "alternate-case": { output: alternates, both: sameLetter },
  strip: { output: (to) => to === to.trim(), both: noLonger },
  "strip-left": { output: (to) => to === to.trimStart(), both: noLonger },
  "strip-right": { output: (to) => to === to.trimEnd(), both: noLonger },
  "append-first": { both: (from, to) => oneMore(from, to) && to.at(-1) === from[0] },
  "append-last": { both: (from, to) => oneMore(from, to) && to.at(-1) === from.at(-1) },
  "append-middle": { both: (from, to) => oneMore(from, to) && to.startsWith(from) },
  "swap-ends": { both: (from, to) => sameLength(from, to) && from[0] === to.at(-1) },
};

const READ: Readonly<Partial<Record<Exclude<ReadKind, "shift-any-up" | "shift-any-down">, Sign>>> =
  {
    "spell-digits": { output: areWords },
    length: { output: (to) => isNumberWord(to) || to === "unknown" },
    "digit-indexes": { output: areWords },
    "letter-indexes": { output: areWords },
    "count-vowels": { output: isNumberWord },
    "count-consonants": { output: isNumberWord },
    "count-uppercase": { output: isNumberWord },
    "count-lowercase": { output: isNumberWord },
    "shift-by-length": { both: sameLength },
    "shift-middle-by-length": { both: sameLength },
    "first-ordinal": { output: isNumberWord },
    "last-ordinal": { output: isNumberWord },
    "middle-ordinal": { output: isNumberWord },
  };

/** Same length, and the same first letter but for its case. */
function sameLetter(from: string, to: string): boolean {
  return sameLength(from, to) && from[0]?.toLowerCase() === to[0]?.toLowerCase();
}

function alternates(to: string): boolean {
  for (let i = 0; i < to.length; i += 1) {
    const each = to[i] ?? "";
    if (each !== (i % 2 === 0 ? each.toUpperCase() : each.toLowerCase())) return false;
  }
  return true;
}
