import type { Suspect } from "./exceptions.ts";
import { classWeights } from "./hypotheses.ts";
import type { RelationHypothesis } from "./hypotheses.ts";
import type { FactReading, RelationLaboratory } from "./relation-laboratory.ts";

/** Hypotheses that a note names, at most. */
const NAMED = 3;

/** Notes what the words that are given away have for answers. */
export function noteGiven(lab: RelationLaboratory, readings: readonly FactReading[]): void {
  const told = readings.filter(({ answer }) => answer !== null).map(shown);
  const rest = told.length === 0 ? "none has an answer" : `with an answer: ${told.join(", ")}`;
  lab.note("experiment", `The ${readings.length} words that are given away; ${rest}.`);
}

/** Notes the first answer of all, and the classes that it speaks for. */
export function noteFirstAnswer(
  lab: RelationLaboratory,
  reading: FactReading,
  hypotheses: readonly RelationHypothesis[],
): void {
  const classes = [...classWeights(hypotheses)]
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, NAMED)
    .filter(([, weight]) => weight > 0.05)
    .map(([{ input }]) => input);
  lab.note("hypothesis", `${shown(reading)}: the inputs may be ${classes.join(", or ")}.`);
}

/** Notes the likeliest relations. */
export function noteHypotheses(
  lab: RelationLaboratory,
  hypotheses: readonly RelationHypothesis[],
): void {
  const best = hypotheses.toSorted((a, b) => b.weight - a.weight).slice(0, NAMED);
  const named = best
    .filter(({ weight }) => weight > 0.01)
    .map((each) => `${sentence(each)} (${Math.round(100 * each.weight)} in 100)`);
  lab.note("hypothesis", `After ${lab.readings.length} answers: ${named.join("; ")}.`);
}

/** Notes the relation that is settled on. */
export function noteProperty(lab: RelationLaboratory, best: RelationHypothesis): void {
  lab.note("conclusion", `The relation: ${sentence(best)}.`);
}

/** Notes which exceptions are left. */
export function noteExceptions(lab: RelationLaboratory, suspects: readonly Suspect[]): void {
  const named = suspects
    .filter(({ share }) => share > 0.02)
    .slice(0, NAMED)
    .map(
      ({ predicate, share, inside, outside }) =>
        `${predicate?.phrase ?? "none"} (${Math.round(100 * share)} in 100; ${inside.undefined} left out of ${inside.undefined + inside.answered}, ${outside.undefined} of the ${outside.undefined + outside.answered} others)`,
    );
  lab.note("conclusion", `Exceptions that may be: ${named.join("; ")}.`);
}

function sentence({ about, property }: RelationHypothesis): string {
  return `${about.input} → ${property?.output ?? "some property"}`;
}

function shown({ input, answer }: FactReading): string {
  return `${JSON.stringify(input)} → ${answer === null ? "undefined" : JSON.stringify(answer)}`;
}
