import type { AssistantMessage, ModelMessage } from "../../contract/index.ts";

/** What is said to one move of a model. */
export interface Told {
  readonly text: string;
  readonly isError: boolean;
}

/** The messages that answer a reply: one for each call of a tool, or else one in all. */
export function repliesTo(
  { toolCalls }: AssistantMessage,
  told: readonly Told[],
  ending: string,
): readonly ModelMessage[] {
  if (toolCalls.length === 0)
    return [{ role: "user", text: [...told.map(({ text }) => text), ending].join("\n\n") }];
  return toolCalls.map(({ id, tool }, i) => {
    const { text, isError } = told[i] ?? told.at(-1) ?? { text: "", isError: true };
    const isLast = i === toolCalls.length - 1;
    return { role: "tool", call: id, tool, text: isLast ? `${text}\n\n${ending}` : text, isError };
  });
}
