import type { Estimate, Outcome } from "../contract/index.ts";
import { bootstrapInterval, chanceFrom, mean, wilsonInterval } from "../core/index.ts";
import { byProblem } from "./by-problem.ts";
import { measured } from "./measured.ts";
import type { SoundMetric } from "./metric-catalogue.ts";
import { successOf } from "./success.ts";
import type { MissReason } from "./success.ts";

/** How stated confidence and success go together. */
export interface Calibration {
  /** Items with a stated confidence and something to be right about. */
  readonly n: number;
  /**
   * Mean squared difference of confidence and success: Brier (1950),
   * https://doi.org/10.1175/1520-0493(1950)078%3C0001:VOFEIT%3E2.0.CO;2. 0 is perfect, always saying
   * ½ gets 0.25; `null` without items.
   */
  readonly brier: Estimate | null;
  /** The reliability curve: ten bins of confidence from 0 to 1. */
  readonly bins: readonly ReliabilityBin[];
}

/** Items whose confidence lies in one tenth; the upper end belongs to the last bin only. */
export interface ReliabilityBin {
  readonly from: number;
  readonly to: number;
  readonly n: number;
  /** Mean stated confidence; `null` without items. */
  readonly confidence: number | null;
  /** Share of success with Wilson's interval over items; `null` without items. */
  readonly success: Estimate | null;
}

const BINS = 10;

interface Claim {
  readonly confidence: number;
  readonly success: number;
}

/**
 * Calibration of stated confidence against a rate such as `law`. It is judged only where there was
 * something to be right about: not where the reason is ours, nor where no code was handed in that
 * could be right or wrong; code that could not be scored is wrong.
 */
export function calibration(
  outcomes: readonly Outcome[],
  metric: SoundMetric = "law",
): Calibration {
  const clusters = byProblem(measured(outcomes, metric))
    .map((problem) => problem.outcomes.flatMap((outcome) => claimOf(outcome, metric)))
    .filter((claims) => claims.length > 0);
  const claims = clusters.flat();
  return {
    n: claims.length,
    brier: brierOf(clusters),
    bins: Array.from({ length: BINS }, (_, index) =>
      binOf(
        index,
        claims.filter(({ confidence }) => binIndex(confidence) === index),
      ),
    ),
  };
}

function claimOf(outcome: Outcome, metric: SoundMetric): Claim[] {
  const { confidence } = outcome;
  const success = successOf(outcome, metric);
  if (confidence === null || success.kind === "left-out") return [];
  if (success.miss !== null && NOTHING_CLAIMED.has(success.miss)) return [];
  return [{ confidence, success: success.value }];
}

/** Reasons with which there is no code whose correctness a confidence could be about. */
const NOTHING_CLAIMED: ReadonlySet<MissReason> = new Set(["abstained", "no-code"] as const);

function binIndex(confidence: number): number {
  return Math.min(BINS - 1, Math.floor(confidence * BINS));
}

function brierOf(clusters: readonly (readonly Claim[])[]): Estimate | null {
  if (clusters.length === 0) return null;
  const losses = clusters.map((claims) =>
    claims.map(({ confidence, success }) => (confidence - success) * (confidence - success)),
  );
  const interval = bootstrapInterval(losses, { chance: chanceFrom("brier") });
  return { n: losses.flat().length, value: mean(losses.flat()), ...interval };
}

function binOf(index: number, claims: readonly Claim[]): ReliabilityBin {
  const bounds = { from: index / BINS, to: (index + 1) / BINS, n: claims.length };
  if (claims.length === 0) return { ...bounds, confidence: null, success: null };
  const passed = claims.reduce((sum, { success }) => sum + success, 0);
  const n = claims.length;
  return {
    ...bounds,
    confidence: mean(claims.map(({ confidence }) => confidence)),
    success: { n, value: passed / n, ...wilsonInterval(passed, n) },
  };
}
