/** A straight line through a point. */
export interface Line {
  readonly x: number;
  readonly y: number;
  readonly slope: number;
}

/** The line through two points of different x. */
export function lineThrough(x0: number, y0: number, x1: number, y1: number): Line {
  return { x: x0, y: y0, slope: (y1 - y0) / (x1 - x0) };
}

/** The height of a line at x. */
export function heightOf({ x: at, y, slope }: Line, x: number): number {
  return y + slope * (x - at);
}

/** The x at which two lines meet; `null` for parallel ones. */
export function crossingOf(a: Line, b: Line): number | null {
  const x = a.x + (heightOf(b, a.x) - a.y) / (a.slope - b.slope);
  return Number.isFinite(x) ? x : null;
}
