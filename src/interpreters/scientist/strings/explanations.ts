import type { Reading } from "../../../functions/index.ts";
import { alphabetRule, completed } from "./alphabet.ts";
import { compositions, singles } from "./compositions.ts";
import { hypothesisOf } from "./hypothesis.ts";
import type { Hypothesis } from "./hypothesis.ts";
import { innerTable } from "./inner-table.ts";
import type { InnerNode } from "./inner-table.ts";
import type { Step, TextReading } from "./outcome.ts";
import { randomInside, randomRules } from "./random-laws.ts";
import type { Rule } from "./rule.ts";
import { rulesOf } from "./rules.ts";
import { remaining } from "./weighed.ts";

/** What is known of the operations in one reading; made once, since it does not depend on answers. */
export interface Vocabulary {
  readonly reading: Reading;
  readonly rules: readonly Rule[];
  readonly randomRules: readonly Rule[];
  readonly inner: InnerNode;
}

/** The vocabulary of one reading. */
export function vocabularyOf(reading: Reading): Vocabulary {
  return {
    reading,
    rules: [...rulesOf(reading), alphabetRule],
    randomRules: randomRules(reading),
    inner: innerTable(reading),
  };
}

/** Laws of one or two operations that allow all readings of one text. */
export function explanations(
  { reading, rules, randomRules: drawing, inner }: Vocabulary,
  readings: readonly TextReading[],
): readonly Hypothesis[] {
  const steps = inOrder(readings);
  const all = [...rules, ...drawing];
  const found = [
    ...singles(all, steps).map(hypothesisOf),
    ...compositions(inner, all, steps),
    ...randomInside(reading, rules, steps),
  ];
  return remaining(found.map(withWholeAlphabets), readings);
}

/** Texts that gave something come first, since nothing is learned from the others alone. */
function inOrder(readings: readonly TextReading[]): readonly Step[] {
  const steps = readings.map(({ texts: [from = ""], outcome }) => ({ from, to: outcome }));
  return [...steps.filter(({ to }) => to !== null), ...steps.filter(({ to }) => to === null)];
}

function withWholeAlphabets(hypothesis: Hypothesis): Hypothesis {
  const { spec } = hypothesis;
  if (spec.kind === "map-letters") return hypothesisOf({ ...spec, alphabet: completed(spec.alphabet) });
  if (spec.kind !== "chain") return hypothesis;
  const steps = spec.steps.map((step) =>
    step.kind === "map-letters" ? { ...step, alphabet: completed(step.alphabet) } : step,
  );
  return hypothesisOf({ kind: "chain", steps });
}
