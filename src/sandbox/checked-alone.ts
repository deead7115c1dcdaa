import type { Execution } from "../contract/index.ts";
import { BenchError } from "../core/index.ts";

/** The indices of the inputs that are also asked alone, each that of an input. */
export function checkedAlone({ alone = [], inputs }: Execution): readonly number[] {
  const odd = alone.find((index) => inputs[index] === undefined);
  if (odd === undefined) return alone;
  throw new BenchError(
    "bad-argument",
    `Expected indices of ${inputs.length} inputs to ask alone; got ${odd}; give indices of inputs`,
  );
}
