import type { Assignment, ModelMessage } from "../../contract/index.ts";
import { regimeOf } from "./agent-options.ts";
import type { AgentOptions } from "./agent-options.ts";
import { systemPrompt } from "./system-prompt.ts";
import { toldAnswers } from "./told-answers.ts";
import { whatIsLeft } from "./what-is-left.ts";

/** Examples that are shown where nothing can be asked, and where some of the budget is to stay. */
const MOST_SHOWN = 64;
const MOST_GIVEN = 32;

/** The messages that a conversation begins with; examples are asked for here. */
export async function opening(
  assignment: Pick<Assignment, "probe" | "briefing" | "chance">,
  options: AgentOptions,
  signal: AbortSignal,
): Promise<readonly ModelMessage[]> {
  const { probe, briefing } = assignment;
  const { mayAsk, turns } = regimeOf(options);
  const examples = await toldExamples(assignment, options, signal);
  const text = [examples, whatIsLeft(probe, turns, mayAsk)].filter((part) => part !== "");
  return [
    { role: "system", text: systemPrompt(briefing, options) },
    { role: "user", text: text.join("\n\n") },
  ];
}

async function toldExamples(
  { probe, briefing, chance }: Pick<Assignment, "probe" | "briefing" | "chance">,
  options: AgentOptions,
  signal: AbortSignal,
): Promise<string> {
  const { examples, mayAsk } = regimeOf(options);
  if (examples === "none") return "";
  const queries = probe.remaining().queries ?? Infinity;
  const count = mayAsk
    ? Math.min(MOST_GIVEN, Math.floor(queries / 2))
    : Math.min(MOST_SHOWN, queries);
  const inputs = briefing.form.exampleInputs(count, chance.fork("examples"));
  if (inputs.length === 0) return "There are no examples: no query can be spent on them.";
  if (examples === "inputs")
    return `You do well to begin with these inputs:\n${JSON.stringify(inputs)}`;
  const answers = await probe.ask(inputs, signal);
  return `These examples were asked for you:\n${toldAnswers(inputs, answers)}`;
}
