import { ln, TAU } from "../../../core/index.ts";
import { residualsOf } from "./hypothesis.ts";
import type { Hypothesis } from "./hypothesis.ts";
import { BLURRED, logLikelihood, roundingOf } from "./noise.ts";
import type { Noise } from "./noise.ts";
import { isAsShown } from "./repeats.ts";
import type { Sample } from "./sample.ts";

/** How many standard errors the likelihood may lie off what is to be expected of a right law. */
const SURPRISE = 2.2;

/** Mean and deviation of ln likelihood of one answer under a right law, for noise of scale 1. */
const EXPECTED: { readonly [D in Noise["distribution"]]: readonly [number, number] } = {
  normal: [-ln(TAU) / 2 - 0.5, Math.SQRT1_2],
  uniform: [-Math.LN2, 0],
  // Sums of (ln 1/(n!·e))·1/(n!·e) and of the squares.
  poisson: [-1.3048, 0.6678],
};

/**
 * Whether a hypothesis leaves as much unexplained as its noise does, that noise being the usual one
 * or the one that repeats showed.
 */
export function explains(
  hypothesis: Hypothesis | undefined,
  sample: Sample,
  shown: Noise | null,
): boolean {
  if (hypothesis === undefined) return false;
  const { noise, law } = hypothesis;
  if (!isAsShown(noise, shown)) return false;
  const [mean, deviation] = EXPECTED[noise.distribution];
  const n = sample.ys.filter((y) => roundingOf(y) < BLURRED).length;
  const found = logLikelihood(noise, residualsOf(law, sample), sample.ys);
  const slack = SURPRISE * deviation * Math.sqrt(n) + 3;
  const expected = (mean - ln(noise.scale)) * n;
  // Answers that a law fits too well have less noise than it says.
  return noise.distribution === "poisson" && noise.scale !== 1
    ? found > expected - slack
    : Math.abs(found - expected) < slack;
}
