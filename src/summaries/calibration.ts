import type { Estimate } from "../contract/index.ts";
import { bootstrapInterval, chanceFrom, mean, wilsonInterval } from "../core/index.ts";
import { measured } from "./measured.ts";
import { PRESENT } from "./number-column.ts";
import type { Part } from "./outcome-table.ts";
import { clusteredAt, successAt } from "./success.ts";

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

/**
 * Calibration of stated confidence against a rate such as `law`. It is judged only where there was
 * something to be right about: not where the reason is ours, nor where no code was handed in that
 * could be right or wrong; code that could not be scored is wrong.
 */
export function calibration(part: Part, metric: string): Calibration {
  const about = measured(part, metric);
  const { row, slots } = about;
  const successes = Float64Array.from(slots, (slot) => {
    if (row.confidence.stateAt(slot) !== PRESENT) return NaN;
    const success = successAt(about, metric, slot);
    const isClaimed = success !== null && !NOTHING_CLAIMED.has(success.miss ?? "");
    return isClaimed ? success.value : NaN;
  });
  const bins = Array.from({ length: BINS }, () => ({ n: 0, confidence: 0, success: 0 }));
  const losses = successes.map((success, i) => {
    if (Number.isNaN(success)) return NaN;
    const confidence = row.confidence.valueAt(slots[i] ?? 0);
    const bin = bins[Math.min(BINS - 1, Math.floor(confidence * BINS))];
    if (bin !== undefined) {
      bin.n += 1;
      bin.confidence += confidence;
      bin.success += success;
    }
    return (confidence - success) * (confidence - success);
  });
  const { values, ends } = clusteredAt(about, losses);
  const interval =
    values.length === 0
      ? null
      : bootstrapInterval({ values, ends }, { chance: chanceFrom("brier") });
  return {
    n: values.length,
    brier: interval === null ? null : { n: values.length, value: mean(values), ...interval },
    bins: bins.map((bin, index) => binOf(index, bin)),
  };
}

/** Reasons with which there is no code whose correctness a confidence could be about. */
const NOTHING_CLAIMED: ReadonlySet<string> = new Set(["abstained", "no-code"]);

interface Sums {
  readonly n: number;
  readonly confidence: number;
  readonly success: number;
}

function binOf(index: number, { n, confidence, success }: Sums): ReliabilityBin {
  const bounds = { from: index / BINS, to: (index + 1) / BINS, n };
  if (n === 0) return { ...bounds, confidence: null, success: null };
  const share = { n, value: success / n, ...wilsonInterval(success, n) };
  return { ...bounds, confidence: confidence / n, success: share };
}
