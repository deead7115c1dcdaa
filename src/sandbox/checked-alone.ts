import type { Execution } from "../contract/index.ts";
import { BenchError } from "../core/index.ts";

/** Which inputs are also asked alone, and which again, by indices that are each that of an input. */
export function checkedAlone({ alone = [], again = [], inputs }: Execution): {
  readonly alone: readonly number[];
  readonly again: readonly number[];
} {
  const odd = [...alone, ...again].find((index) => inputs[index] === undefined);
  if (odd === undefined) return { alone, again };
  throw new BenchError(
    "bad-argument",
    `Expected indices of ${inputs.length} inputs to ask alone or again; got ${odd}; give indices of inputs`,
  );
}
