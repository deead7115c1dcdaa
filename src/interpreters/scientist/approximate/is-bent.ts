import type { Inquiry } from "../inquiry.ts";
import { sketchOf } from "./sketch.ts";

/** How many different slopes show a line that bends often. */
const SLOPES = 2;

/**
 * Whether the answers lie on straight lines of several slopes, none of them level: what networks do
 * and laws that no straight line explains do not.
 */
export function isBent(inquiry: Pick<Inquiry, "lab" | "domain">): boolean {
  const { runs, view } = sketchOf(inquiry);
  const { xs, ys } = view;
  const slopes: number[] = [];
  for (const { first, last } of runs) {
    const slope = ((ys[last] ?? 0) - (ys[first] ?? 0)) / ((xs[last] ?? 0) - (xs[first] ?? 0));
    if (slope === 0 || slopes.some((other) => Math.abs(slope - other) <= 1e-6 * Math.abs(slope)))
      continue;
    slopes.push(slope);
  }
  return slopes.length >= SLOPES;
}
