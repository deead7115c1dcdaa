import { ln } from "../../../core/index.ts";
import { shortestBetween } from "../decimals.ts";
import type { NoiseCandidate } from "./hypothesis.ts";
import type { Noise } from "./noise.ts";

/** ln of the probability that noise has the scale of the vocabulary, 1, and that it has another. */
const USUAL = ln(0.9);
const OTHER = ln(0.001);

/** Noise of scale 1, and of the scale that residuals show. */
export function noiseCandidates(
  isCounted: boolean,
  residuals: Float64Array | null,
): readonly NoiseCandidate[] {
  const kinds = isCounted ? (["poisson"] as const) : (["normal", "uniform"] as const);
  return kinds.flatMap((distribution) => {
    const usual = { noise: { distribution, scale: 1 }, prior: USUAL };
    const shown = residuals === null ? null : shownScale(distribution, residuals);
    if (shown === null || shown === 1) return [usual];
    return [usual, { noise: { distribution, scale: shown }, prior: OTHER }];
  });
}

/** The shortest decimal that residuals allow as the scale of noise; `null` for too few of them. */
function shownScale(distribution: Noise["distribution"], residuals: Float64Array): number | null {
  const sizes = residuals.filter(Number.isFinite).map(Math.abs);
  const n = sizes.length;
  if (n < 8) return null;
  const [from, to] = rangeOf(distribution, sizes);
  return to > 0 ? shortestBetween(from, to) : null;
}

function rangeOf(
  distribution: Noise["distribution"],
  sizes: Float64Array,
): readonly [number, number] {
  const n = sizes.length;
  const sum = (power: (size: number) => number): number =>
    sizes.reduce((total, size) => total + power(size), 0);
  switch (distribution) {
    case "normal": {
      const scale = Math.sqrt(sum((size) => size * size) / n);
      return [scale * (1 - 1.5 / Math.sqrt(2 * n)), scale * (1 + 1.5 / Math.sqrt(2 * n))];
    }
    case "uniform": {
      const most = Math.max(...sizes);
      return [most, most * (1 + 3 / n)];
    }
    case "poisson": {
      const scale = sum((size) => size) / n;
      return [scale - 1.5 * Math.sqrt(scale / n), scale + 1.5 * Math.sqrt(scale / n)];
    }
  }
}
