import { ln } from "../../../core/index.ts";
import type { Reading } from "../laboratory.ts";

/** What the answers far out and next to 0 say at once. */
export interface Facts {
  /** There are no values, or complex ones, left of 0. */
  readonly left: "values" | "none" | "complex";
  /** Order of growth on each side: 0 for bounded, 1 for lines, 0.5 for roots. */
  readonly below: number;
  readonly above: number;
  /** The factor s of 1/(s·x) that the answers next to 0 show; `null` where they show none. */
  readonly pole: number | null;
  /** All answers to the same input differ by whole numbers. */
  readonly counted: boolean;
}

/** Where the first levers are: far out, further out, and next to 0. */
export const LEVERS = { near: 1e-7, far: 1e3, further: 1e6 };

/** Growth by this many units is more than noise. */
const SEEN = 25;

/** Reads the levers. */
export function factsOf(readings: readonly Reading[]): Facts {
  return {
    left: leftOf(readings),
    below: orderOf(readings, -1),
    above: orderOf(readings, 1),
    pole: poleOf(readings),
    counted: isCounted(readings),
  };
}

function leftOf(readings: readonly Reading[]): Facts["left"] {
  const own = readings.filter(({ x }) => x < 0);
  const odd = readings.filter(({ x, y }) => x > 0 && Number.isNaN(y));
  if (own.some(({ im }) => Number.isFinite(im) && im !== 0)) return "complex";
  return own.length > 0 && odd.length === 0 && own.every(({ y }) => Number.isNaN(y))
    ? "none"
    : "values";
}

function orderOf(readings: readonly Reading[], side: number): number {
  const at = (size: number): number =>
    readings.find(({ x, y }) => x === side * size && Number.isFinite(y))?.y ?? NaN;
  const [far, further] = [at(LEVERS.far), at(LEVERS.further)];
  if (!(Math.abs(further - far) > SEEN)) return 0;
  const ratio = Math.abs(further) / Math.max(1, Math.abs(far));
  const order = ln(Math.max(1, ratio)) / ln(LEVERS.further / LEVERS.far);
  return Math.abs(order - Math.round(order)) < 0.2 ? Math.round(order) : order;
}

function poleOf(readings: readonly Reading[]): number | null {
  const [above, below] = [LEVERS.near, -LEVERS.near].map(
    (size) => readings.find(({ x }) => x === size)?.y ?? NaN,
  );
  if (above === undefined || below === undefined) return null;
  const factor = 1 / (LEVERS.near * above);
  const isPole = Math.abs(above) > 1e4 && Math.abs(above + below) < 1e-3 * Math.abs(above);
  return isPole ? Number(factor.toFixed(4)) : null;
}

/** Whether repeats differ, and by whole numbers each time. */
function isCounted(readings: readonly Reading[]): boolean {
  const first = new Map<number, number>();
  let differ = 0;
  for (const { x, y } of readings) {
    if (!Number.isFinite(y)) continue;
    const before = first.get(x);
    if (before === undefined) {
      first.set(x, y);
      continue;
    }
    const gap = y - before;
    if (Math.abs(gap - Math.round(gap)) > 1e-9 + 1e-14 * Math.abs(y)) return false;
    if (gap !== 0) differ += 1;
  }
  return differ > 0;
}
