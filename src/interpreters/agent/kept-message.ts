import type { AssistantMessage } from "../../contract/index.ts";
import { LONGEST_ANSWER } from "./limits.ts";

/** A reply as it stays in the conversation: without endless texts, and calls only where tools are. */
export function keptMessage(message: AssistantMessage, hasTools: boolean): AssistantMessage {
  const { text, toolCalls } = message;
  return {
    ...message,
    text: text.slice(0, LONGEST_ANSWER),
    toolCalls: hasTools
      ? toolCalls.map((call) =>
          call.kind === "malformed" ? { ...call, text: call.text.slice(0, LONGEST_ANSWER) } : call,
        )
      : [],
  };
}
