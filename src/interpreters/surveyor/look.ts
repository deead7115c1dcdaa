import type { Draws } from "../../core/index.ts";

/** The stretch that the box is about. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Widths of the windows of a first look, as shares of the domain: fast waves need the smallest. */
const WINDOWS = [3 / 256, 24 / 256, 1];

/** Share of the budget that goes to each window. */
const SHARE = 0.13;

/** Points of the first look: windows of three sizes about the middle, and a few points outside. */
export function firstLook({ from, to }: Stretch, budget: number, draws: Draws): readonly number[] {
  const [middle, width] = [(from + to) / 2, to - from];
  const count = Math.max(1, Math.floor(budget * SHARE));
  const windows = WINDOWS.flatMap((share) =>
    jittered(middle - (width * share) / 2, width * share, count, draws),
  );
  const outside = jittered(middle - width, width * 2, Math.floor(count / 5), draws);
  return [...windows, ...outside].filter((x) => x !== 0);
}

/** Points that a finding has to stand: inside, near the middle, and outside. */
export function freshPoints({ from, to }: Stretch, count: number, draws: Draws): readonly number[] {
  const [middle, width] = [(from + to) / 2, to - from];
  const inside = jittered(from, width, Math.ceil(count * 0.5), draws);
  const near = jittered(middle - width / 50, width / 25, Math.floor(count * 0.2), draws);
  const outside = jittered(middle - width, width * 2, Math.floor(count * 0.3), draws);
  return [...inside, ...near, ...outside];
}

/** One random point in each of equal cells. */
export function jittered(from: number, width: number, count: number, draws: Draws): number[] {
  return Array.from({ length: count }, (_, i) => from + (width * (i + draws.uniform())) / count);
}
