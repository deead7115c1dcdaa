import { arityOfText, describeText } from "../../src/categories/strings/index.ts";
import type { StringProblem, StringSpec } from "../../src/categories/strings/index.ts";
import { stringBriefing } from "../../src/categories/strings/index.ts";

/** A problem of this string function alone, for tests. */
export function textProblem(spec: StringSpec, seed = "a seed"): StringProblem {
  const id = `problem-${seed.replaceAll(" ", "-")}`;
  return {
    id,
    category: "strings",
    briefing: stringBriefing(128, arityOfText(spec)),
    truth: {
      id,
      seed,
      spec,
      description: describeText(spec),
      tags: ["plain", "single"],
      tests: { kind: "strings", pairs: [], triplets: [], hardTriplets: [], hidden: 250 },
      quirks: [],
      provenance: { source: "recipe", recipe: "test", index: 0, rejected: {} },
      canary: "findbench canary test",
    },
  };
}
