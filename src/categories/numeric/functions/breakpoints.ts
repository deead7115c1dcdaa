import type { Region } from "../../../contract/index.ts";
import { affineOf } from "./affine.ts";
import type { BreakWindow } from "./break-window.ts";
import { familyOf } from "./families.ts";
import { corruptionOf, isAtom, ruleOf } from "./inspect.ts";
import { networkBreaks } from "./network-breaks.ts";
import type { Compose, Law, NumericSpec, Piecewise } from "./spec.ts";

/**
 * The first argument wherever the truth jumps, has a kink or a pole between `from` and `to`: kinks
 * and edges of families, ends of pieces and of regions, and poles that change the sign of a
 * denominator. Through compositions it is followed where the inner law is a straight line; other
 * inner laws pass on their own. Ascending, each once, at most the `limit` nearest to 0.
 */
export function breakpointsOf(
  spec: NumericSpec,
  from: number,
  to: number,
  limit: number,
): number[] {
  const window: BreakWindow = { from, to, centre: 0, limit };
  const regions = corruptionOf(spec)?.regions ?? [];
  const rule = ruleOf(spec);
  const found = stretchesBeside(regions, window).flatMap((stretch) =>
    rule.kind === "approximated" ? networkBreaks(rule, stretch) : breaks(rule, stretch),
  );
  const ends = regions.flatMap((region) => [region.from ?? NaN, region.to ?? NaN]);
  return nearest([...found, ...ends], window);
}

/** What regions leave of a window: only there does the rule show. */
function stretchesBeside(regions: readonly Region[], window: BreakWindow): readonly BreakWindow[] {
  const starts = [-Infinity, ...regions.map(({ to }) => to ?? Infinity)];
  const ends = [...regions.map(({ from }) => from ?? -Infinity), Infinity];
  return starts.flatMap((start, i) => {
    const from = Math.max(window.from, start);
    const to = Math.min(window.to, ends[i] ?? Infinity);
    return from <= to ? [{ ...window, from, to }] : [];
  });
}

function breaks(law: Law, window: BreakWindow): readonly number[] {
  if (isAtom(law)) return nearest(familyOf(law.kind).breaks?.(law, window) ?? [], window);
  switch (law.kind) {
    case "argument":
      return [];
    case "sum":
      return nearest(
        law.terms.flatMap((term) => breaks(term, window)),
        window,
      );
    case "product":
      return nearest(
        law.factors.flatMap((factor) => breaks(factor, window)),
        window,
      );
    case "compose":
      return composedBreaks(law, window);
    case "piecewise":
      return piecewiseBreaks(law, window);
  }
}

function composedBreaks({ outer, inner }: Compose, window: BreakWindow): readonly number[] {
  const line = affineOf(inner);
  if (line === null) return breaks(inner, window);
  const { slope, intercept } = line;
  if (slope === 0) return [];
  const through = (x: number): number => slope * x + intercept;
  const ends = [through(window.from), through(window.to)];
  const mapped: BreakWindow = {
    from: Math.min(...ends),
    to: Math.max(...ends),
    centre: through(window.centre),
    limit: window.limit,
  };
  return nearest(
    breaks(outer, mapped).map((value) => (value - intercept) / slope),
    window,
  );
}

function piecewiseBreaks({ pieces }: Piecewise, window: BreakWindow): readonly number[] {
  let start = -Infinity;
  const found = pieces.flatMap(({ upTo, law }) => {
    const end = upTo ?? Infinity;
    const inside = breaks(law, {
      ...window,
      from: Math.max(window.from, start),
      to: Math.min(window.to, end),
    });
    start = end;
    return [...inside, end];
  });
  return nearest(found, window);
}

function nearest(values: readonly number[], { from, to, centre, limit }: BreakWindow): number[] {
  const inside = values.filter((value) => value >= from && value <= to).map((value) => value + 0);
  return [...new Set(inside)]
    .toSorted((a, b) => Math.abs(a - centre) - Math.abs(b - centre) || a - b)
    .slice(0, Math.max(0, limit))
    .toSorted((a, b) => a - b);
}
