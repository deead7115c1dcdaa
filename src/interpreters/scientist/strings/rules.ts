import type { Reading } from "../../../categories/strings/index.ts";
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
import type { Rule } from "./rule.ts";

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
    proposals: (from, to) => infer(from, to)?.map((letter) => ({ kind, letter })) ?? null,
  });
  const worded = (
    kind: "count-letter" | "find-letter",
    infer: (from: string, to: string) => readonly string[],
    couldGive: (to: string) => boolean,
  ): Rule => ({
    kind,
    reading,
    couldGive,
    proposals: (from, to) => infer(from, to).map((letter) => ({ kind, letter, reading })),
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
        proposals: (from, to) =>
          infer(from, to, sign)?.map((by) => ({ kind, by, reading })) ?? null,
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
        shiftingPositions(from, to, kind === "shift-by-letter-up" ? 1 : -1)?.map((position) => ({
          kind,
          position,
          reading,
        })) ?? null,
    })),
    ...(["shift-position-up", "shift-position-down"] as const).map((kind): Rule => ({
      kind,
      reading,
      couldGive: anything,
      proposals: (from, to) =>
        shiftedPositions(from, to)?.map((each) => ({ kind, ...each, reading })) ?? null,
    })),
    {
      kind: "swap-positions",
      reading,
      couldGive: anything,
      proposals: (from, to) =>
        exchangedPositions(from, to)?.map((each) => ({ kind: "swap-positions", ...each })) ?? null,
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
        return isInserted ? [{ kind: "insert-number", number }] : [];
      },
    },
    {
      kind: "append",
      reading,
      couldGive: (to) => isLetter(to.at(-1) ?? ""),
      proposals: (from, to) => {
        const suffix = to.slice(from.length);
        const isAppended = to.startsWith(from) && suffix.length <= 5 && suffix !== "";
        return isAppended && [...suffix].every(isLetter) ? [{ kind: "append", suffix }] : [];
      },
    },
    {
      kind: "replace-letter",
      reading,
      couldGive: anything,
      proposals: (from, to) => {
        if (from.length !== to.length) return [];
        const at = firstDifference(from, to);
        if (at < 0) return null;
        const last = lastDifference(from, to);
        const [old, fresh] = [from[at] ?? "", to[at] ?? ""];
        const areSame = from[last] === old && to[last] === fresh;
        return areSame && isLetter(old) && isLetter(fresh)
          ? [{ kind: "replace-letter", old, new: fresh }]
          : [];
      },
    },
  ];
}
