import type {
  AssistantMessage,
  Json,
  JsonObject,
  ModelMessage,
  ModelRequest,
  ToolCall,
} from "../../contract/index.ts";
import type { Habits } from "../habits.ts";
import { callExtras, CHAT, detailFields, thinkingFields } from "./chat-reply.ts";
import { isOpenAiReasoner } from "./openai-names.ts";
import type { Target, Wire } from "./protocol.ts";
import { saysAnything, sentName, sentTurns } from "./sent-turns.ts";

/** A request as chat completions have it. */
export function writeChat(request: ModelRequest, target: Target, habits: Habits): Wire {
  const ignored: string[] = [];
  const { left } = habits;
  const isReasoner =
    /^(?:openai|azure)/u.test(target.provider) &&
    isOpenAiReasoner(target.name) &&
    request.reasoningEffort !== "none";
  const unless = (name: string, isOut: boolean, part: JsonObject): JsonObject => {
    if (!isOut && !left.has(name)) return part;
    ignored.push(name);
    return {};
  };
  const { maxTokens, temperature, seed, stop, topLogProbs, output } = request;
  const body: JsonObject = {
    model: target.name,
    messages: chatMessages(request.messages, habits),
    stream: true,
    ...(left.has("stream_options") ? {} : { stream_options: { include_usage: true } }),
    ...(maxTokens !== undefined && { [habits.tokenLimit]: maxTokens }),
    ...(temperature !== undefined && unless("temperature", isReasoner, { temperature })),
    ...(seed !== undefined && unless("seed", false, { seed })),
    ...(stop !== undefined && unless("stop", false, { stop })),
    ...(topLogProbs !== undefined &&
      (isReasoner || left.has("logprobs") ? {} : { logprobs: true, top_logprobs: topLogProbs })),
    ...(output !== undefined &&
      unless("response_format", false, {
        response_format: {
          type: "json_schema",
          json_schema: { name: output.name, schema: output.schema },
        },
      })),
    ...effortOf(request.reasoningEffort, target),
    ...toolsOf(request, habits),
  };
  return { path: "/chat/completions", body, ignored };
}

/**
 * How much the model is to think; OpenRouter has an object of its own
 * (https://openrouter.ai/docs/guides/best-practices/reasoning-tokens), DeepSeek a switch for none at all
 * (https://api-docs.deepseek.com/guides/thinking_mode).
 */
function effortOf(effort: string | undefined, { provider }: Target): JsonObject {
  if (effort === undefined) return {};
  if (provider === "openrouter") return { reasoning: { effort } };
  if (provider === "deepseek" && effort === "none") return { thinking: { type: "disabled" } };
  return { reasoning_effort: effort };
}

/** A forced tool that the server refuses to force is the only one that is left. */
function toolsOf({ tools = [], toolChoice = "auto" }: ModelRequest, habits: Habits): JsonObject {
  if (tools.length === 0) return {};
  const [offered, choice] = offeredTools(tools, toolChoice, habits);
  return {
    tools: offered.map(({ name, description, parameters }) => ({
      type: "function",
      function: { name, description, parameters },
    })),
    tool_choice:
      typeof choice === "string" ? choice : { type: "function", function: { name: choice.tool } },
  };
}

type Tools = NonNullable<ModelRequest["tools"]>;
type Choice = NonNullable<ModelRequest["toolChoice"]>;

/** What is offered and asked for where a tool cannot be forced: that tool alone, as `auto`. */
export function offeredTools(
  tools: Tools,
  choice: Choice,
  { forcesTools }: Habits,
): readonly [Tools, Choice] {
  if (forcesTools || choice === "auto" || choice === "none") return [tools, choice];
  if (choice === "required") return [tools, "auto"];
  return [tools.filter(({ name }) => name === choice.tool), "auto"];
}

function chatMessages(messages: readonly ModelMessage[], habits: Habits): readonly Json[] {
  const turns = sentTurns(messages, (message) => saysAnything(message));
  return withInstructions(turns, habits).map((message) => chatMessage(message, habits));
}

/** Instructions before the first message, where a server knows no role for them. */
export function withInstructions(
  turns: readonly ModelMessage[],
  { instructions }: Habits,
): readonly ModelMessage[] {
  if (instructions !== "user") return turns;
  return sentTurns(
    turns.map((turn) => (turn.role === "system" ? { role: "user", text: turn.text } : turn)),
  );
}

function chatMessage(message: ModelMessage, habits: Habits): JsonObject {
  switch (message.role) {
    case "system":
      return {
        role: habits.instructions === "developer" ? "developer" : "system",
        content: message.text,
      };
    case "user":
      return { role: "user", content: message.text };
    case "assistant":
      return assistantMessage(message, habits);
    case "tool":
      return { role: "tool", tool_call_id: message.call, content: message.text };
  }
}

function assistantMessage(message: AssistantMessage, habits: Habits): JsonObject {
  const { text, toolCalls } = message;
  return {
    role: "assistant",
    content: text === "" && toolCalls.length > 0 ? null : text,
    ...sentThinking(message, habits),
    ...(toolCalls.length > 0 && { tool_calls: toolCalls.map((call) => sentCall(call, habits)) }),
  };
}

/** Thinking under the name that it came by, where the server asks for it. */
function sentThinking(
  { reasoning, toolCalls }: AssistantMessage,
  { thinking, sendsDetails }: Habits,
): JsonObject {
  const parts: Record<string, Json> = {};
  const isWanted = thinking === "all" || (thinking === "calls" && toolCalls.length > 0);
  // DeepSeek asks for the field with every call, thought about or not.
  if (isWanted) parts[fieldOf(reasoning)] = reasoning.map(({ text }) => text).join("");
  if (sendsDetails)
    for (const { trace } of reasoning)
      for (const field of detailFields) {
        const details = trace?.[CHAT]?.[field];
        if (details !== undefined) parts[field] = details;
      }
  return parts;
}

function fieldOf(reasoning: AssistantMessage["reasoning"]): string {
  const told = reasoning.map(({ trace }) => trace?.[CHAT]?.["field"]);
  return thinkingFields.find((field) => told.includes(field)) ?? thinkingFields[0];
}

/** Arguments that were no JSON are wrapped: servers refuse a conversation with broken ones in it. */
function sentCall(call: ToolCall, { sendsDetails }: Habits): JsonObject {
  const extras = call.trace?.[CHAT] ?? {};
  return {
    id: call.id,
    type: "function",
    function: { name: sentName(call.tool), arguments: JSON.stringify(argumentsOf(call)) },
    ...(sendsDetails &&
      Object.fromEntries(
        callExtras.flatMap((field) => {
          const extra = extras[field];
          return extra === undefined ? [] : [[field, extra]];
        }),
      )),
  };
}

/** What is sent back as the arguments of a call. */
export function argumentsOf(call: ToolCall): Json {
  return call.kind === "called" ? call.arguments : { unreadable: call.text };
}
