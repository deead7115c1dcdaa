import { alphabetRule } from "./alphabet.ts";
import { composed } from "./hypothesis.ts";
import type { Hypothesis } from "./hypothesis.ts";
import { isLetter } from "./inferred-letters.ts";
import { ALPHABET, LETTERS, numberOfWord, shiftedLetter } from "./letters.ts";
import type { Step } from "./outcome.ts";
import { couldGiveAll, narrowed } from "./rule.ts";
import type { Possible, Rule } from "./rule.ts";

/** The longest suffix that is appended. */
const LONGEST = 5;

/**
 * Laws that first append letters and then do something else: the letters are read off where they may
 * have come to stand, and each guess is tried with every outer operation.
 */
export function suffixesInside(
  rules: readonly Rule[],
  steps: readonly Step[],
): readonly Hypothesis[] {
  const outcomes = steps.map(({ to }) => to);
  const plausible = rules.filter((rule) => couldGiveAll(rule, outcomes));
  return guesses(steps).flatMap((suffix) => {
    const extended = steps.map(({ from, to }) => ({ from: from + suffix, to }));
    return plausible.flatMap((rule) => {
      const outers = outersFor(rule, extended) ?? [];
      return outers.flatMap((outer) => composed({ kind: "append", suffix }, outer));
    });
  });
}

function outersFor(rule: Rule, steps: readonly Step[]): Possible {
  let possible: Possible = null;
  for (const { from, to } of steps) {
    possible = narrowed(rule, possible, from, to);
    if (possible?.length === 0) break;
  }
  return possible;
}

function guesses(steps: readonly Step[]): readonly string[] {
  const told = steps.filter((step) => step.to !== null && step.to !== "");
  const byLength = told.toSorted((a, b) => a.from.length - b.from.length);
  const ends = [byLength[0], byLength.at(-1)].filter((step) => step !== undefined);
  const isCount = told.every(({ to }) => to === "none" || numberOfWord(to ?? "") !== undefined);
  const all = isCount ? countedSuffixes() : ends.flatMap(shownSuffixes);
  return [...new Set(all)].filter(isSuffix);
}

function isSuffix(text: string): boolean {
  return text.length >= 1 && text.length <= LONGEST && [...text].every(isLetter);
}

/** Letters where those of a suffix come to stand after one of the operations. */
function shownSuffixes({ from, to }: Step): readonly string[] {
  const given = to ?? "";
  const lastWord = given.slice(given.lastIndexOf(" ") + 1);
  const lengths = Array.from({ length: LONGEST }, (_, i) => i + 1);
  return lengths.flatMap((length) => {
    const tail = given.slice(-length);
    const middle = Math.floor((from.length + length) / 2);
    return [
      tail,
      given.slice(-length - 1, -1),
      reversed(given.slice(0, length)),
      reversed(given.slice(middle, middle + length)),
      reversed(lastWord.slice(0, length)),
      mappedBack(from, given, tail),
      ...Array.from(ALPHABET.slice(1), (_, by) =>
        [...tail].map((each) => shiftedLetter(each, by + 1)).join(""),
      ),
    ];
  });
}

function reversed(text: string): string {
  return [...text].toReversed().join("");
}

function mappedBack(from: string, given: string, tail: string): string {
  const [atom] = alphabetRule.proposals(from, given.slice(0, -tail.length)) ?? [];
  if (atom?.kind !== "map-letters") return "";
  return [...tail].map((each) => ALPHABET[atom.alphabet.indexOf(each)] ?? "").join("");
}

/** Suffixes that differ in what can be counted, or in where one letter is found. */
function countedSuffixes(): readonly string[] {
  const lengths = Array.from({ length: LONGEST }, (_, i) => i + 1);
  const mixed = lengths.reduce<readonly string[]>(
    (all) => [...new Set([...all, ...all.flatMap(withOneMore)])],
    [""],
  );
  const single = LETTERS.flatMap((letter) =>
    lengths.flatMap((length) => [
      letter.repeat(length),
      (letter === "q" ? "x" : "q").repeat(length - 1) + letter,
    ]),
  );
  return [...mixed, ...single];
}

/** A vowel and a consonant in both cases, in one order only. */
function withOneMore(text: string): readonly string[] {
  return [..."abAB"].filter((each) => each >= (text.at(-1) ?? "")).map((each) => text + each);
}
