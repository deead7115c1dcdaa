import type { InterpreterBriefing } from "../../contract/index.ts";
import { regimeOf } from "./agent-options.ts";
import type { AgentOptions } from "./agent-options.ts";
import { filledTemplate } from "./filled-template.ts";
import { answerManual } from "./prompts/answer.ts";
import { hintsOf } from "./prompts/hints.ts";
import { manualOf } from "./prompts/manual.ts";
import { defaultTemplate } from "./prompts/template.ts";

/** What a model is told of a problem and of the ways to ask and to answer. */
export function systemPrompt(briefing: InterpreterBriefing, options: AgentOptions): string {
  const { dialect, protocol, template } = options;
  return filledTemplate(template ?? defaultTemplate, {
    task: briefing.form.words.task,
    hints: hintsOf(briefing, protocol),
    manual: manualOf(dialect, regimeOf(options).mayAsk, briefing.form),
    answer: answerManual(dialect, briefing),
  });
}
