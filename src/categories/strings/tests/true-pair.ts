import type { TextPair } from "../problem.ts";
import type { Draws } from "../../../core/index.ts";
import { serveText } from "../functions/serve-text.ts";
import type { StringSpec } from "../functions/spec.ts";

/** An input with what the function gives for it, once. */
export function truePair(spec: StringSpec, input: readonly string[], draws: Draws): TextPair {
  const result = serveText(spec, input, draws);
  return { input, output: typeof result === "string" ? result : null };
}
