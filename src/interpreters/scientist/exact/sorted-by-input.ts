import type { Reading } from "../laboratory.ts";

/** Readings from left to right. */
export function sortedByInput(readings: readonly Reading[]): readonly Reading[] {
  return readings.toSorted((a, b) => a.x - b.x);
}
