import { chanceFrom } from "../../src/core/index.ts";
import type { Chance } from "../../src/core/index.ts";
import { evaluate, sampleAtom } from "../../src/categories/numeric/index.ts";
import type { Law } from "../../src/categories/numeric/index.ts";
import { leastSquares } from "./least-squares.ts";
import { misfit } from "./misfit.ts";
import type { Sample, ToldNoise } from "./misfit.ts";
import { parametersOf } from "./parameters.ts";
import type { Parameter } from "./parameters.ts";

/** Sweeps over the neighbours of a law. */
const SWEEPS = 40;
/** Laws that are drawn at random, the likeliest of which is a start of its own. */
const DRAWS = 300;
/** What likelihood has to be gained to prefer another law to the truth. */
const GAIN = 1e-6;

/**
 * The likeliest law with the families of the true one, its parameters short decimals as laws are
 * drawn. The search begins at the truth, at the best fit by least squares and at the likeliest of
 * many random draws; where it finds no likelier law than the truth, the answer is the truth. So
 * whatever this gets wrong is explained better by another law of the same families.
 */
export function fitToldLaw(truth: Law, sample: Sample, noise: ToldNoise | null): Law {
  const own = parametersOf(truth);
  if (sample.xs.length === 0 || own.values.length === 0) return truth;
  const values = leastSquares(
    (parameters) => evaluate(own.with(parameters), sample.xs).re,
    sample.ys,
    own.values,
  );
  const fitted = own.with(values.map((value, i) => drawable(value, own.kinds[i])));
  const cost = (law: Law): number => costOf(law, sample, noise);
  const chance = chanceFrom("ceiling");
  const drawn = Array.from({ length: DRAWS }, (_, i) => redrawn(truth, chance.fork(i)));
  const likeliest = leastOf(drawn, cost);
  const best = leastOf(
    [truth, fitted, likeliest].map((start) => descended(start, cost)),
    cost,
  );
  return cost(best) < cost(truth) - GAIN ? best : truth;
}

function costOf(law: Law, sample: Sample, noise: ToldNoise | null): number {
  const values = evaluate(law, sample.xs).re;
  const residuals = sample.ys.map((y, i) => y - (values[i] ?? NaN));
  const cost = misfit(residuals, sample, noise);
  return Number.isNaN(cost) ? Infinity : cost;
}

function leastOf(laws: readonly Law[], cost: (law: Law) => number): Law {
  const [first, ...rest] = laws.map((law) => ({ law, cost: cost(law) }));
  if (first === undefined) throw new Error("Expected at least one law; got none");
  return rest.reduce((best, each) => (each.cost < best.cost ? each : best), first).law;
}

/** A law of the same structure, every atom drawn anew. */
function redrawn(law: Law, chance: Chance): Law {
  const part = (each: Law, i: number): Law => redrawn(each, chance.fork(i));
  if (law.kind === "argument") return law;
  if (law.kind === "sum") return { ...law, terms: law.terms.map(part) };
  if (law.kind === "product") return { ...law, factors: law.factors.map(part) };
  if (law.kind === "compose") {
    return { ...law, outer: part(law.outer, 0), inner: part(law.inner, 1) };
  }
  if (law.kind === "piecewise") {
    const pieces = law.pieces.map((piece, i) => ({ ...piece, law: part(piece.law, i) }));
    return { ...law, pieces };
  }
  const drawn = sampleAtom(law.kind, chance);
  if (drawn.kind !== "root" || law.kind !== "root") return drawn;
  return { ...drawn, degree: law.degree, negative: law.negative };
}

/** Moves by one or two parameters to better neighbours until there are none. */
function descended(start: Law, cost: (law: Law) => number): Law {
  const { kinds, values, with: lawWith } = parametersOf(start);
  let best = values;
  let least = cost(start);
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    const before = least;
    for (const move of movesOf(kinds)) {
      const next = best.map((value, i) => {
        const kind = kinds[i];
        return drawable(value + (move[i] ?? 0) / (kind?.parts ?? 10), kind);
      });
      const reached = cost(lawWith(next));
      if (reached < least) [best, least] = [next, reached];
    }
    if (least === before) break;
  }
  return lawWith(best);
}

/** Every step of one parameter, and of two at once. */
function movesOf(kinds: readonly unknown[]): readonly (readonly number[])[] {
  const still = kinds.map(() => 0);
  const steps = kinds.flatMap((_, i) => [-1, 1].map((step) => still.with(i, step)));
  const pairs = steps.flatMap((move) => {
    const last = move.findLastIndex((step) => step !== 0);
    return kinds.flatMap((_, i) => (i > last ? [-1, 1].map((step) => move.with(i, step)) : []));
  });
  return [...steps, ...pairs];
}

/** The nearest value that is drawn. */
function drawable(value: number, kind: Parameter | undefined): number {
  if (kind === undefined || kind.parts === null) return value;
  const nearest = Math.round(value * kind.parts) / kind.parts + 0;
  return Math.min(kind.most, Math.max(kind.least, nearest));
}
