import type { Input } from "../../contract/index.ts";

/** Inputs row by row: a number each, or a list of one number per argument. */
export function inputRows(columns: readonly Float64Array[]): readonly Input[] {
  const [first = new Float64Array()] = columns;
  if (columns.length === 1) return [...first];
  return Array.from(first, (_, i) => columns.map((column) => column[i] ?? 0));
}
