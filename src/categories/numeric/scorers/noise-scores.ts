import type { Output, Score, Scores, StatedNoise } from "../../../contract/index.ts";
import { mean } from "../../../core/index.ts";
import { numberOf, unusable } from "../../../scoring/index.ts";
import { scored, unscored } from "../../../scoring/index.ts";
import type { Unscored } from "../../../scoring/index.ts";
import { crps } from "./crps.ts";

/** The noise of a function, its scale as its distribution has it. */
export interface TrueNoise {
  readonly distribution: "normal" | "uniform" | "poisson";
  /** Standard deviation, half-width or mean; > 0. */
  readonly scale: number;
}

/** A fresh answer of the black box, and what the code gave when it was run there repeatedly. */
export interface Forecast {
  readonly observed: number;
  /** Standard deviation of the noise at this input; > 0. */
  readonly deviation: number;
  /** At least one, each from a run with chance of its own. */
  readonly outputs: readonly Output[];
}

/** What tells whether the noise is known. */
export interface NoiseEvidence {
  /** `null` where the function has no noise. */
  readonly truth: TrueNoise | null;
  readonly stated: StatedNoise | null;
  /** None where the function has no noise, or why the code gave none. */
  readonly forecasts: readonly Forecast[] | Unscored;
}

/** How far the stated scale may be off, as a share of the true one. */
const SCALE_TOLERANCE = 0.2;

/**
 * Whether the kind of noise was identified (`none` where there is none), and for a noised function
 * whether its scale was too, and how well the code forecasts fresh answers.
 */
export function noiseScores({ truth, stated, forecasts }: NoiseEvidence): Scores {
  const kind = stated === null ? unscored("not-stated") : hit(isKind(stated, truth));
  if (truth === null) return { "noise.kind": kind };
  const crpsScore: Scores =
    "kind" in forecasts || forecasts.length > 0 ? { "noise.crps": forecastError(forecasts) } : {};
  return { "noise.kind": kind, "noise.scale": scaleScore(stated, truth), ...crpsScore };
}

function isKind({ distribution }: StatedNoise, truth: TrueNoise | null): boolean {
  return distribution === (truth?.distribution ?? "none");
}

/** A scale means something only with its distribution. */
function scaleScore(stated: StatedNoise | null, truth: TrueNoise): Score {
  if (stated === null) return unscored("not-stated");
  if (!isKind(stated, truth)) return scored(0);
  if (stated.scale === null) return unscored("not-stated", "no scale");
  return hit(Math.abs(stated.scale - truth.scale) <= SCALE_TOLERANCE * truth.scale);
}

/** The mean CRPS in standard deviations of the noise. */
function forecastError(forecasts: readonly Forecast[] | Unscored): Score {
  if ("kind" in forecasts) return forecasts;
  const errors: number[] = [];
  for (const [at, { observed, deviation, outputs }] of forecasts.entries()) {
    const draws: number[] = [];
    for (const output of outputs) {
      const number = numberOf(output);
      if (number === null || number.im !== 0) return unusable(output, `forecast ${at + 1}`);
      draws.push(number.re);
    }
    errors.push(crps(draws, observed) / deviation);
  }
  const value = mean(errors);
  return Number.isFinite(value)
    ? scored(value)
    : unscored("output-not-a-number", "the forecast error overflows");
}

function hit(isRight: boolean): Score {
  return scored(isRight ? 1 : 0);
}
