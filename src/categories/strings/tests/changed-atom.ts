import type { Draws } from "../../../core/index.ts";
import type { DrawnKinds } from "../functions/drawn-kinds.ts";
import type { StringAtom } from "../functions/spec.ts";
import { otherLetter } from "./other-letter.ts";
import { siblingsOf } from "./siblings.ts";

interface Range {
  readonly from: number;
  readonly to: number;
}

const DIGITS: Range = { from: 1, to: 9 };
const POSITIONS: Range = { from: 0, to: 9 };
const ENDS: Range = { from: 0, to: 25 };

/** Operations that differ from one by a parameter, or that are easily taken for it. */
export function changedAtom(
  atom: StringAtom,
  draws: Draws,
  from: DrawnKinds,
): readonly StringAtom[] {
  const siblings = siblingsOf(atom).filter(({ kind }) => from.knows(kind));
  return [...withOtherParameter(atom, draws), ...siblings];
}

function withOtherParameter(atom: StringAtom, draws: Draws): readonly StringAtom[] {
  if ("letter" in atom) return [{ ...atom, letter: otherLetter(atom.letter, draws) }];
  if ("by" in atom) {
    const range = /last|first/u.test(atom.kind) ? ENDS : DIGITS;
    return beside(atom.by, range).map((by) => ({ ...atom, by }));
  }
  if ("position" in atom) {
    return beside(atom.position, DIGITS).map((position) => ({ ...atom, position }));
  }
  if ("number" in atom) return beside(atom.number, DIGITS).map((number) => ({ ...atom, number }));
  if ("from" in atom) {
    return [
      ...beside(atom.from, POSITIONS, atom.at).map((from) => ({ ...atom, from })),
      ...beside(atom.at, POSITIONS, atom.from).map((at) => ({ ...atom, at })),
    ];
  }
  if ("second" in atom) {
    const { first, second } = atom;
    return [
      ...beside(first, POSITIONS, second).map((other) => ({ ...atom, first: other })),
      ...beside(second, POSITIONS, first).map((other) => ({ ...atom, second: other })),
    ];
  }
  if ("suffix" in atom)
    return otherSuffixes(atom.suffix, draws).map((suffix) => ({ ...atom, suffix }));
  if ("old" in atom) {
    return [
      { ...atom, old: atom.new, new: atom.old },
      { ...atom, new: otherLetter(atom.new, draws, atom.old) },
    ];
  }
  if ("alphabet" in atom) return [{ ...atom, alphabet: withTwoExchanged(atom.alphabet, draws) }];
  return [];
}

/** The whole numbers next to one, within a range and without one that is taken. */
function beside(value: number, { from, to }: Range, taken?: number): readonly number[] {
  return [value - 1, value + 1].filter((each) => each >= from && each <= to && each !== taken);
}

function otherSuffixes(suffix: string, draws: Draws): readonly string[] {
  const at = draws.integer(0, suffix.length - 1);
  const other = otherLetter(suffix.charAt(at), draws);
  const changed = suffix.slice(0, at) + other + suffix.slice(at + 1);
  return suffix.length === 1 ? [changed] : [changed, suffix.slice(0, -1)];
}

/** Common letters are exchanged, so that it shows. */
function withTwoExchanged(alphabet: string, draws: Draws): string {
  const [one = 0, other = 1] = draws.shuffled([..."aeinorst"]).map((c) => c.charCodeAt(0) - 97);
  const letters = [...alphabet];
  const [a = "", b = ""] = [letters[one], letters[other]];
  return letters.with(one, b).with(other, a).join("");
}
