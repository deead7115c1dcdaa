import type { StringAtom } from "../../../categories/strings/index.ts";
import { ALPHABET, orderOf } from "./letters.ts";
import type { Rule } from "./rule.ts";

/** Stands for a letter of which it is not known yet what it becomes. */
const UNKNOWN = "?";

/** A substitution alphabet, read off letter by letter. */
export const alphabetRule: Rule = {
  kind: "map-letters",
  reading: "sound",
  couldGive: (to) => to === to.toLowerCase(),
  proposals: (from, to) => {
    const alphabet = alphabetFrom(from, to);
    return alphabet === null ? [] : [{ kind: "map-letters", alphabet }];
  },
  merge: (one, other) => {
    const alphabet = mergedAlphabet(alphabetOf(one), alphabetOf(other));
    return alphabet === null ? null : { kind: "map-letters", alphabet };
  },
};

/** The alphabet with every unknown letter given one of those left over, in two orders. */
export function completions(alphabet: string): readonly string[] {
  const left = [...ALPHABET].filter((letter) => !alphabet.includes(letter));
  const filled = (letters: string[]): string =>
    [...alphabet].map((each) => (each === UNKNOWN ? (letters.shift() ?? each) : each)).join("");
  return left.length < 2 ? [filled(left)] : [filled([...left]), filled(left.toReversed())];
}

/** The same operation with a whole alphabet, if it is a substitution. */
export function wholeAlphabet(atom: StringAtom): StringAtom {
  if (atom.kind !== "map-letters") return atom;
  return { ...atom, alphabet: completions(atom.alphabet)[0] ?? atom.alphabet };
}

function alphabetFrom(from: string, to: string): string | null {
  if (from.length !== to.length) return null;
  const known = Array.from({ length: ALPHABET.length }, () => UNKNOWN);
  for (let i = 0; i < from.length; i += 1) {
    const order = orderOf(from.charCodeAt(i));
    const image = to[i] ?? "";
    if (order < 0 ? image !== from[i] : !ALPHABET.includes(image)) return null;
    if (order < 0) continue;
    if (known[order] !== UNKNOWN && known[order] !== image) return null;
    known[order] = image;
  }
  return oneToOne(known.join(""));
}

function mergedAlphabet(one: string, other: string): string | null {
  const both = [...one].map((each, i) => {
    const also = other[i] ?? UNKNOWN;
    if (each === UNKNOWN || each === also) return also;
    return also === UNKNOWN ? each : "";
  });
  return both.includes("") ? null : oneToOne(both.join(""));
}

function oneToOne(alphabet: string): string | null {
  const images = [...alphabet].filter((each) => each !== UNKNOWN);
  return new Set(images).size === images.length ? alphabet : null;
}

function alphabetOf(atom: StringAtom): string {
  return atom.kind === "map-letters" ? atom.alphabet : UNKNOWN.repeat(ALPHABET.length);
}
