import type { Briefing, InterpreterBriefing } from "../../src/contract/index.ts";
import { categoryOf } from "../../src/categories/index.ts";

/** A briefing as an interpreter gets it in a run. */
export function formed<B extends Briefing>(briefing: B): B & InterpreterBriefing {
  return { ...briefing, form: categoryOf(briefing.category).form(briefing.domain) };
}
