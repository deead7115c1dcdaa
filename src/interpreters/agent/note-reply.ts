import type { Assignment, ModelReply } from "../../contract/index.ts";
import { LONGEST_TEXT } from "./limits.ts";

/** Takes down what a model thought aloud, and how its reply ended where it did not end well. */
export function noteReply(
  { message, finish, rawFinish }: ModelReply,
  log: Assignment["log"],
): void {
  for (const { text } of message.reasoning) note("reasoning", text);
  note("thought", message.text);
  switch (finish) {
    case "refused":
    case "length":
    case "cut-off":
    case "malformed-call":
      note(finish, `The reply ended as ${rawFinish ?? finish}.`);
      break;
    case "stop":
    case "tool-calls":
    case "other":
      break;
  }

  function note(topic: string, text: string): void {
    if (text.trim() !== "") log({ topic, text: text.slice(0, LONGEST_TEXT) });
  }
}
