import type { Json } from "../contract/index.ts";

/** Arguments nested more deeply than this are no arguments of any tool. */
const DEEPEST = 100;

/** Whether what was parsed can be written as JSON again: `1e999` is read as an infinity. */
export function isStorable(value: unknown, depth = 0): value is Json {
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value !== "object" || value === null) return true;
  if (depth >= DEEPEST) return false;
  return Object.values(value).every((part) => isStorable(part, depth + 1));
}
