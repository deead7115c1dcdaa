import type { Reading } from "../laboratory.ts";

/** Real values at ascending inputs, each input once. */
export interface View {
  readonly xs: Float64Array;
  readonly ys: Float64Array;
}

/** The real values among readings. */
export function viewOf(readings: readonly Reading[]): View {
  const known = readings.filter(({ y, im }) => Number.isFinite(y) && im === 0);
  const once = [...new Map(known.map((reading) => [reading.x, reading])).values()];
  const sorted = once.toSorted((a, b) => a.x - b.x);
  return {
    xs: Float64Array.from(sorted, ({ x }) => x),
    ys: Float64Array.from(sorted, ({ y }) => y),
  };
}

/** The points of a view for which a condition on x holds. */
export function restricted({ xs, ys }: View, holds: (x: number, index: number) => boolean): View {
  const kept = { xs: new Float64Array(xs.length), ys: new Float64Array(xs.length) };
  let count = 0;
  for (let i = 0; i < xs.length; i += 1) {
    const [x, y] = [xs[i] ?? NaN, ys[i] ?? NaN];
    if (!holds(x, i)) continue;
    kept.xs[count] = x;
    kept.ys[count] = y;
    count += 1;
  }
  return { xs: kept.xs.subarray(0, count), ys: kept.ys.subarray(0, count) };
}

/** How many stretches the points are cut into to leave out one or two of them at a time. */
const CUTS = 12;
/** A stretch that is left out for models that are fitted quickly, and by how much it is moved on. */
const WINDOW = 35;
const WINDOW_STEP = 10;
const MOST_WINDOWS = 26;
/** Beyond this no pulse of the vocabulary reaches. */
const CENTRE = 4.8;

/**
 * Parts of a view, one of which is likely to lie outside a stretch where the law does not hold; they
 * are cut when they are first asked for.
 */
export interface Parts {
  readonly whole: View;
  /** The view itself, and parts for models that take some time. */
  readonly coarse: () => readonly View[];
  /** Further parts, for models that take little. */
  readonly fine: () => readonly View[];
}

/**
 * The view itself, everything outside the centre, everything but two neighbouring twelfths, and the
 * first and last so many twelfths; the fine parts have more of these, and leave out a window that moves
 * along the inputs.
 */
export function partsOf(view: View): Parts {
  return {
    whole: view,
    coarse: once(() => coarseParts(view)),
    fine: once(() => fineParts(view)),
  };
}

function coarseParts(view: View): readonly View[] {
  const n = view.xs.length;
  const without = Array.from({ length: CUTS - 1 }, (_, k) => {
    const [start, end] = [Math.floor((k * n) / CUTS), Math.ceil(((k + 2) * n) / CUTS)];
    return restricted(view, (_x, i) => i < start || i >= end);
  });
  const outer = restricted(view, (x) => Math.abs(x) > CENTRE);
  return [view, outer, ...without, ...sidesOf(view, [9, 6, 3, 1.5])];
}

function fineParts(view: View): readonly View[] {
  const [from, to] = [view.xs[0] ?? 0, view.xs.at(-1) ?? 0];
  const windows = Math.min(MOST_WINDOWS, Math.max(0, Math.floor((to - from) / WINDOW_STEP)));
  const past = Array.from({ length: windows }, (_, k) => {
    const start = Math.max(from, -MOST_WINDOWS * 0.5 * WINDOW_STEP) + k * WINDOW_STEP;
    return restricted(view, (x) => x < start || x > start + WINDOW);
  });
  return [...sidesOf(view, [11, 10, 8, 7, 5.5, 5, 4.5, 4, 2]), ...past];
}

/** The first and the last so many twelfths. */
function sidesOf({ xs, ys }: View, cuts: readonly number[]): readonly View[] {
  const n = xs.length;
  return cuts
    .map((cut) => Math.round((cut * n) / CUTS))
    .filter((count) => count >= 3)
    .flatMap((count) => [
      { xs: xs.subarray(0, count), ys: ys.subarray(0, count) },
      { xs: xs.subarray(n - count), ys: ys.subarray(n - count) },
    ]);
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}
