import type { Reading } from "../laboratory.ts";
import { exactLaws } from "../exact-laws.ts";
import { residualsOf } from "./hypothesis.ts";
import type { Hypothesis } from "./hypothesis.ts";
import { logLikelihood } from "./noise.ts";
import type { Noise } from "./noise.ts";
import { simplePrior } from "./priors.ts";
import type { Sample } from "./sample.ts";

/** Readings that a law is sought from. */
const MOST = 40;
/** Fewer than this say nothing. */
const FEWEST = 6;
/** Less than this beside a whole number has too few digits left. */
const LEAST = 1e-3;
/** Beyond this nothing is left of most laws that stay between whole numbers. */
const FARTHEST = 1e4;

/**
 * Laws under Poisson noise that exact methods find: whole numbers added to an answer leave what
 * follows its decimal point as it was, which is the law itself wherever that is small.
 */
export function countedLaws(sample: Sample, noise: Noise): readonly Hypothesis[] {
  const laws = [Math.floor, Math.round].flatMap((whole) => {
    const readings = fractions(sample, whole);
    return readings.length < FEWEST ? [] : exactLaws(readings).map(({ law }) => law);
  });
  return laws.flatMap((law): readonly Hypothesis[] => {
    const residuals = residualsOf(law, sample);
    const isCounted = residuals.every(
      (gap) => gap > -1e-6 && Math.abs(gap - Math.round(gap)) < 1e-6,
    );
    if (!isCounted) return [];
    const score = simplePrior(1e6) + logLikelihood(noise, residuals, sample.ys);
    return [{ family: law.kind, law, noise, score, room: 0 }];
  });
}

/** Each input once, with what its answer has beside a whole number. */
function fractions({ xs, ys }: Sample, whole: (y: number) => number): readonly Reading[] {
  const seen = new Map<number, number>();
  xs.forEach((x, i) => {
    const y = ys[i] ?? 0;
    const own = y - whole(y);
    const isSeen = Math.abs(own) > LEAST && Math.abs(own) < 1 - LEAST;
    if (Math.abs(x) < FARTHEST && isSeen) seen.set(x, own);
  });
  const all = [...seen].map(([x, y]) => ({ x, y, im: 0 }));
  const stride = Math.max(1, Math.ceil(all.length / MOST));
  return all.toSorted((a, b) => a.x - b.x).filter((_, i) => i % stride === 0);
}
