import type { Columns } from "../../functions/inputs.ts";
import type { Parameter, Part, Scan, Span } from "./part.ts";

/** One family in the making: what it gives, and what it has in common with simpler ones. */
export interface Leaf {
  readonly parameters?: readonly Parameter[];
  /** What comes with a factor of its own, and makes the family what it is. */
  essential?(parameters: readonly number[], xs: Float64Array): readonly Float64Array[];
  /** What comes without a factor, and makes the family what it is. */
  fixed?(parameters: readonly number[], xs: Float64Array): Float64Array;
  /** What comes with a factor and would remain if the family were lost. */
  free?(xs: Float64Array): readonly Float64Array[];
  /** What the family may come down to, if more than `free`. */
  simpler?(xs: Float64Array): readonly Float64Array[];
  scans?(ys: Float64Array): readonly Scan[];
}

/** The class of one family. */
export function leafPart(leaf: Leaf): Part {
  const { parameters = [], essential, fixed, free, simpler = free, scans } = leaf;
  const none = (): readonly Scan[] => [];
  const rest = (xs: Float64Array): readonly Float64Array[] => free?.(xs) ?? [];
  const span = (values: readonly number[], [xs]: Columns): Span => ({
    fixed: fixed?.(values, xs) ?? null,
    columns: [...(essential?.(values, xs) ?? []), ...rest(xs)],
  });
  const lost = (_: readonly number[], [xs]: Columns): Span => {
    const columns = simpler?.(xs) ?? [];
    return { fixed: null, columns: columns.length === 0 ? [ones(xs)] : columns };
  };
  const simple = essential === undefined && fixed === undefined;
  const less: Part = { parameters, span: lost, scans: none, reduced: () => [] };
  return { parameters, span, scans: scans ?? none, reduced: () => (simple ? [] : [less]) };
}

/** A parameter that may be anything from `low` to `high`, or what the law has. */
export function smooth(value: number, low: number, high: number, step: number): Parameter {
  const ends = { low: Math.min(low, value), high: Math.max(high, value) };
  return { value, ...ends, apart: 0, step, smooth: true };
}

/** A parameter at which values jump. */
export function edge(value: number, low: number, high: number, step: number): Parameter {
  return { ...smooth(value, low, high, step), smooth: false };
}

/** A column of ones. */
export function ones(xs: Float64Array): Float64Array {
  return new Float64Array(xs.length).fill(1);
}
