import type { Draws } from "../../../core/index.ts";
import { sampleStringAtom } from "../functions/sample.ts";
import type { DrawnKinds } from "../functions/drawn-kinds.ts";
import type { StringAtom } from "../functions/spec.ts";

/** An operation by its weight, with parameters drawn as released. */
export function sampleSingle(draws: Draws, from: DrawnKinds): StringAtom {
  return sampleStringAtom(draws.pick(from.operations), draws);
}
