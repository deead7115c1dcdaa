import { matches } from "./matches.ts";
import type { StringSpec } from "./spec.ts";

/** Tells which inputs are local exceptions; `null` for a function without any. */
export function exceptionOf(spec: StringSpec): ((texts: readonly string[]) => boolean) | null {
  if (spec.kind !== "excepted") return null;
  return ([text = ""]) => matches(spec.when, text);
}
