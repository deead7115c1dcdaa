import type {
  AssistantMessage,
  Json,
  JsonObject,
  ModelMessage,
  ModelRequest,
} from "../../contract/index.ts";
import { listAt, stringAt } from "../at.ts";
import type { Habits } from "../habits.ts";
import { argumentsOf, offeredTools, withInstructions } from "./chat-request.ts";
import { isOpenAiReasoner } from "./openai-names.ts";
import type { Target, Wire } from "./protocol.ts";
import { RESPONSES } from "./responses-reply.ts";
import { saysAnything, sentName, sentTurns } from "./sent-turns.ts";

/**
 * A request as OpenAI's Responses API has it (https://developers.openai.com/api/reference/responses).
 * Nothing is stored there: what was thought comes encrypted and goes back with its turn.
 */
export function writeResponses(request: ModelRequest, target: Target, habits: Habits): Wire {
  const { maxTokens, temperature, topLogProbs, output, reasoningEffort: effort } = request;
  const { left } = habits;
  const isReasoner = isOpenAiReasoner(target.name) && effort !== "none";
  const ignored = (["seed", "stop"] as const).filter((name) => request[name] !== undefined);
  const isCool = temperature !== undefined && (isReasoner || left.has("temperature"));
  const thinks = target.provider !== "openai" || isReasoner;
  const include = [
    ...(thinks && !left.has("include") ? ["reasoning.encrypted_content"] : []),
    ...(topLogProbs !== undefined && !isReasoner ? ["message.output_text.logprobs"] : []),
  ];
  const body: JsonObject = {
    model: target.name,
    input: inputOf(request.messages, habits),
    stream: true,
    store: false,
    ...(include.length > 0 && { include }),
    ...(maxTokens !== undefined && { max_output_tokens: maxTokens }),
    ...(temperature !== undefined && !isCool && { temperature }),
    ...(topLogProbs !== undefined && !isReasoner && { top_logprobs: topLogProbs }),
    ...(effort !== undefined && { reasoning: { effort } }),
    ...(output !== undefined && {
      text: { format: { type: "json_schema", name: output.name, schema: output.schema } },
    }),
    ...toolsOf(request, habits),
  };
  return {
    path: "/responses",
    body,
    ignored: [...ignored, ...(isCool ? ["temperature"] : [])],
  };
}

function toolsOf({ tools = [], toolChoice = "auto" }: ModelRequest, habits: Habits): JsonObject {
  if (tools.length === 0) return {};
  const [offered, choice] = offeredTools(tools, toolChoice, habits);
  return {
    tools: offered.map(({ name, description, parameters }) => ({
      type: "function",
      name,
      description,
      parameters,
      strict: false,
    })),
    tool_choice: typeof choice === "string" ? choice : { type: "function", name: choice.tool },
  };
}

function inputOf(messages: readonly ModelMessage[], habits: Habits): readonly Json[] {
  const turns = sentTurns(messages, (turn) => saysAnything(turn) || itemsOf(turn).length > 0);
  return withInstructions(turns, habits).flatMap((turn) => itemsFor(turn, habits));
}

function itemsFor(message: ModelMessage, { instructions }: Habits): readonly JsonObject[] {
  switch (message.role) {
    case "system":
      return [{ role: instructions === "system" ? "system" : "developer", content: message.text }];
    case "user":
      return [{ role: "user", content: message.text }];
    case "assistant":
      return assistantItems(message);
    case "tool":
      return [{ type: "function_call_output", call_id: message.call, output: message.text }];
  }
}

/** Items as they came, in their order; or what can be said of a turn that came another way. */
function assistantItems(message: AssistantMessage): readonly JsonObject[] {
  const kept = itemsOf(message);
  if (kept.length > 0) return kept;
  const { text, toolCalls } = message;
  return [
    ...(text === "" ? [] : [{ role: "assistant", content: text }]),
    ...toolCalls.map((call) => ({
      type: "function_call",
      call_id: call.id,
      name: sentName(call.tool),
      arguments: JSON.stringify(argumentsOf(call)),
    })),
  ];
}

/** A call whose result will not follow is left out, since the two belong together. */
function itemsOf({ reasoning, toolCalls }: AssistantMessage): readonly JsonObject[] {
  const ids = new Set(toolCalls.map(({ id }) => id));
  const items = reasoning.flatMap(({ trace }) => listAt(trace?.[RESPONSES], "items"));
  return (items as readonly JsonObject[]).filter(
    (item) => item["type"] !== "function_call" || ids.has(stringAt(item, "call_id")),
  );
}
