import { log2, pow } from "../../../core/index.ts";
import type { Hypothesis } from "./hypothesis.ts";
import type { TextReading } from "./outcome.ts";
import { likelihood } from "./predicted.ts";

/** The hypotheses that new readings allow, with the chance that they met added to their bits. */
export function remaining(
  hypotheses: readonly Hypothesis[],
  readings: readonly TextReading[],
): readonly Hypothesis[] {
  return hypotheses.flatMap(({ spec, bits }) => {
    let total = bits;
    for (const reading of readings) {
      const chance = likelihood(spec, reading);
      if (chance === 0) return [];
      total -= log2(chance);
    }
    return [{ spec, bits: total }];
  });
}

/** Bits by which a hypothesis may fall behind the likeliest before it is dropped. */
const BEHIND = 60;

/** The hypotheses by their weight, the likeliest first; without those that fell far behind. */
export function byWeight(hypotheses: readonly Hypothesis[]): readonly Hypothesis[] {
  const sorted = hypotheses.toSorted((a, b) => a.bits - b.bits);
  const most = (sorted[0]?.bits ?? 0) + BEHIND;
  return sorted.filter(({ bits }) => bits <= most);
}

/** Shares of the probability, for hypotheses of which one holds. */
export function sharesOf(hypotheses: readonly Hypothesis[]): readonly number[] {
  const least = hypotheses.reduce((min, { bits }) => Math.min(min, bits), Infinity);
  const weights = hypotheses.map(({ bits }) => pow(2, least - bits));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}
