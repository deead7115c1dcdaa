import type { Domain } from "../../../contract/index.ts";
import type { DialectName } from "../agent-options.ts";
import { arityOfDomain } from "../arity-of-domain.ts";
import { expectedInputs } from "../ask-form.ts";

/** How to ask, in a dialect. */
export function manualOf(dialect: DialectName, mayAsk: boolean, domain: Domain): string {
  if (!mayAsk)
    return "You cannot try inputs of your own: everything there is to see is shown to you, and your first reply has to be your answer.";
  if (dialect === "tools")
    return "Call the tool `ask` to try inputs, several at a time. Each input costs one query, also when it was tried before; you are told after every call what is left. When you know enough, or nothing is left to spend, call the tool `answer`.";
  return `To try inputs, write a block like this one and nothing after it:

${blockOf(domain)}

Give ${expectedInputs(domain)}, or one input a line. Each input costs one query, also when it was tried before. The results come in the next message, with what is left; never make results up. When you know enough, or nothing is left to spend, write your answer instead of a block.`;
}

function blockOf(domain: Domain): string {
  const arity = arityOfDomain(domain);
  const row = (parts: readonly (number | string)[]): string =>
    Array.from({ length: arity }, (_, i) => JSON.stringify(parts[i % parts.length])).join(", ");
  const rows =
    domain.kind === "numeric"
      ? [row([-1.5, 4]), row([20, 0.25])]
      : [row(["Some text", "other"]), row(["x 1", ""])];
  return ["```ask", ...rows, "```"].join("\n");
}
