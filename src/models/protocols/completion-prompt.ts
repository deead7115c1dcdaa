import type { ModelMessage } from "../../contract/index.ts";

/** A text for a model that only goes on with one. */
export interface CompletionPrompt {
  readonly text: string;
  /** Where the model would begin to speak for others. */
  readonly stop: readonly string[];
}

const USER = "User:";
const ASSISTANT = "Assistant:";

/**
 * A conversation as a text to go on with. One message of a user is sent as it is, to the byte;
 * several are set down turn by turn, and the model goes on as the assistant.
 */
export function completionPrompt(messages: readonly ModelMessage[]): CompletionPrompt {
  const [first, ...more] = messages;
  if (first?.role === "user" && more.length === 0) return { text: first.text, stop: [] };
  // A space behind the last mark would be a token of its own, which models hardly ever go on from.
  return { text: [...messages.map(turn), ASSISTANT].join("\n\n"), stop: [`\n${USER}`] };
}

function turn(message: ModelMessage): string {
  switch (message.role) {
    case "system":
      return message.text;
    case "user":
      return `${USER} ${message.text}`;
    case "assistant":
      return `${ASSISTANT} ${message.text.trim()}`;
    case "tool":
      return `Result of ${message.tool}: ${message.text}`;
  }
}
