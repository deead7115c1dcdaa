import type { Region } from "../../contract/index.ts";

/** The same stretches in order, those that overlap or touch as one. */
export function mergeRegions(regions: readonly Region[]): readonly Region[] {
  const result: Region[] = [];
  for (const { from, to } of regions.toSorted((a, b) => low(a) - low(b))) {
    const last = result.at(-1);
    if (last === undefined || low({ from, to }) > high(last)) result.push({ from, to });
    else if (high({ from, to }) > high(last)) result.splice(-1, 1, { from: last.from, to });
  }
  return result;
}

function low({ from }: Region): number {
  return from ?? -Infinity;
}

function high({ to }: Region): number {
  return to ?? Infinity;
}
