import type { Draws } from "../../core/index.ts";
import { sampleStringAtom } from "../../functions/index.ts";
import type { DrawnKinds, StringAtom } from "../../functions/index.ts";

/** An operation by its weight, with parameters drawn as released. */
export function sampleSingle(draws: Draws, from: DrawnKinds): StringAtom {
  return sampleStringAtom(draws.pick(from.operations), draws);
}
