import { squared } from "../../../core/index.ts";
import { evaluate } from "../../../categories/numeric/index.ts";
import type { CorruptedRegion, Law } from "../../../categories/numeric/index.ts";
import type { Reading } from "../laboratory.ts";
import type { Edges } from "./edges-of.ts";
import { placeOf } from "./find-edge.ts";
import { replacementOf } from "./replacement-of.ts";
import { sortedByInput } from "./sorted-by-input.ts";

/** A stretch in which a law does not hold, and what its readings look like. */
export interface Found {
  readonly region: CorruptedRegion;
  /** Standard deviation around the replacement, two digits. */
  readonly spread: number;
  readonly scatter: "per-input" | "per-call";
  /** Whether no structure remains around the replacement. */
  readonly isPlausible: boolean;
}

/** How much larger the spread may be than that between many neighbours; with few it may be more. */
const UNSTRUCTURED = 1.6;

/** The stretch between two edges with what stands there instead of the law. */
export function regionOf(law: Law, { left, right }: Edges, readings: readonly Reading[]): Found {
  const inside = readings.filter(
    ({ x }) => (left === null || x >= left.far) && (right === null || x <= right.far),
  );
  const { replacement, spread } = replacementOf(law, inside);
  const [from, to] = [left === null ? null : placeOf(left), right === null ? null : placeOf(right)];
  return {
    region: { from, to, replacement },
    spread: Number(spread.toPrecision(2)),
    scatter: scatterOf(inside),
    isPlausible: isPlausible(inside, replacement, spread),
  };
}

/**
 * Whether what is left of the readings after the replacement changes from one to the next as much as
 * at all, so that no structure remains: von Neumann, 1941, https://doi.org/10.1214/aoms/1177731677.
 */
function isPlausible(
  inside: readonly Reading[],
  replacement: CorruptedRegion["replacement"],
  spread: number,
): boolean {
  const sorted = sortedByInput(inside);
  if (sorted.length < 6) return true;
  const { re } = evaluate(
    replacement,
    Float64Array.from(sorted, ({ x }) => x),
  );
  const rests = sorted.map(({ y }, i) => y - (re[i] ?? 0));
  const steps = rests.slice(1).map((rest, i) => squared(rest - (rests[i] ?? rest)));
  const local = Math.sqrt(steps.reduce((sum, step) => sum + step, 0) / (2 * steps.length));
  const size = sorted.reduce((most, { y }) => Math.max(most, Math.abs(y)), 0);
  return (
    Number.isFinite(spread) &&
    spread <= (UNSTRUCTURED + 4 / Math.sqrt(sorted.length)) * local + 1e-7 * size
  );
}

/** Per call where the same input gave two answers. */
function scatterOf(inside: readonly Reading[]): "per-input" | "per-call" {
  const seen = new Map<number, number>();
  for (const { x, y } of inside) {
    if (seen.has(x) && seen.get(x) !== y) return "per-call";
    seen.set(x, y);
  }
  return "per-input";
}
