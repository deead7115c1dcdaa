import { ln } from "../../../core/index.ts";
import type { Noised } from "../../../categories/numeric/index.ts";

/** Noise that is the same at every input. */
export interface Noise {
  readonly distribution: Noised["distribution"];
  /** Standard deviation, half-width or mean; > 0. */
  readonly scale: number;
}

/** By how much it shifts answers on average. */
export function meanOf({ distribution, scale }: Noise): number {
  return distribution === "poisson" ? scale : 0;
}

/** Its standard deviation. */
export function deviationOf({ distribution, scale }: Noise): number {
  switch (distribution) {
    case "normal":
      return scale;
    case "uniform":
      return scale / Math.sqrt(3);
    case "poisson":
      return Math.sqrt(scale);
  }
}

/** How far an answer of this size may be off by rounding alone, here and where it was computed. */
export function roundingOf(y: number): number {
  return 4e-15 * Math.abs(y) + 1e-7;
}

/** What one answer that cannot be weighs against a law, in nats: much, but no veto. */
const IMPOSSIBLE = 30;

/** ln of the probability (density) that answers `ys` differ from the law by `residuals`. */
export function logLikelihood(noise: Noise, residuals: Float64Array, ys: Float64Array): number {
  const one = LIKELIHOODS[noise.distribution](noise.scale);
  let sum = 0;
  for (let i = 0; i < ys.length; i += 1) {
    const residual = residuals[i] ?? NaN;
    const slack = roundingOf(ys[i] ?? 0);
    if (!Number.isFinite(residual)) sum -= 2 * IMPOSSIBLE;
    else if (slack < BLURRED) sum += one(residual, slack);
    else if (Math.abs(residual) > 10 * (slack + noise.scale)) sum -= IMPOSSIBLE;
  }
  return sum;
}

/** Rounding that hides the noise: such an answer speaks for or against a law, but of no noise. */
export const BLURRED = 0.01;

/** ln of the probability (density) of one finite residual, given what rounding may add to it. */
type Likelihood = (residual: number, slack: number) => number;

const LIKELIHOODS: { readonly [D in Noise["distribution"]]: (scale: number) => Likelihood } = {
  normal: (scale) => {
    const level = ln(scale) + LN_ROOT_TAU;
    return (residual, slack) => {
      const z = residual / (scale + slack);
      return -0.5 * Math.min(z * z, 2 * IMPOSSIBLE + Math.abs(z)) - level;
    };
  },
  uniform: (scale) => {
    const level = ln(2 * scale);
    return (residual, slack) => {
      const beyond = Math.abs(residual) - scale - slack;
      return -level - (beyond > 0 ? IMPOSSIBLE + ln(1 + beyond / scale) : 0);
    };
  },
  poisson: (scale) => {
    const level = ln(scale);
    return (residual, slack) => {
      const count = Math.round(residual);
      if (!(count >= 0)) return -IMPOSSIBLE - ln(1 + Math.abs(residual));
      const off = Math.max(0, Math.abs(residual - count) - slack);
      const odd = off > 0 ? IMPOSSIBLE / 2 + off : 0;
      return count * level - scale - lnFactorial(count) - odd;
    };
  },
};

const LN_ROOT_TAU = 0.9189385332046727;

/** ln n!, by Stirling's series from 20 on: https://dlmf.nist.gov/5.11#E1 */
function lnFactorial(n: number): number {
  if (n >= 20) return (n + 0.5) * ln(n) - n + LN_ROOT_TAU + 1 / (12 * n);
  let product = 1;
  for (let i = 2; i <= n; i += 1) product *= i;
  return n < 2 ? 0 : ln(product);
}
