import type { ProblemForm } from "../../../contract/index.ts";
import type { DialectName } from "../agent-options.ts";
import { expectedInputs } from "../ask-form.ts";

/** How to ask, in a dialect. */
export function manualOf(dialect: DialectName, mayAsk: boolean, form: ProblemForm): string {
  if (!mayAsk)
    return "You cannot try inputs of your own: everything there is to see is shown to you, and your first reply has to be your answer.";
  if (dialect === "tools")
    return "Call the tool `ask` to try inputs, several at a time. Each input costs one query, also when it was tried before; you are told after every call what is left. When you know enough, or nothing is left to spend, call the tool `answer`.";
  return `To try inputs, write a block like this one and nothing after it:

${blockOf(form)}

Give ${expectedInputs(form)}, or one input a line. Each input costs one query, also when it was tried before. The results come in the next message, with what is left; never make results up. When you know enough, or nothing is left to spend, write your answer instead of a block.`;
}

function blockOf({ arguments: { length: arity }, words }: ProblemForm): string {
  const rows = words.rows.map((parts) =>
    Array.from({ length: arity }, (_, i) => JSON.stringify(parts[i % parts.length])).join(", "),
  );
  return ["```ask", ...rows, "```"].join("\n");
}
