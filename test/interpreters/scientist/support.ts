import { formed } from "../../support/formed.ts";
import * as fc from "fast-check";
import { chanceFrom } from "../../../src/core/index.ts";
import type {
  Answer,
  Interpretation,
  Interpreter,
  Note,
  Probe,
  Usage,
} from "../../../src/contract/index.ts";
import { evaluate } from "../../../src/categories/numeric/index.ts";
import type { NumericSpec } from "../../../src/categories/numeric/index.ts";
import { openProbe } from "../../../src/harness/index.ts";
import type { View } from "../../../src/interpreters/scientist/exact/view.ts";
import type { Inquiry } from "../../../src/interpreters/scientist/inquiry.ts";
import { openLaboratory } from "../../../src/interpreters/scientist/laboratory.ts";
import type { Reading } from "../../../src/interpreters/scientist/laboratory.ts";
import { problemOf } from "../../support/problem-of.ts";

/** The domain of every function here. */
export const DOMAIN = { from: -128, to: 128 };

/** What an interpreter made of a black box, and what it took. */
export interface Interpreted {
  readonly interpretation: Interpretation;
  readonly usage: Usage;
  readonly notes: readonly Note[];
}

/** Lets an interpreter question a probe. */
export async function questioning(
  interpreter: Interpreter,
  probe: Probe,
  seed = "test",
): Promise<Interpreted> {
  const { queries, rounds } = probe.remaining();
  const { briefing } = problemOf({ kind: "floor" });
  const notes: Note[] = [];
  const interpretation = await interpreter.interpret(
    {
      probe,
      briefing: formed({ ...briefing, budget: queries, rounds }),
      chance: chanceFrom(seed),
      clock: { now: () => 0 },
      log: (note) => notes.push(note),
    },
    new AbortController().signal,
  );
  return { interpretation, usage: probe.usage(), notes };
}

/** Opens a function, with limits where they are named. */
export function probeOf(
  spec: NumericSpec,
  budget: number | null = 256,
  rounds: number | null = null,
): Probe {
  return openProbe({ problem: problemOf(spec), epoch: 1, budget, rounds });
}

/** A probe whose answers are made up; it counts strictly and throws on what no probe is asked. */
export function madeUp(
  answerTo: (x: number, asked: number) => Answer,
  budget: number | null,
  rounds: number | null = null,
): Probe {
  let usage: Usage = { queries: 0, rounds: 0 };
  return {
    usage: () => usage,
    remaining: () => ({
      queries: budget === null ? null : budget - usage.queries,
      rounds: rounds === null ? null : rounds - usage.rounds,
    }),
    ask: (inputs) => {
      const start = usage.queries;
      usage = { queries: start + inputs.length, rounds: usage.rounds + 1 };
      if (inputs.length === 0) throw new Error("Expected a question; got none");
      if (usage.queries > (budget ?? Infinity)) throw new Error("Asked more than the budget");
      if (usage.rounds > (rounds ?? Infinity)) throw new Error("Asked in more than the rounds");
      return Promise.resolve(
        inputs.map((x, i) => {
          if (typeof x !== "number" || !Number.isFinite(x))
            throw new Error("Expected a finite number");
          return answerTo(x, start + i);
        }),
      );
    },
  };
}

/** An inquiry into a function, and what is noted on the way. */
export function inquiryInto(
  spec: NumericSpec,
  budget = 256,
): Inquiry & { readonly notes: readonly Note[] } {
  const notes: Note[] = [];
  const log = (note: Note) => void notes.push(note);
  const lab = openLaboratory({ probe: probeOf(spec, budget), log }, new AbortController().signal);
  return { lab, domain: DOMAIN, chance: chanceFrom("inquiry"), symbolic: false, notes };
}

/** What a law answers at inputs. */
export function readingsOf(law: NumericSpec, xs: readonly number[]): readonly Reading[] {
  const { re, im } = evaluate(law, Float64Array.from(xs));
  return xs.map((x, i) => {
    const [y, imaginary] = [re[i] ?? NaN, im?.[i] ?? 0];
    const isKnown = Number.isFinite(y) && Number.isFinite(imaginary);
    return isKnown ? { x, y, im: imaginary } : { x, y: NaN, im: NaN };
  });
}

/** The real values of a law at inputs. */
export function viewOn(law: NumericSpec, xs: readonly number[]): View {
  const sorted = readingsOf(law, xs).filter(({ y, im }) => Number.isFinite(y) && im === 0);
  const view = sorted.toSorted((a, b) => a.x - b.x);
  return { xs: Float64Array.from(view, ({ x }) => x), ys: Float64Array.from(view, ({ y }) => y) };
}

/** Inputs spread unevenly over the domain and around 0. */
export function spread(count: number, seed = "spread"): readonly number[] {
  const chance = chanceFrom(seed);
  const width = (DOMAIN.to - DOMAIN.from) / count;
  return Array.from({ length: count }, (_, i) =>
    i % 4 === 3
      ? 20 * (chance.uniform() - 0.5)
      : DOMAIN.from + width * (i + 0.1 + 0.8 * chance.uniform()),
  );
}

/** The largest gap between two laws at fresh inputs, relative to the values; 0 where both have none. */
export function gapBetween(a: NumericSpec, b: NumericSpec): number {
  const xs = spread(97, "fresh");
  const [left, right] = [readingsOf(a, xs), readingsOf(b, xs)];
  return Math.max(
    ...left.map((p, i) => {
      const q = right[i];
      if (q === undefined || Number.isNaN(p.y) || Number.isNaN(q.y))
        return Number.isNaN(p.y) && Number.isNaN(q?.y ?? 0) ? 0 : Infinity;
      return (Math.abs(p.y - q.y) + Math.abs(p.im - q.im)) / Math.max(1, Math.abs(p.y));
    }),
  );
}

/** Tenths in a range, none of them 0. */
export function tenths(from: number, to: number): fc.Arbitrary<number> {
  return fc
    .integer({ min: Math.round(10 * from), max: Math.round(10 * to) })
    .filter((value) => value !== 0)
    .map((value) => value / 10);
}
