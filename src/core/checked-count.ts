import { BenchError } from "./errors.ts";

/** A whole number of things, 1 or more. Throws `bad-argument` for any other. */
export function checkedCount(things: string, count: number): number {
  if (Number.isSafeInteger(count) && count >= 1) return count;
  throw new BenchError(
    "bad-argument",
    `Expected a whole number of ${things}, 1 or more; got ${count}; give such a number`,
    { data: { [things]: count } },
  );
}
