import type {
  AssistantMessage,
  Json,
  JsonObject,
  ModelMessage,
  ModelRequest,
  Reasoning,
} from "../../contract/index.ts";
import type { Habits } from "../habits.ts";
import { stringAt } from "../at.ts";
import { ANTHROPIC } from "./anthropic-reply.ts";
import { argumentsOf, offeredTools } from "./chat-request.ts";
import type { Target, Wire } from "./protocol.ts";
import { saysAnything, sentName, sentTurns } from "./sent-turns.ts";

/** What has to be given, and is asked for where nobody did. */
const USUAL_TOKENS = 8192;

/** A request as Anthropic's messages have it (https://platform.claude.com/docs/en/api/messages). */
export function writeAnthropic(request: ModelRequest, { name }: Target, habits: Habits): Wire {
  const { messages, maxTokens = USUAL_TOKENS, temperature, seed, stop, output } = request;
  const ignored = seed === undefined ? [] : ["seed"];
  const isCool = temperature !== undefined && habits.left.has("temperature");
  if (isCool) ignored.push("temperature");
  const system = messages.flatMap((message) => (message.role === "system" ? [message.text] : []));
  const { output_config: config, ...thinking } = thinkingOf(
    request.reasoningEffort,
    maxTokens,
    habits,
  );
  const form =
    output === undefined ? {} : { format: { type: "json_schema", schema: output.schema } };
  const asked: JsonObject = { ...config, ...form };
  const body: JsonObject = {
    model: name,
    max_tokens: maxTokens,
    stream: true,
    ...(system.length > 0 && { system: system.join("\n\n") }),
    messages: turnsOf(messages),
    ...(temperature !== undefined && !isCool && { temperature }),
    ...(stop !== undefined && { stop_sequences: stop }),
    ...thinking,
    ...(Object.keys(asked).length > 0 && { output_config: asked }),
    ...toolsOf(request, habits),
  };
  return { path: "/messages", body, ignored };
}

/** Shares of the reply's tokens that are thought, where only a number of tokens can be asked for. */
const SHARES: Readonly<Record<string, number>> = {
  minimal: 0.1,
  low: 0.2,
  medium: 0.5,
  high: 0.8,
  xhigh: 0.9,
  max: 0.95,
};
const LEAST_BUDGET = 1024;

/**
 * Models of today take an effort, those before them a number of tokens
 * (https://platform.claude.com/docs/en/build-with-claude/effort).
 */
function thinkingOf(
  effort: string | undefined,
  maxTokens: number,
  habits: Habits,
): { readonly thinking?: JsonObject; readonly output_config?: JsonObject } {
  if (effort === undefined) return {};
  if (effort === "none") return { thinking: { type: "disabled" } };
  if (habits.effort === "level")
    return { thinking: { type: "adaptive" }, output_config: { effort } };
  const share = Math.floor(maxTokens * (SHARES[effort] ?? 0.5));
  const budget = Math.min(Math.max(LEAST_BUDGET, share), maxTokens - 1);
  return { thinking: { type: "enabled", budget_tokens: budget } };
}

function toolsOf({ tools = [], toolChoice = "auto" }: ModelRequest, habits: Habits): JsonObject {
  if (tools.length === 0) return {};
  const [offered, choice] = offeredTools(tools, toolChoice, habits);
  const type = choice === "required" ? "any" : choice;
  return {
    tools: offered.map(({ name, description, parameters }) => ({
      name,
      description,
      input_schema: parameters,
    })),
    tool_choice: typeof type === "string" ? { type } : { type: "tool", name: type.tool },
  };
}

/** Turns of the user and of the assistant; results of tools are the user's. */
function turnsOf(messages: readonly ModelMessage[]): readonly Json[] {
  const turns: { readonly role: string; readonly content: JsonObject[] }[] = [];
  for (const message of sentTurns(
    messages.filter(({ role }) => role !== "system"),
    saysAnything,
  )) {
    const role = message.role === "assistant" ? "assistant" : "user";
    const last = turns.at(-1);
    if (last?.role === role) last.content.push(...blocksOf(message));
    else turns.push({ role, content: [...blocksOf(message)] });
  }
  return turns;
}

function blocksOf(message: ModelMessage): readonly JsonObject[] {
  switch (message.role) {
    case "system":
    case "user":
      return [{ type: "text", text: message.text }];
    case "assistant":
      return assistantBlocks(message);
    case "tool":
      return [
        {
          type: "tool_result",
          tool_use_id: message.call,
          content: message.text,
          ...(message.isError && { is_error: true }),
        },
      ];
  }
}

function assistantBlocks({ reasoning, text, toolCalls }: AssistantMessage): readonly JsonObject[] {
  return [
    ...reasoning.flatMap(thoughtBlock),
    // White space at its end is refused in the last turn, and an empty text everywhere.
    ...(text.trim() === "" ? [] : [{ type: "text", text: text.trimEnd() }]),
    ...toolCalls.map((call) => {
      const input = argumentsOf(call);
      const isObject = typeof input === "object" && input !== null && !Array.isArray(input);
      return {
        type: "tool_use",
        id: call.id,
        name: sentName(call.tool),
        input: isObject ? input : { unreadable: input },
      };
    }),
  ];
}

/** Only signed thinking may go back, and it has to. */
function thoughtBlock({ text, trace }: Reasoning): readonly JsonObject[] {
  const signature = stringAt(trace?.[ANTHROPIC], "signature");
  const data = stringAt(trace?.[ANTHROPIC], "redactedData");
  if (data !== "") return [{ type: "redacted_thinking", data }];
  return signature === "" ? [] : [{ type: "thinking", thinking: text, signature }];
}
