import type { Region } from "../../../contract/index.ts";

/** A bounded stretch of the number line. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * The union of regions within a domain: disjoint stretches of positive length from left to right.
 * Ends that touch are joined; a region whose ends are not in order covers nothing.
 */
export function clippedUnion(regions: readonly Region[], domain: Stretch): Stretch[] {
  const clipped = regions
    .map(({ from, to }) => ({
      from: Math.max(from ?? domain.from, domain.from),
      to: Math.min(to ?? domain.to, domain.to),
    }))
    .filter(({ from, to }) => from < to)
    .sort((a, b) => a.from - b.from);
  const union: Stretch[] = [];
  for (const stretch of clipped) {
    const last = union.at(-1);
    if (last !== undefined && stretch.from <= last.to)
      union[union.length - 1] = { from: last.from, to: Math.max(last.to, stretch.to) };
    else union.push(stretch);
  }
  return union;
}

/**
 * Length of the intersection over length of the union (IoU) of two sets of regions within a domain,
 * from 0 to 1: Jaccard (1912), https://doi.org/10.1111/j.1469-8137.1912.tb05611.x; 1 where both
 * are empty.
 */
export function unionIou(
  left: readonly Region[],
  right: readonly Region[],
  domain: Stretch,
): number {
  const a = clippedUnion(left, domain);
  const b = clippedUnion(right, domain);
  const union = lengthOf(clippedUnion([...a, ...b], domain));
  if (union === 0) return 1;
  const common = a.flatMap((stretch) => clippedUnion(b, stretch));
  return Math.min(1, lengthOf(common) / union);
}

/** The summed length of disjoint stretches. */
function lengthOf(stretches: readonly Stretch[]): number {
  return stretches.reduce((sum, { from, to }) => sum + (to - from), 0);
}
