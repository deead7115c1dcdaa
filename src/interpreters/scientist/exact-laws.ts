import type { Law } from "../../categories/numeric/index.ts";
import type { Candidate } from "./candidate.ts";
import { bitsOf, bitsOfMisses } from "./exact/bits-of.ts";
import { gaussianModel } from "./exact/gaussian-model.ts";
import type { Model } from "./exact/linear-model.ts";
import { linearModels } from "./exact/linear-models.ts";
import { logarithmModel } from "./exact/logarithm-model.ts";
import { missesOf } from "./exact/misses-of.ts";
import { rationalModel } from "./exact/rational-model.ts";
import { withRectangle } from "./exact/rectangles.ts";
import { squareWaveLaws } from "./exact/square-wave-laws.ts";
import { tanhModel } from "./exact/tanh-model.ts";
import { partsOf, viewOf } from "./exact/view.ts";
import type { Parts, View } from "./exact/view.ts";
import { waveModel } from "./exact/wave-model.ts";
import type { Reading } from "./laboratory.ts";

/** Bits up to which a law that misses nothing needs no comparison with others. */
const PLAIN = 200;

/** Bits that a family or a parameter takes at least. */
const LEAST_BITS = 5;
/** Models with so many parameters are fitted quickly enough to be tried on many parts. */
const FEW_PARAMETERS = 5;

/** Every way from exact values to a law, but for those of square waves and rectangles. */
const models: readonly Model[] = [
  ...linearModels.slice(0, 6),
  logarithmModel,
  waveModel,
  gaussianModel,
  tanhModel,
  ...linearModels.slice(6),
  rationalModel,
];

/**
 * The laws that agree exactly with all readings but those of one stretch, the shortest description
 * first. Of a law that agrees with all of them only the simplest is given.
 */
export function exactLaws(readings: readonly Reading[]): readonly Candidate[] {
  const sorted = readings.toSorted((a, b) => a.x - b.x);
  const view = viewOf(readings);
  const parts = partsOf(view);
  const judge = judgeOf(sorted);
  const found: Candidate[] = [];
  for (const model of models) {
    const best = bestOf(model, parts, judge, found);
    if (best === null) continue;
    if (best.misses.length === 0 && best.bits < PLAIN) return [best];
    const same = JSON.stringify(best.law);
    if (!found.some(({ law }) => JSON.stringify(law) === same)) found.push(best);
  }
  const [wave, ...rivals] = squareWaveLaws(found.length === 0 ? parts.coarse() : [view], view);
  if (wave !== undefined) {
    const candidate = judge(wave, rivals, 3);
    if (candidate !== null) found.push(candidate);
  }
  return found.toSorted((a, b) => a.bits - b.bits);
}

/** The shortest description by one model, whichever part of the answers it was found on. */
function bestOf(
  model: Model,
  parts: Parts,
  judge: Judge,
  found: readonly Candidate[],
): Candidate | null {
  let best: Candidate | null = null;
  for (const part of partsFor(model, parts, found)) {
    if (part.xs.length <= model.parameters) continue;
    const law = model.fit(part);
    if (law === null) continue;
    const candidate = judge(law, [], model.parameters);
    if (candidate === null || candidate.misses.some(({ x }) => part.xs.includes(x))) continue;
    if (best === null || candidate.bits < best.bits) best = candidate;
    if (best.misses.length === 0) break;
  }
  return best;
}

/**
 * The parts of the view that are worth a fit: only the whole of it where the bits that a model needs
 * at least exceed those of what was found before.
 */
function partsFor(
  { parameters }: Model,
  { whole, coarse, fine }: Parts,
  found: readonly Candidate[],
): Iterable<View> {
  const best = Math.min(...found.map(({ bits }) => bits));
  if (LEAST_BITS * (1 + parameters) + bitsOfMisses(1) >= best) return [whole];
  return parameters <= FEW_PARAMETERS ? inTurn(whole, coarse, fine) : inTurn(whole, coarse);
}

/** The whole view, then the others, which are not cut before they are needed. */
function* inTurn(whole: View, ...others: readonly (() => readonly View[])[]): Generator<View> {
  yield whole;
  for (const parts of others) yield* parts().filter((part) => part !== whole);
}

/** A law with what it misses; `null` where that is no single stretch, or too much. */
type Judge = (law: Law, rivals: readonly Law[], parameters: number) => Candidate | null;

/** Judges laws by sorted readings. Many models and parts give the same law: it is judged once. */
function judgeOf(sorted: readonly Reading[]): Judge {
  const judged = new Map<string, Candidate | null>();
  return (law, rivals, parameters) => {
    const key = JSON.stringify([law, rivals]);
    const before = judged.get(key);
    const candidate =
      before === undefined ? candidateOf(orRoot(law, sorted), rivals, sorted) : before;
    judged.set(key, candidate);
    if (candidate === null) return null;
    return sorted.length - candidate.misses.length < parameters + 3 ? null : candidate;
  };
}

function candidateOf(
  law: Law,
  rivals: readonly Law[],
  sorted: readonly Reading[],
): Candidate | null {
  const misses = missesOf(law, sorted);
  const plain = { law, rivals, misses, bits: 0 };
  const candidate = withRectangle(plain, sorted) ?? plain;
  if (!isOneStretch(candidate.misses, sorted)) return null;
  return { ...candidate, bits: bitsOf(candidate.law) + bitsOfMisses(candidate.misses.length) };
}

/** Whether no reading that the law agrees with lies between those that it does not. */
function isOneStretch(misses: readonly Reading[], sorted: readonly Reading[]): boolean {
  const [first, last] = [misses[0], misses.at(-1)];
  if (first === undefined || last === undefined) return true;
  return sorted.filter(({ x }) => x >= first.x && x <= last.x).length === misses.length;
}

/** A root with the values left of 0 that the readings show. */
function orRoot(law: Law, sorted: readonly Reading[]): Law {
  if (law.kind !== "root") return law;
  return sorted.some(({ im }) => Number.isFinite(im) && im !== 0)
    ? { ...law, negative: "complex" }
    : law;
}
