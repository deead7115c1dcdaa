import { ln, exp } from "../../../core/index.ts";
import { CONDITIONS } from "./conditions.ts";
import type { Condition } from "./conditions.ts";
import { activity, likelihood } from "./hypothesis.ts";
import type { Hypothesis } from "./hypothesis.ts";
import type { WordLaboratory, WordReading } from "./word-laboratory.ts";

/** How likely it is that a unit leaves some of its words silent. */
const EXCEPTED = 0.1;
const KINDS = 5;
/** Letters with which so many words begin that an exception may be made of them, about. */
const LETTERS = 5;
/** Silent words without which nothing is said. */
const LEAST_SILENT = 3;

/** A condition with the natural logarithm of its odds. */
export interface Suspicion {
  readonly condition: Condition;
  readonly odds: number;
  /** Words that meet it, should activate the unit, and do not. */
  readonly silent: readonly string[];
}

/** Conditions of words that are silent although the hypothesis says otherwise, the likeliest first. */
export function suspicions(
  hypothesis: Hypothesis,
  readings: readonly WordReading[],
): readonly Suspicion[] {
  const gains = readings.map((each) => ln(silence(each)) - ln(likelihood(hypothesis, each)));
  const isSilent = readings.map(
    (each) => (each.byGrade[3] ?? 0) > 1 && activity(hypothesis, each.text) > 0.5,
  );
  return CONDITIONS.map((condition, k) => {
    const silent: string[] = [];
    let odds = priorOdds(condition);
    readings.forEach(({ text, meets }, i) => {
      if (meets[k] !== true) return;
      odds += gains[i] ?? 0;
      if (isSilent[i] === true) silent.push(text);
    });
    return { condition, odds, silent };
  }).toSorted((a, b) => b.odds - a.odds);
}

/** How likely an answer is of a word that an exception leaves silent; one in a hundred is none. */
function silence({ byGrade }: WordReading): number {
  const [core = 0, associated = 0, weak = 0, none = 0] = byGrade;
  return 0.98 * none + 0.01 * weak + 0.005 * associated + 0.005 * core;
}

function priorOdds({ kind }: Condition): number {
  const several =
    kind === "starts-with" ? LETTERS : CONDITIONS.filter((c) => c.kind === kind).length;
  return ln(EXCEPTED / KINDS / several);
}

/** How much likelier the answers are where a unit may have an exception, as a logarithm, and the likeliest one. */
export function relief(
  hypothesis: Hypothesis,
  readings: readonly WordReading[],
): { readonly bonus: number; readonly best: Suspicion | null } {
  const all = suspicions(hypothesis, readings);
  const sum = all.reduce((total, { odds }) => total + exp(Math.min(odds, 300)), 1);
  return { bonus: ln(sum), best: all.find(({ odds }) => odds > 0) ?? null };
}

/** The probability of an exception from which it is told. */
const TOLD = 0.65;

/** The likeliest exception, where it is sure enough that there is one; `null` for none. */
export function exceptionOf(
  hypothesis: Hypothesis,
  { readings }: WordLaboratory,
): Suspicion | null {
  const { bonus, best } = relief(hypothesis, readings);
  if (best === null || best.silent.length < LEAST_SILENT) return null;
  return 1 - exp(-bonus) < TOLD ? null : best;
}
