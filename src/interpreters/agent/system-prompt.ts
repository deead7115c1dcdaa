import type { Briefing } from "../../contract/index.ts";
import { regimeOf } from "./agent-options.ts";
import type { AgentOptions } from "./agent-options.ts";
import { filledTemplate } from "./filled-template.ts";
import { answerManual } from "./prompts/answer.ts";
import { hintsOf } from "./prompts/hints.ts";
import { manualOf } from "./prompts/manual.ts";
import { taskOf } from "./prompts/task.ts";
import { defaultTemplate } from "./prompts/template.ts";

/** What a model is told of a problem and of the ways to ask and to answer. */
export function systemPrompt(briefing: Briefing, options: AgentOptions): string {
  const { dialect, protocol, template } = options;
  return filledTemplate(template ?? defaultTemplate, {
    task: taskOf(briefing.domain),
    hints: hintsOf(briefing, protocol),
    manual: manualOf(dialect, regimeOf(options).mayAsk, briefing.domain),
    answer: answerManual(dialect, briefing),
  });
}
