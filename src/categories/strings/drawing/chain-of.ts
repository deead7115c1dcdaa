import type { Joined, StringAtom, StringLaw } from "../functions/spec.ts";

/** The steps one after the other; a single one is a law by itself. */
export function chainOf(steps: readonly (StringAtom | Joined)[]): StringLaw {
  const [only, second] = steps;
  if (only === undefined) throw new RangeError("Expected a step at least; got none");
  return second === undefined ? only : { kind: "chain", steps };
}
