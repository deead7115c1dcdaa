import { matches } from "../../../functions/index.ts";
import type { Condition, Excepted, StringLaw } from "../../../functions/index.ts";
import { singles } from "./compositions.ts";
import { CONDITIONS } from "./conditions.ts";
import { hypothesisOf } from "./hypothesis.ts";
import type { Hypothesis } from "./hypothesis.ts";
import type { Step, TextReading } from "./outcome.ts";
import { likelihood } from "./predicted.ts";
import type { Rule } from "./rule.ts";

/** Conditions that are met by the same readings. */
export interface Split {
  readonly conditions: readonly Condition[];
  readonly met: readonly TextReading[];
  readonly unmet: readonly TextReading[];
}

/** The ways in which conditions part the readings in two, those that concern fewest first. */
export function splitsOf(readings: readonly TextReading[]): readonly Split[] {
  const groups = new Map<string, Condition[]>();
  for (const condition of CONDITIONS) {
    const mask = readings.map(({ texts }) => (isMet(condition, texts) ? "1" : "0")).join("");
    const group = groups.get(mask);
    if (group === undefined) groups.set(mask, [condition]);
    else group.push(condition);
  }
  const splits = [...groups].map(([mask, conditions]) => ({
    conditions,
    met: readings.filter((_, i) => mask[i] === "1"),
    unmet: readings.filter((_, i) => mask[i] === "0"),
  }));
  return splits
    .filter(({ met, unmet }) => met.length > 0 && unmet.length > 0)
    .toSorted((a, b) => a.met.length - b.met.length);
}

/** What these laws, with an exception, make of all readings that they do not explain alone. */
export function exceptionsTo(
  laws: readonly StringLaw[],
  splits: readonly Split[],
  rules: readonly Rule[],
): readonly Hypothesis[] {
  return splits.flatMap((split) => {
    const holding = laws.filter((law) => split.unmet.every((each) => likelihood(law, each) > 0));
    const instead = holding.length === 0 ? [] : replacements(split.met, rules);
    return holding.flatMap((inner) =>
      instead.flatMap((then) =>
        split.conditions.map((when) => hypothesisOf({ kind: "excepted", inner, when, then })),
      ),
    );
  });
}

/** What may hold for readings that are an exception: one operation, or one text for all. */
function replacements(
  met: readonly TextReading[],
  rules: readonly Rule[],
): readonly Excepted["then"][] {
  const steps = met.map(({ texts: [from = ""], outcome }): Step => ({ from, to: outcome }));
  const [first] = met;
  const text = first?.outcome ?? null;
  const isConstant = text !== null && met.every(({ outcome }) => outcome === text);
  const constant: readonly Excepted["then"][] = isConstant ? [{ kind: "constant-text", text }] : [];
  return [...constant, ...singles(rules, steps)];
}

function isMet(condition: Condition, [text = ""]: readonly string[]): boolean {
  return matches(condition, text);
}
