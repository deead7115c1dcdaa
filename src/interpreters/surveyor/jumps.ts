import type { Notebook, Sample } from "./notebook.ts";
import { decimalWithin } from "./decimal.ts";

/** A place where the answers jump, known up to an interval. */
export interface Jump {
  readonly from: number;
  readonly to: number;
  /** The shortest decimal in the interval. */
  readonly place: number;
  /** The answer right of it minus the answer left of it. */
  readonly height: number;
}

/** An interval narrower than this over which the answers still differ is a jump. */
const NARROW = 1e-4;

/** How many jumps are closed in on at a time. */
const AT_ONCE = 6;

/** Closes in on the places of a stretch where neighbours differ most, for so many queries. */
export async function closeInOnJumps(
  notebook: Notebook,
  queries: number,
  isInside: (x: number) => boolean,
): Promise<void> {
  const end = notebook.left() - queries;
  while (notebook.left() > Math.max(0, end)) {
    const gaps = widestGaps(notebook.samples().filter(({ x }) => isInside(x)));
    const middles = gaps.slice(0, notebook.left() - end).map(({ from, to }) => (from + to) / 2);
    if (middles.length === 0 || (await notebook.ask(middles)).length === 0) return;
  }
}

interface Gap {
  readonly from: number;
  readonly to: number;
  readonly rise: number;
}

/** The gaps worth halving: of those that differ most, the narrowest first. */
function widestGaps(samples: readonly Sample[]): readonly Gap[] {
  const gaps = gapsOf(samples);
  const most = gaps.reduce((high, { rise }) => Math.max(high, Math.abs(rise)), 0);
  if (most === 0) return [];
  const steep = gaps.filter(({ rise }) => Math.abs(rise) > 0.3 * most);
  const narrowed = steep.filter(isNarrow).length;
  return steep
    .filter((gap) => !isNarrow(gap))
    .toSorted((a, b) => a.to - a.from - (b.to - b.from))
    .slice(0, Math.max(0, AT_ONCE - narrowed));
}

function isNarrow({ from, to }: Gap): boolean {
  return to - from < NARROW;
}

/** The differences between neighbours, relative to their size so that poles do not hide the rest. */
function gapsOf(samples: readonly Sample[]): readonly Gap[] {
  const known = sorted(samples);
  const spread = known.reduce((total, { y }) => total + Math.abs(y), 0) / (known.length || 1);
  return known.slice(1).flatMap((right, i) => {
    const left = known[i];
    if (left === undefined || right.x === left.x) return [];
    const size = Math.abs(left.y) + Math.abs(right.y) + spread;
    return [{ from: left.x, to: right.x, rise: size === 0 ? 0 : (right.y - left.y) / size }];
  });
}

function sorted(samples: readonly Sample[]): readonly { x: number; y: number }[] {
  return samples
    .flatMap(({ x, value }) => (value === null || value.im !== 0 ? [] : [{ x, y: value.re }]))
    .sort((a, b) => a.x - b.x);
}

/** The jumps that were closed in on, from left to right. */
export function jumpsIn(samples: readonly Sample[]): readonly Jump[] {
  const known = sorted(samples);
  return known.slice(1).flatMap((right, i) => {
    const left = known[i];
    if (left === undefined || right.x === left.x || right.x - left.x > NARROW) return [];
    const height = right.y - left.y;
    const around = steepness(known[i - 1], left) + steepness(right, known[i + 2]);
    const slope = Math.abs(height) / (right.x - left.x);
    const size = Math.abs(left.y) + Math.abs(right.y);
    if (Math.abs(height) < 1e-6 * size || slope < 20 * around) return [];
    return [{ from: left.x, to: right.x, place: decimalWithin(left.x, right.x), height }];
  });
}

function steepness(
  left: { x: number; y: number } | undefined,
  right: { x: number; y: number } | undefined,
): number {
  if (left === undefined || right === undefined || left.x === right.x) return 0;
  return Math.abs((right.y - left.y) / (right.x - left.x));
}
