import type { Reading, StringAtom } from "../../../categories/strings/index.ts";
import {
  countedLetters,
  finalLetters,
  foundLetters,
  insertedLetters,
  isLetter,
  lettersForVowels,
  removedLetters,
} from "./inferred-letters.ts";
import {
  exchangedPositions,
  shiftedPositions,
  shiftingPositions,
  stepsOfAll,
  stepsOfEnd,
  stepsOfMiddle,
} from "./inferred-numbers.ts";
import { firstDifference, lastDifference, numberOfWord } from "./letters.ts";
import { plainRules } from "./plain-rules.ts";
import type { Possible, Rule } from "./rule.ts";

/** Every kind of operation that gives one text, in one reading. */
export function rulesOf(reading: Reading): readonly Rule[] {
  return [
    ...plainRules(reading),
    ...letterRules(reading),
    ...numberRules(reading),
    ...positionRules(reading),
    ...ownRules(reading),
  ];
}

const NONE: readonly StringAtom[] = [];

/** An operation for each parameter; nothing is made where there are none, as is mostly so. */
function atoms<T>(parameters: readonly T[] | null, atomOf: (parameter: T) => StringAtom): Possible {
  if (parameters === null) return null;
  return parameters.length === 0 ? NONE : parameters.map(atomOf);
}

const anything = () => true;
const isNumberWord = (text: string) => numberOfWord(text) !== undefined;

function letterRules(reading: Reading): readonly Rule[] {
  const plain = (
    kind:
      | "replace-vowels-with-letter"
      | "insert-letter"
      | "append-letter-if-missing"
      | "split-at-letter"
      | "remove-letter",
    infer: (from: string, to: string) => readonly string[] | null,
  ): Rule => ({
    kind,
    reading,
    couldGive: anything,
    proposals: (from, to) => atoms(infer(from, to), (letter) => ({ kind, letter })),
  });
  const worded = (
    kind: "count-letter" | "find-letter",
    infer: (from: string, to: string) => readonly string[],
    couldGive: (to: string) => boolean,
  ): Rule => ({
    kind,
    reading,
    couldGive,
    proposals: (from, to) => atoms(infer(from, to), (letter) => ({ kind, letter, reading })),
  });
  return [
    plain("replace-vowels-with-letter", lettersForVowels),
    plain("insert-letter", insertedLetters),
    plain("append-letter-if-missing", finalLetters),
    plain("split-at-letter", (from, to) => removedLetters(from, to, " ")),
    plain("remove-letter", (from, to) => removedLetters(from, to, "")),
    worded("count-letter", countedLetters, isNumberWord),
    worded("find-letter", foundLetters, (to) => to === "none" || isNumberWord(to)),
  ];
}

function numberRules(reading: Reading): readonly Rule[] {
  const numbered = (
    end: "" | "-middle" | "-last" | "-first",
    infer: (from: string, to: string, sign: 1 | -1) => readonly number[] | null,
  ): readonly Rule[] =>
    ([1, -1] as const).map((sign) => {
      const kind = `shift${end}${sign > 0 ? "-up" : "-down"}` as const;
      return {
        kind,
        reading,
        couldGive: anything,
        proposals: (from, to) => atoms(infer(from, to, sign), (by) => ({ kind, by, reading })),
      };
    });
  return [
    ...numbered("", stepsOfAll),
    ...numbered("-middle", stepsOfMiddle),
    ...numbered("-last", stepsOfEnd),
    ...numbered("-first", stepsOfEnd),
  ];
}

function positionRules(reading: Reading): readonly Rule[] {
  return [
    ...(["shift-by-letter-up", "shift-by-letter-down"] as const).map((kind): Rule => ({
      kind,
      reading,
      couldGive: anything,
      proposals: (from, to) =>
        atoms(shiftingPositions(from, to, kind === "shift-by-letter-up" ? 1 : -1), (position) => ({
          kind,
          position,
          reading,
        })),
    })),
    ...(["shift-position-up", "shift-position-down"] as const).map((kind): Rule => ({
      kind,
      reading,
      couldGive: anything,
      proposals: (from, to) =>
        atoms(shiftedPositions(from, to), (each) => ({ kind, ...each, reading })),
    })),
    {
      kind: "swap-positions",
      reading,
      couldGive: anything,
      proposals: (from, to) =>
        atoms(exchangedPositions(from, to), (each) => ({ kind: "swap-positions", ...each })),
    },
  ];
}

function ownRules(reading: Reading): readonly Rule[] {
  return [
    {
      kind: "insert-number",
      reading,
      couldGive: (to) => /[1-9]/u.test(to),
      proposals: (from, to) => {
        const number = Number(to[Math.floor(from.length / 2)] ?? 0);
        const isInserted = to.length === from.length + 1 && number >= 1 && number <= 9;
        return isInserted ? [{ kind: "insert-number", number }] : NONE;
      },
    },
    {
      kind: "append",
      reading,
      couldGive: (to) => isLetter(to.at(-1) ?? ""),
      proposals: (from, to) => {
        const suffix = to.slice(from.length);
        const isAppended = to.startsWith(from) && suffix.length <= 5 && suffix !== "";
        return isAppended && [...suffix].every(isLetter) ? [{ kind: "append", suffix }] : NONE;
      },
    },
    {
      kind: "replace-letter",
      reading,
      couldGive: anything,
      proposals: (from, to) => {
        if (from.length !== to.length) return NONE;
        const at = firstDifference(from, to);
        if (at < 0) return null;
        const last = lastDifference(from, to);
        const [old, fresh] = [from[at] ?? "", to[at] ?? ""];
        const areSame = from[last] === old && to[last] === fresh;
        return areSame && isLetter(old) && isLetter(fresh)
          ? [{ kind: "replace-letter", old, new: fresh }]
          : NONE;
      },
    },
  ];
}
