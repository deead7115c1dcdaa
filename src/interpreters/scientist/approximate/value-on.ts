import type { Knots } from "../finding.ts";

/** The height at x of straight lines between knots, the outermost prolonged; at least one knot. */
export function valueOn({ xs, ys }: Knots, x: number): number {
  let [low, high] = [0, xs.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((xs[middle] ?? 0) <= x) low = middle;
    else high = middle;
  }
  const [x0 = 0, x1 = 0, y0 = 0, y1 = 0] = [xs[low], xs[high], ys[low], ys[high]];
  return x0 === x1 ? y0 : y0 + ((x - x0) / (x1 - x0)) * (y1 - y0);
}
