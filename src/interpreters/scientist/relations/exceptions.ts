import type { RelationHypothesis } from "./hypotheses.ts";
import { missingAnswers } from "./missing-answers.ts";
import type { MissingAnswer } from "./missing-answers.ts";
import type { Predicate } from "./predicates.ts";
import type { FactReading } from "./relation-laboratory.ts";
import type { FactSources } from "./sources.ts";
import type { Thing, ThingClass } from "./thing-class.ts";

/** How a thing that was asked, or may be, stands to a relation. */
interface Tried {
  readonly thing: Thing;
  readonly answer: string | null;
  readonly isUndefined: boolean;
}

/** An exception that may be, and its share of the probability; `null` stands for none. */
export interface Suspect {
  readonly predicate: Predicate | null;
  readonly share: number;
  /** Things it holds for without an answer, and with one; things it does not hold for with one. */
  readonly inside: { readonly undefined: number; readonly answered: number };
  readonly outside: { readonly undefined: number; readonly answered: number };
}

/** Share of relations without an exception, before anything is known. */
const NONE = 0.5;
/** Share of an exception's things that have an answer nevertheless, by mistakes of what is known. */
const SLIPS = 0.04;
/** Things of a class that have no answer though they are no exception: a beta distribution. */
const UNKNOWN = { undefined: 1, answered: 14 } as const;

/** How probable each exception is after what was asked, the likeliest first. */
export function suspects(
  sources: FactSources,
  { about, property }: Pick<RelationHypothesis, "about" | "property">,
  predicates: readonly Predicate[],
  readings: readonly FactReading[],
): readonly Suspect[] {
  const tried = triedOf(about, readings, property?.attribute ?? null);
  const missing = missingAnswers(sources, about, readings);
  const usual = [...predicates, ...missing].reduce((sum, each) => sum + each.usual, 0);
  const priorOf = (each: { readonly usual: number }): number => ((1 - NONE) * each.usual) / usual;
  const all = [
    weighed(null, tried, NONE),
    ...predicates.map((predicate) => weighed(predicate, tried, priorOf(predicate))),
    ...missing.map((each) => weighedByAnswers(each, tried, priorOf(each))),
  ];
  const sum = all.reduce((total, { share }) => total + share, 0);
  return all
    .map((each) => ({ ...each, share: each.share / sum }))
    .toSorted((a, b) => b.share - a.share);
}

/** The things of a class that were asked; those of which the property is not known say nothing. */
function triedOf(
  { byKey }: ThingClass,
  readings: readonly FactReading[],
  attribute: string | null,
): readonly Tried[] {
  return readings.flatMap(({ key, answer }) => {
    const thing = byKey.get(key);
    if (thing === undefined) return [];
    const isBlank = attribute !== null && thing.values(attribute).length === 0;
    return isBlank && answer === null ? [] : [{ thing, answer, isUndefined: answer === null }];
  });
}

function weighed(predicate: Predicate | null, tried: readonly Tried[], prior: number): Suspect {
  const inside = { undefined: 0, answered: 0 };
  const outside = { undefined: 0, answered: 0 };
  let share = prior;
  for (const { thing, isUndefined } of tried) {
    const held = predicate?.holds(thing) ?? "no";
    const part = isUndefined ? "undefined" : "answered";
    const chance = chanceOfNone(predicate, held, outside);
    share *= isUndefined ? chance : 1 - chance;
    if (held === "yes") inside[part] += 1;
    if (held === "no") outside[part] += 1;
  }
  return { predicate, share, inside, outside };
}

/** How likely a thing has no answer, after what was seen of things that are no exception. */
function chanceOfNone(
  predicate: Predicate | null,
  held: ReturnType<Predicate["holds"]>,
  seen: Suspect["outside"],
): number {
  const unknown = seen.undefined + UNKNOWN.undefined;
  const base = unknown / (unknown + seen.answered + UNKNOWN.answered);
  if (held === "no") return base;
  if (held === "yes") return 1 - SLIPS;
  const coverage = predicate?.coverage ?? 0;
  return coverage * (1 - SLIPS) + (1 - coverage) * base;
}

/**
 * What is left out by a trait of its answer, which cannot be known: so many ought to have no answer, and
 * no answer that is given ought to have the trait.
 */
function weighedByAnswers(
  { predicate, share: expected, isMissing }: MissingAnswer,
  tried: readonly Tried[],
  prior: number,
): Suspect {
  const inside = { undefined: 0, answered: 0 };
  const outside = { undefined: 0, answered: 0 };
  let share = prior;
  for (const { answer } of tried) {
    if (answer === null) {
      share *= expected;
      inside.undefined += 1;
    } else if (isMissing(answer)) {
      share *= SLIPS / expected;
      inside.answered += 1;
    } else {
      outside.answered += 1;
    }
  }
  return { predicate, share, inside, outside };
}

/** How much an answer for a thing would tell exceptions apart: the variance of what they predict. */
export function tellingOf(thing: Thing, all: readonly Suspect[]): number {
  let mean = 0;
  let square = 0;
  for (const { predicate, share, outside } of all) {
    const chance = chanceOfNone(predicate, predicate?.holds(thing) ?? "no", outside);
    mean += share * chance;
    square += share * chance * chance;
  }
  return square - mean * mean;
}
