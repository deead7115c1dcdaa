import type { InterpreterBriefing } from "../../../contract/index.ts";
import type { Protocol } from "../agent-options.ts";

/** What a run gives away beforehand; empty for most. */
export function hintsOf({ form, hints }: InterpreterBriefing, protocol: Protocol): string {
  const own = protocol === "find" ? form.words.publishedHints : [];
  return [...own, ...hints].join("\n");
}
