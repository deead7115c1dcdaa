import type { Draws } from "../../core/index.ts";
import { sampleStringAtom, stringKinds } from "../../functions/index.ts";
import type { StringAtom } from "../../functions/index.ts";

/** An operation, each as likely as any other, with parameters drawn as released. */
export function sampleSingle(draws: Draws): StringAtom {
  return sampleStringAtom(draws.pick(stringKinds), draws);
}
