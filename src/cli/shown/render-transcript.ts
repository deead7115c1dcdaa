import type { AnsweredCall, ModelMessage, ToolCall } from "../../contract/index.ts";
import { entry } from "./entry.ts";

/**
 * What a language model was told and what it said, word for word, call by call: nothing is shortened
 * or wrapped, and what was told before is not told again.
 */
export function renderTranscript(calls: readonly AnsweredCall[]): string[] {
  return calls.flatMap(({ place, request, reply }) => [
    "",
    ...entry(`Call ${place.ordinal}`, [toldOf(reply)]),
    ...request.messages.flatMap((message) => messageLines(message, "told")),
    ...messageLines(reply.message, "said"),
  ]);
}

function toldOf({ servedModel, finish, usage, cost }: AnsweredCall["reply"]): string {
  const tokens = (count: number | null): string => (count === null ? "?" : String(count));
  const price = cost.list === null ? "" : `, $${cost.list.toFixed(4)}`;
  return `${servedModel ?? "a model without a name"}: ${tokens(usage.input)} tokens in, ${tokens(usage.output)} out${price}, ended by ${finish}`;
}

/** A model's own words come back with the next request; there they are told by the call before. */
function messageLines(message: ModelMessage, how: "told" | "said"): string[] {
  switch (message.role) {
    case "system":
      return entry("Instructions", linesOf(message.text));
    case "user":
      return entry("User", linesOf(message.text));
    case "tool":
      return entry(
        `Result of ${message.tool}${message.isError ? " (refused)" : ""}`,
        linesOf(message.text),
      );
    case "assistant": {
      if (how === "told") return [];
      const { reasoning, text, toolCalls } = message;
      return [
        ...reasoning.flatMap((thought) => optional("Thinks", thought.text)),
        ...optional("Says", text),
        ...toolCalls.flatMap((call) => entry(`Calls ${call.tool}`, argumentLines(call))),
      ];
    }
  }
}

function optional(label: string, text: string): string[] {
  return text.trim() === "" ? [] : entry(label, linesOf(text));
}

/** Arguments as JSON, with texts of several lines, such as programs, as the lines that they are. */
function argumentLines(call: ToolCall): string[] {
  if (call.kind === "malformed") return linesOf(call.text);
  const { arguments: given } = call;
  if (typeof given !== "object" || given === null || Array.isArray(given))
    return [JSON.stringify(given)];
  return Object.entries(given).flatMap(([name, value]) =>
    typeof value === "string" && value.includes("\n")
      ? [`${name}:`, ...linesOf(value).map((line) => `  ${line}`)]
      : [`${name}: ${JSON.stringify(value)}`],
  );
}

function linesOf(text: string): string[] {
  return text.trimEnd().split("\n");
}
