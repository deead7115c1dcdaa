import { log2, wholePower } from "../../../core/index.ts";
import type { Law } from "../../../categories/numeric/index.ts";
import { placesOf } from "../decimals.ts";

/** What naming a family or an operation costs, in bits. */
const NAME = 5;
/** What a stretch in which a law does not hold costs, and each reading there. */
const STRETCH = 40;
const MISS = 8;

/** The description length of a law in bits: its families, operations and decimals. */
export function bitsOf(law: Law): number {
  return sizeOf(law);
}

/** The bits of readings that a law leaves unexplained. */
export function bitsOfMisses(count: number): number {
  return count === 0 ? 0 : STRETCH + MISS * count;
}

function sizeOf(value: unknown): number {
  if (typeof value === "number")
    return 2 + log2(1 + Math.abs(value) * wholePower(10, placesOf(value)));
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + sizeOf(item), 1);
  if (typeof value !== "object" || value === null) return 0;
  return Object.values(value).reduce<number>((sum, item) => sum + sizeOf(item), NAME);
}
