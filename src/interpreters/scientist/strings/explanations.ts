import { isRandom } from "../../../categories/strings/index.ts";
import type { Reading } from "../../../categories/strings/index.ts";
import { alphabetRule, completions } from "./alphabet.ts";
import { compositions, singles } from "./compositions.ts";
import { hypothesisOf } from "./hypothesis.ts";
import type { Hypothesis } from "./hypothesis.ts";
import { innerPairs, innerTable } from "./inner-table.ts";
import type { InnerNode } from "./inner-table.ts";
import { isBeyondAscii, stepsOf } from "./outcome.ts";
import type { TextReading } from "./outcome.ts";
import { randomInside, randomRules } from "./random-laws.ts";
import type { Rule } from "./rule.ts";
import { rulesOf } from "./rules.ts";
import { suffixesInside } from "./suffixes.ts";
import { remaining } from "./weighed.ts";

/** What is known of the operations in one reading; made once, since it does not depend on answers. */
export interface Vocabulary {
  readonly reading: Reading;
  readonly rules: readonly Rule[];
  readonly randomRules: readonly Rule[];
  readonly inner: InnerNode;
  /** Two operations in a row, to stand inside a third. */
  pairs(): InnerNode;
}

/** The vocabularies of both readings; the released one is made when it is needed. */
export interface Vocabularies {
  readonly sound: Vocabulary;
  released(): Vocabulary;
}

/** The vocabularies of both readings. */
export function vocabularies(): Vocabularies {
  let released: Vocabulary | undefined;
  return {
    sound: vocabularyOf("sound"),
    released: () => (released ??= vocabularyOf("released")),
  };
}

function vocabularyOf(reading: Reading): Vocabulary {
  let pairs: InnerNode | undefined;
  return {
    reading,
    rules: [...rulesOf(reading), alphabetRule],
    randomRules: randomRules(reading),
    inner: innerTable(reading),
    pairs: () => (pairs ??= innerPairs(reading)),
  };
}

/** The work for one outer operation of laws of two, of laws outside an exception, and of three. */
const WORK = { whole: 1e6, part: 2.5e4, deep: 8e4 } as const;

/** Laws of one or two operations that allow all readings of one text, or those of a part of them. */
export function explanations(
  { reading, rules, randomRules: drawing, inner }: Vocabulary,
  readings: readonly TextReading[],
  extent: "whole" | "part",
): readonly Hypothesis[] {
  const steps = stepsOf(readings);
  const all = [...rules, ...drawing];
  const two = compositions(inner, all, steps, WORK[extent]);
  const found = [...singles(all, steps).map(hypothesisOf), ...two];
  const drawn = randomInside(reading, rules, steps);
  return weighed([...found, ...drawn], readings);
}

/** Laws of three operations, as far as they are sought, that allow all readings. */
export function deepExplanations(
  { rules, pairs }: Vocabulary,
  readings: readonly TextReading[],
): readonly Hypothesis[] {
  return weighed(compositions(pairs(), rules, stepsOf(readings), WORK.deep), readings);
}

/** Laws that append unknown letters first, as far as they allow all readings. */
export function suffixExplanations(
  { rules }: Vocabulary,
  readings: readonly TextReading[],
): readonly Hypothesis[] {
  return weighed(suffixesInside(rules, stepsOf(readings)), readings);
}

/** Hypotheses with whole alphabets, and with what chance had to do with the readings. */
function weighed(
  found: readonly Hypothesis[],
  readings: readonly TextReading[],
): readonly Hypothesis[] {
  const whole = found.flatMap(withWholeAlphabets);
  const other = readings.filter(({ texts }) => texts.some(isBeyondAscii));
  return whole.flatMap((each) => remaining([each], isRandom(each.spec) ? readings : other));
}

/** Two ways to complete an alphabet, where a letter is unknown: a text that parts them asks for it. */
function withWholeAlphabets(hypothesis: Hypothesis): readonly Hypothesis[] {
  const { spec } = hypothesis;
  if (spec.kind === "map-letters") {
    return completions(spec.alphabet).map((alphabet) => hypothesisOf({ ...spec, alphabet }));
  }
  const last = spec.kind === "chain" ? spec.steps.at(-1) : undefined;
  if (spec.kind !== "chain" || last?.kind !== "map-letters") return [hypothesis];
  const before = spec.steps.slice(0, -1);
  return completions(last.alphabet).map((alphabet) =>
    hypothesisOf({ kind: "chain", steps: [...before, { ...last, alphabet }] }),
  );
}
