import { distributionOf } from "../functions/distribution-of.ts";
import type { StringSpec } from "../functions/spec.ts";

/** Everything that a function can give for an input, sorted; `null` for no text. */
export function outputsOf(spec: StringSpec, input: readonly string[]): readonly (string | null)[] {
  const results = distributionOf(spec, input).map(({ result }) =>
    typeof result === "string" ? result : null,
  );
  return [...new Set(results)].toSorted((a, b) => (ranked(a) < ranked(b) ? -1 : 1));
}

/** No text goes before any text. */
function ranked(output: string | null): string {
  return output === null ? "" : `.${output}`;
}
