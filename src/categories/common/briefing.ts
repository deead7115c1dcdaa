import type { Briefing } from "../../contract/index.ts";

/** Half the width of the domain that every numeric problem states, whatever its family. */
const HALF_WIDTH = 128;

/** The briefing of a numeric problem; every argument has the same domain. */
export function numericBriefing(budget: number | null, count = 1): Briefing {
  return {
    category: "numeric",
    domain: {
      kind: "numeric",
      arguments: Array.from({ length: count }, () => ({ from: -HALF_WIDTH, to: HALF_WIDTH })),
    },
    hints: [],
    budget,
    rounds: null,
    answer: { languages: ["javascript", "python"], regions: true },
  };
}

/** The briefing of a problem about a function of one text or of two. */
export function stringBriefing(budget: number | null, texts = 1): Briefing {
  return {
    category: "strings",
    domain: { kind: "strings", texts },
    hints: [],
    budget,
    rounds: null,
    answer: { languages: ["javascript", "python"], regions: false },
  };
}
