import { describe } from "../../src/categories/numeric/index.ts";
import type { NumericProblem, NumericSpec } from "../../src/categories/numeric/index.ts";
import { numericBriefing } from "../../src/categories/numeric/index.ts";

/** A problem of this spec alone, for tests. */
export function problemOf(spec: NumericSpec, seed = "a seed"): NumericProblem<NumericSpec> {
  const id = `problem-${seed.replaceAll(" ", "-")}`;
  return {
    id,
    category: "numeric",
    briefing: numericBriefing(256),
    truth: {
      id,
      seed,
      spec,
      description: describe(spec),
      tags: ["plain", "simple"],
      tests: { kind: "numeric", domain: 1000, region: 200, outside: 200 },
      quirks: [],
      provenance: { source: "recipe", recipe: "test", index: 0, rejected: {} },
      canary: "findbench canary test",
    },
  };
}
