import type { Draws } from "../../../core/index.ts";
import { sampleStringAtom } from "../functions/sample.ts";
import { stringKinds } from "../functions/operations.ts";
import type { StringAtom } from "../functions/spec.ts";

/** An operation, each as likely as any other, with parameters drawn as released. */
export function sampleSingle(draws: Draws): StringAtom {
  return sampleStringAtom(draws.pick(stringKinds), draws);
}
