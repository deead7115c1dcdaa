import type { Briefing, InterpreterBriefing } from "../src/contract/index.ts";
import { categoryOf } from "../src/categories/index.ts";

/** A briefing as a run hands it to an interpreter. */
export function interpreterBriefing(briefing: Briefing): InterpreterBriefing {
  return { ...briefing, form: categoryOf(briefing.category).form(briefing.domain) };
}
