import type { AssistantMessage, ModelMessage } from "../../contract/index.ts";

/**
 * The turns of a conversation as servers take them: without empty ones, which most refuse, and with
 * what a user says on end as one, since templates of some models want turns to alternate.
 */
export function sentTurns(
  messages: readonly ModelMessage[],
  isSaid: (message: AssistantMessage) => boolean = saysAnything,
): readonly ModelMessage[] {
  const turns: ModelMessage[] = [];
  for (const message of messages) {
    const last = turns.at(-1);
    if (message.role === "assistant" && !isSaid(message)) continue;
    if (message.role === "user" && last?.role === "user")
      turns[turns.length - 1] = { role: "user", text: `${last.text}\n\n${message.text}` };
    else turns.push(message);
  }
  return turns;
}

/** Whether a turn has a text or a call. */
export function saysAnything({ text, toolCalls }: AssistantMessage): boolean {
  return text.trim() !== "" || toolCalls.length > 0;
}

/** The longest name that OpenAI's interfaces take for a tool. */
const LONGEST_NAME = 64;

/** A name that every server takes: one with other characters would be refused with its whole turn. */
export function sentName(name: string): string {
  const plain = name.replaceAll(/[^\w-]+/gu, "_").slice(0, LONGEST_NAME);
  return plain === "" ? "unnamed" : plain;
}
