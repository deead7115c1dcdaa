import { decoderFor } from "./decode.ts";
import type { DecodingParts } from "./decode.ts";
import { residualsOf } from "./hypothesis.ts";
import type { Hypothesis, NoiseCandidate } from "./hypothesis.ts";
import { deviationOf, logLikelihood, meanOf } from "./noise.ts";
import type { Noise } from "./noise.ts";
import { MOST_LOST, oddityIn } from "./oddity.ts";
import type { Sample } from "./sample.ts";
import type { Shape } from "./shape.ts";

/** Members of one shape, of one family, and of all together, that are weighed exactly. */
const MOST_OF_SHAPE = 60;
const MOST_OF_FAMILY = 90;
const MOST = 300;
/** How much larger a member's squared error may be than the least of its shape. */
const MARGIN = 30;
/** How much lower the score of a member may be than the best one's to be weighed. */
const HOPELESS = 60;
/** Members whose distance from counts is looked at. */
const COUNTED = 2400;

/** A member of a shape before it is weighed exactly. */
interface Rough {
  readonly shape: Shape;
  readonly factors: readonly number[];
  readonly room: number;
  readonly score: number;
}

/** The members of shapes that the answers allow, the likeliest first. */
export function hypothesesOf(
  shapes: readonly Shape[],
  sample: Sample,
  noises: readonly NoiseCandidate[],
  working: Noise,
): readonly Hypothesis[] {
  const [mean, deviation] = [meanOf(working), deviationOf(working)];
  const parts = { sample, mean, deviation, margin: MARGIN, most: MOST_OF_SHAPE };
  const isCounted = working.distribution === "poisson";
  const rough = roughMembers(shapes, parts, HOPELESS + (isCounted ? MOST_LOST : 0));
  const counted = isCounted ? whole(rough, sample) : rough;
  return likeliest(counted)
    .flatMap(({ shape, factors, room }) => {
      const law = shape.build(factors);
      if (law === null) return [];
      const residuals = residualsOf(law, sample);
      return noises.map(({ noise, prior }) => {
        const score = shape.prior + prior + logLikelihood(noise, residuals, sample.ys);
        return { family: shape.family, law, noise, room, score };
      });
    })
    .toSorted(byScore);
}

/** The members of shapes whose score is not lower than the best one's by more than a distance. */
function roughMembers(
  shapes: readonly Shape[],
  parts: DecodingParts,
  distance: number,
): readonly Rough[] {
  const decode = decoderFor(parts);
  const rough: Rough[] = [];
  let top = -Infinity;
  for (const shape of shapes) {
    const { members, room } = decode(shape, top - distance);
    for (const { factors, error } of members) {
      const score = shape.prior + room - error / 2;
      top = Math.max(top, score);
      if (score >= top - distance) rough.push({ shape, factors, room, score });
    }
  }
  return rough;
}

/** The best members of each family, as far as they have a chance. */
function likeliest(rough: readonly Rough[]): readonly Rough[] {
  const least = rough.reduce((most, { score }) => Math.max(most, score), -Infinity) - HOPELESS;
  const sorted = rough.filter(({ score }) => score >= least).toSorted(byScore);
  const counts = new Map<string, number>();
  const kept = sorted.filter(({ shape: { family } }) => {
    const count = counts.get(family) ?? 0;
    counts.set(family, count + 1);
    return count < MOST_OF_FAMILY;
  });
  return kept.slice(0, MOST);
}

/** Takes off what answers lose whose distance from a law is no whole number. */
function whole(rough: readonly Rough[], sample: Sample): readonly Rough[] {
  const oddity = oddityIn(sample);
  return rough
    .toSorted(byScore)
    .slice(0, COUNTED)
    .map((member) => ({ ...member, score: member.score - oddity(member.shape, member.factors) }));
}

function byScore(a: { readonly score: number }, b: { readonly score: number }): number {
  return b.score - a.score;
}
