import type { Briefing } from "../contract/index.ts";

/** Half the width of the domain that every numeric problem states, whatever its family. */
const HALF_WIDTH = 128;

/** The briefing of a numeric problem with one argument. */
export function numericBriefing(budget: number | null): Briefing {
  return {
    category: "numeric",
    domain: { kind: "numeric", arguments: [{ from: -HALF_WIDTH, to: HALF_WIDTH }] },
    hints: [],
    budget,
    rounds: null,
    answer: { languages: ["javascript", "python"], regions: true },
  };
}
