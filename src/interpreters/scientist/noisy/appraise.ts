import type { Reading } from "../laboratory.ts";
import { countedLaws } from "./counted-laws.ts";
import { explains } from "./explains.ts";
import type { Facts } from "./facts.ts";
import { hypothesesOf } from "./hypotheses-of.ts";
import { residualsOf } from "./hypothesis.ts";
import type { Hypothesis, NoiseCandidate } from "./hypothesis.ts";
import { noiseCandidates } from "./noise-candidates.ts";
import { BLURRED, roundingOf } from "./noise.ts";
import type { Noise } from "./noise.ts";
import { isAsShown } from "./repeats.ts";
import { sampleOf } from "./sample.ts";
import type { Sample } from "./sample.ts";
import type { Shape } from "./shape.ts";
import { shapesOfTwo, simpleShapes } from "./shapes-for.ts";

/** What is weighed, and how thoroughly. */
export interface Appraisal {
  readonly facts: Facts;
  /** The laws alive before. */
  readonly before: readonly Hypothesis[];
  /** The noise that repeats showed. */
  readonly shown: Noise | null;
  /** Whether laws of two parts are weighed although a simple one explains the answers. */
  readonly thorough: boolean;
  /** Whether exact laws may be sought behind counts, which takes long. */
  readonly patient: boolean;
}

/** The laws alive after all answers so far, the likeliest first; those of two parts only at need. */
export function appraise(
  readings: readonly Reading[],
  { facts, before, shown, thorough, patient }: Appraisal,
): readonly Hypothesis[] {
  const sample = sampleOf(readings);
  const [leader] = before;
  const noises = noisesFor(sample, facts, leader, shown);
  const working = shown ?? leader?.noise ?? noises[0]?.noise ?? USUAL;
  if (facts.pole !== null) return hypothesesOf([poleShape(facts.pole)], sample, noises, working);
  const parts = { facts, sample, working, before };
  const simple = hypothesesOf(simpleShapes(parts), sample, noises, working);
  const isExplained = explains(simple[0], sample, shown);
  if (isExplained && !thorough) return simple;
  const counted = facts.counted && patient && !isExplained ? countedLaws(sample, working) : [];
  if (counted.length > 0) return counted;
  const two = hypothesesOf(shapesOfTwo({ ...parts, before: simple }), sample, noises, working);
  return [...simple, ...two].toSorted((a, b) => b.score - a.score);
}

const USUAL: Noise = { distribution: "normal", scale: 1 };

/** What the leading law leaves, as far as repeats do not contradict it, and what they showed. */
function noisesFor(
  sample: Sample,
  { counted }: Facts,
  leader: Hypothesis | undefined,
  shown: Noise | null,
): readonly NoiseCandidate[] {
  if (leader === undefined) return noiseCandidates(counted, null);
  const residuals = residualsOf(leader.law, sample);
  const visible = residuals.filter((_, i) => roundingOf(sample.ys[i] ?? 0) < BLURRED);
  const candidates = noiseCandidates(counted, visible);
  if (shown === null) return candidates;
  const alike = candidates.filter(({ noise }) => isAsShown(noise, shown));
  return alike.length > 0 ? alike : [{ noise: shown, prior: 0 }];
}

function poleShape(scale: number): Shape {
  return {
    family: "reciprocal",
    base: null,
    columns: [],
    grids: [],
    prior: 0,
    build: () => ({ kind: "reciprocal", scale }),
  };
}
