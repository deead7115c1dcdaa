import type { Input, QueryBatch } from "../contract/index.ts";

/** The inputs of a round that counted as queries: answered with a value, or undefined there. */
export function answeredInputs({ inputs, missing }: QueryBatch): readonly Input[] {
  const free = new Set(
    missing.flatMap(({ kind, indices }) => (kind === "undefined" ? [] : indices)),
  );
  return inputs.filter((_, index) => !free.has(index));
}
