import type {
  LetterKind,
  LetterWordKind,
  NumberKind,
  PlainKind,
  PositionKind,
  PositionsKind,
  ReadKind,
  StringAtom,
} from "../functions/spec.ts";

const plain: readonly (readonly PlainKind[])[] = [
  ["lowercase", "uppercase", "capitalize", "alternate-case"],
  ["reverse", "reverse-first-half", "reverse-second-half", "reverse-words", "reverse-vowels"],
  ["reverse", "swap-ends"],
  ["first-character", "last-character", "middle-character"],
  [
    "replace-vowels-with-first",
    "replace-vowels-with-last",
    "replace-vowels-with-middle",
    "replace-vowels-at-count",
    "reverse-vowels",
  ],
  ["strip", "strip-left", "strip-right", "remove-whitespace"],
  ["append-first", "append-last", "append-middle"],
  ["remove-digits", "keep-uppercase", "remove-whitespace", "remove-repeats"],
];

const read: readonly (readonly ReadKind[])[] = [
  ["count-vowels", "count-consonants", "count-uppercase", "count-lowercase", "length"],
  ["first-ordinal", "last-ordinal", "middle-ordinal"],
  ["digit-indexes", "letter-indexes", "spell-digits"],
  ["shift-by-length", "shift-middle-by-length"],
  ["shift-any-up", "shift-any-down"],
];

const numbered: readonly (readonly NumberKind[])[] = [
  ["shift-up", "shift-down", "shift-middle-up", "shift-middle-down"],
  ["shift-last-up", "shift-last-down", "shift-first-up", "shift-first-down"],
];

const positioned: readonly (readonly PositionKind[])[] = [
  ["shift-by-letter-up", "shift-by-letter-down"],
];

const twicePositioned: readonly (readonly PositionsKind[])[] = [
  ["shift-position-up", "shift-position-down"],
];

const lettered: readonly (readonly LetterKind[])[] = [
  ["insert-letter", "append-letter-if-missing", "replace-vowels-with-letter"],
  ["split-at-letter", "remove-letter"],
];

const counting: readonly (readonly LetterWordKind[])[] = [["count-letter", "find-letter"]];

/** Operations with the same parameters that are easily taken for this one. */
export function siblingsOf(atom: StringAtom): readonly StringAtom[] {
  if ("suffix" in atom || "number" in atom || "alphabet" in atom) return [];
  if ("old" in atom || "second" in atom) return [];
  if ("by" in atom) return others(numbered, atom.kind).map((kind) => ({ ...atom, kind }));
  if ("position" in atom) return others(positioned, atom.kind).map((kind) => ({ ...atom, kind }));
  if ("from" in atom) return others(twicePositioned, atom.kind).map((kind) => ({ ...atom, kind }));
  if ("letter" in atom) {
    if ("reading" in atom) return others(counting, atom.kind).map((kind) => ({ ...atom, kind }));
    return others(lettered, atom.kind).map((kind) => ({ ...atom, kind }));
  }
  if ("reading" in atom) return others(read, atom.kind).map((kind) => ({ ...atom, kind }));
  return others(plain, atom.kind).map((kind) => ({ kind }));
}

function others<K>(groups: readonly (readonly K[])[], kind: K): readonly K[] {
  return groups
    .filter((group) => group.includes(kind))
    .flat()
    .filter((each) => each !== kind);
}
