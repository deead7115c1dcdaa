import { ln, TAU } from "../../../core/index.ts";
import { shortestBetween } from "../decimals.ts";
import { deviationOf } from "./noise.ts";
import type { Noise } from "./noise.ts";

/** How much likelier, in nats, a scale other than 1 has to make the answers to be believed. */
const UNUSUAL = 3;

/** The noise that answers to one input show, whatever the law; `null` for fewer than four. */
export function noiseOfRepeats(ys: readonly number[], isCounted: boolean): Noise | null {
  const m = ys.length;
  if (m < 4) return null;
  const mean = ys.reduce((sum, y) => sum + y, 0) / m;
  const squares = ys.reduce((sum, y) => sum + (y - mean) * (y - mean), 0);
  const variance = squares / (m - 1);
  if (isCounted) {
    const blur = 3 * Math.sqrt((1 + 2) / m);
    const scale =
      Math.abs(variance - 1) < blur ? 1 : shortestBetween(variance / 1.2, variance * 1.2);
    return { distribution: "poisson", scale };
  }
  const range = Math.max(...ys) - Math.min(...ys);
  const deviation = Math.sqrt(variance);
  const half = (range / 2) * ((m + 1) / (m - 1));
  // The level is free: likelihoods are integrated over it.
  const normal = (scale: number): number =>
    -(m - 1) * ln(scale) - ((m - 1) / 2) * ln(TAU) - ln(m) / 2 - squares / (2 * scale * scale);
  const uniform = (scale: number): number =>
    range < 2 * scale ? ln(2 * scale - range) - m * ln(2 * scale) : -Infinity;
  const candidates: readonly (readonly [Noise, number])[] = [
    [{ distribution: "normal", scale: 1 }, normal(1)],
    [{ distribution: "uniform", scale: 1 }, uniform(1)],
    ...[shortestBetween(deviation * 0.85, deviation * 1.15)].map(
      (scale) => [{ distribution: "normal", scale }, normal(scale) - UNUSUAL] as const,
    ),
    ...[shortestBetween((range / 2) * 1.001, half * 1.15)].map(
      (scale) => [{ distribution: "uniform", scale }, uniform(scale) - UNUSUAL] as const,
    ),
  ];
  const [best] = candidates.toSorted(([, a], [, b]) => b - a);
  return best?.[0] ?? null;
}

/** How far apart, as a logarithm, deviations may lie that are taken for the same: repeats are few. */
const ALIKE = 0.45;

/**
 * Whether noise is the one that repeats showed, be it only about as large where that is unusual;
 * without repeats, whether it has the usual scale.
 */
export function isAsShown(noise: Noise, shown: Noise | null): boolean {
  if (shown === null) return noise.scale === 1;
  if (shown.scale === 1) return noise.scale === 1 && noise.distribution === shown.distribution;
  return Math.abs(ln(deviationOf(noise) / deviationOf(shown))) < ALIKE;
}
