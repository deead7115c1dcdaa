import type { Interpretation } from "../../contract/index.ts";
import { LONGEST_ANSWER } from "./limits.ts";

/** The interpretation of a model that gave none. */
export function abstained(description: string, raw: string): Interpretation {
  return {
    description,
    code: null,
    regions: [],
    noise: null,
    exceptions: [],
    concepts: [],
    confidence: null,
    abstained: true,
    raw: raw === "" ? null : raw.slice(0, LONGEST_ANSWER),
  };
}
