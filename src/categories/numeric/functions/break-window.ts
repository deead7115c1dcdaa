/** Where to look for breakpoints, and how many of those nearest to the centre are wanted. */
export interface BreakWindow {
  readonly from: number;
  readonly to: number;
  readonly centre: number;
  readonly limit: number;
}

/** offset + k·step for whole k, outwards from the centre; `at` may compute it more exactly. */
export function multiples(
  step: number,
  offset: number,
  window: BreakWindow,
  at = (k: number): number => offset + k * step,
): readonly number[] {
  const { from, to, centre, limit } = window;
  const nearestToCentre = Math.min(Math.max(centre, from), to);
  const middle = Math.round((nearestToCentre - offset) / step);
  return Array.from({ length: 2 * Math.max(0, limit) + 3 }, (_, i) => {
    const k = middle + (i % 2 === 0 ? i / 2 : -(i + 1) / 2);
    return at(k);
  });
}
