import { ln } from "../../../core/index.ts";
import type { Candidate } from "./candidate.ts";
import { RELATIONS } from "./grades.ts";
import { likelihood } from "./hypothesis.ts";
import type { Hypothesis } from "./hypothesis.ts";
import type { WordReading } from "./word-laboratory.ts";

/** What answers say of hypotheses. */
export interface Evidence {
  /** The natural logarithm of how likely the answers are under a hypothesis. */
  of(hypothesis: Hypothesis): number;
}

/** A factor so small that its logarithm is taken before it is none. */
const SMALL = 1e-200;
const LARGE = 1e200;

/**
 * Weighs many hypotheses on the same answers: what each candidate says to each word is looked up once.
 * By `or` a word has at least a grade where either concept gives it, by `and` where both do.
 */
export function evidenceOf(readings: readonly WordReading[]): Evidence {
  const steps = stepsOf(readings);
  const last = Float64Array.from(readings, ({ byGrade }) => byGrade[3] ?? 0);
  const tables = new Map<Candidate, Float64Array>();
  const tableOf = (candidate: Candidate): Float64Array => {
    const known = tables.get(candidate) ?? tableFor(candidate, readings);
    tables.set(candidate, known);
    return known;
  };
  return {
    of: (hypothesis) => {
      const { one, two, join } = hypothesis;
      if (two !== null && join === "and-not")
        return logOf(readings.length, (i) => {
          const reading = readings[i];
          return reading === undefined ? 1 : likelihood(hypothesis, reading);
        });
      const first = tableOf(one);
      const second = two === null ? null : tableOf(two);
      return logOf(readings.length, (i) => {
        let sum = last[i] ?? 0;
        for (let k = 3 * i; k < 3 * i + 3; k += 1) {
          const a = first[k] ?? 0;
          const b = second === null ? a : (second[k] ?? 0);
          const share = second === null ? a : join === "or" ? a + b - a * b : a * b;
          sum += share * (steps[k] ?? 0);
        }
        return sum;
      });
    },
  };
}

/** How much likelier an answer is by a grade than by the next remoter one. */
function stepsOf(readings: readonly WordReading[]): Float64Array {
  const steps = new Float64Array(3 * readings.length);
  readings.forEach(({ byGrade }, i) => {
    for (let k = 0; k < 3; k += 1) steps[3 * i + k] = (byGrade[k] ?? 0) - (byGrade[k + 1] ?? 0);
  });
  return steps;
}

/** The chances that a candidate gives each word at least the first, second and third grade. */
function tableFor(candidate: Candidate, readings: readonly WordReading[]): Float64Array {
  const table = new Float64Array(3 * readings.length);
  readings.forEach(({ text }, i) => {
    const [core, associated, weak] = RELATIONS[candidate.relationOf(text)] ?? [0, 0, 0];
    table[3 * i] = core;
    table[3 * i + 1] = core + associated;
    table[3 * i + 2] = core + associated + weak;
  });
  return table;
}

function logOf(count: number, factor: (i: number) => number): number {
  let [sum, product] = [0, 1];
  for (let i = 0; i < count; i += 1) {
    product *= factor(i);
    if (product < SMALL || product > LARGE) {
      sum += ln(product);
      product = 1;
    }
  }
  return sum + ln(product);
}
