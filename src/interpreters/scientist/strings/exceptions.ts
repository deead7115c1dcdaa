import { matches } from "../../../categories/strings/index.ts";
import type { Condition, Excepted, StringLaw } from "../../../categories/strings/index.ts";
import { wholeAlphabet } from "./alphabet.ts";
import { singles } from "./compositions.ts";
import { CONDITIONS } from "./conditions.ts";
import { hypothesisOf } from "./hypothesis.ts";
import type { Hypothesis } from "./hypothesis.ts";
import { stepsOf } from "./outcome.ts";
import type { TextReading } from "./outcome.ts";
import { likelihood } from "./predicted.ts";
import type { Rule } from "./rule.ts";

/** The longest text that is taken for a constant one where it was seen once. */
const LONGEST_ONCE = 8;

/** Conditions that are met by the same readings, and what may hold where they are met. */
export interface Split {
  readonly conditions: readonly Condition[];
  readonly met: readonly TextReading[];
  readonly unmet: readonly TextReading[];
  /** One operation, or one text for all, that gives what was read where they are met. */
  readonly instead: readonly Excepted["then"][];
}

/** The ways in which conditions part the readings in two, one of which is easily explained. */
export function splitsOf(
  readings: readonly TextReading[],
  rules: readonly Rule[],
  isHopeless: (condition: Condition) => boolean,
): readonly Split[] {
  const groups = new Map<string, Condition[]>();
  for (const condition of CONDITIONS) {
    const mask = readings.map(({ texts }) => (isMet(condition, texts) ? "1" : "0")).join("");
    const group = groups.get(mask);
    if (group === undefined) groups.set(mask, [condition]);
    else group.push(condition);
  }
  return [...groups].flatMap(([mask, conditions]) => {
    const met = readings.filter((_, i) => mask[i] === "1");
    const unmet = readings.filter((_, i) => mask[i] === "0");
    if (met.length === 0 || unmet.length === 0 || conditions.every(isHopeless)) return [];
    const instead = replacements(met, rules);
    return instead.length === 0 ? [] : [{ conditions, met, unmet, instead }];
  });
}

/** These laws, with the exceptions of a split, as far as they hold for the other readings. */
export function exceptionsTo(laws: readonly StringLaw[], split: Split): readonly Hypothesis[] {
  const { conditions, unmet, met, instead } = split;
  const holding = laws.filter(
    (law) =>
      unmet.every((each) => likelihood(law, each) > 0) &&
      met.some((each) => likelihood(law, each) === 0),
  );
  return holding.flatMap((inner) =>
    instead.flatMap((then) =>
      conditions.map((when) => hypothesisOf({ kind: "excepted", inner, when, then })),
    ),
  );
}

/** What may hold for readings that are an exception: one operation, or one text for all. */
function replacements(
  met: readonly TextReading[],
  rules: readonly Rule[],
): readonly Excepted["then"][] {
  const [first] = met;
  const text = first?.outcome ?? null;
  const isConstant =
    text !== null &&
    met.every(({ outcome }) => outcome === text) &&
    (met.length > 1 || text.length <= LONGEST_ONCE);
  const constant: readonly Excepted["then"][] = isConstant ? [{ kind: "constant-text", text }] : [];
  const operations = singles(rules, stepsOf(met)).map(wholeAlphabet);
  return [
    ...constant,
    ...operations.filter((atom) => met.every((each) => likelihood(atom, each) > 0)),
  ];
}

function isMet(condition: Condition, [text = ""]: readonly string[]): boolean {
  return matches(condition, text);
}
