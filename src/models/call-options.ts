import type {
  LanguageModelV3CallOptions,
  LanguageModelV3Message,
  LanguageModelV3ReasoningPart,
  LanguageModelV3TextPart,
  LanguageModelV3ToolCallPart,
  LanguageModelV3ToolChoice,
} from "@ai-sdk/provider";
import type {
  AssistantMessage,
  ModelMessage,
  ModelRequest,
  Reasoning,
  ToolCall,
  ToolMessage,
} from "../contract/index.ts";
import { mutable, optionsOf } from "./mutable.ts";

/** A request in the words of the providers' packages. */
export function callOptions(
  request: ModelRequest,
  signal: AbortSignal,
): LanguageModelV3CallOptions {
  const { tools, toolChoice, output, maxTokens, temperature, seed, stop } = request;
  return {
    prompt: request.messages.map(promptMessage),
    abortSignal: signal,
    ...(tools !== undefined &&
      tools.length > 0 && {
        tools: tools.map(({ name, description, parameters }) => ({
          type: "function",
          name,
          description,
          inputSchema: mutable(parameters),
        })),
        toolChoice: toolChoiceOf(toolChoice ?? "auto"),
      }),
    ...(output !== undefined && {
      responseFormat: { type: "json", name: output.name, schema: mutable(output.schema) },
    }),
    ...(maxTokens !== undefined && { maxOutputTokens: maxTokens }),
    ...(temperature !== undefined && { temperature }),
    ...(seed !== undefined && { seed }),
    ...(stop !== undefined && { stopSequences: [...stop] }),
  };
}

function toolChoiceOf(choice: NonNullable<ModelRequest["toolChoice"]>): LanguageModelV3ToolChoice {
  return typeof choice === "string" ? { type: choice } : { type: "tool", toolName: choice.tool };
}

function promptMessage(message: ModelMessage): LanguageModelV3Message {
  switch (message.role) {
    case "system":
      return { role: "system", content: message.text };
    case "user":
      return { role: "user", content: [{ type: "text", text: message.text }] };
    case "assistant":
      return assistantMessage(message);
    case "tool":
      return toolMessage(message);
  }
}

function assistantMessage({
  text,
  toolCalls,
  reasoning,
}: AssistantMessage): LanguageModelV3Message {
  return {
    role: "assistant",
    content: [...reasoning.map(reasoningPart), ...textParts(text), ...toolCalls.map(toolCallPart)],
  };
}

/** Some providers refuse an empty text. */
function textParts(text: string): LanguageModelV3TextPart[] {
  return text === "" ? [] : [{ type: "text", text }];
}

function reasoningPart({ text, trace }: Reasoning): LanguageModelV3ReasoningPart {
  return {
    type: "reasoning",
    text,
    ...(trace !== undefined && { providerOptions: optionsOf(trace) }),
  };
}

/** Providers refuse a conversation with broken arguments in it, so those are wrapped. */
function toolCallPart(call: ToolCall): LanguageModelV3ToolCallPart {
  return {
    type: "tool-call",
    toolCallId: call.id,
    toolName: call.tool,
    input: call.kind === "called" ? call.arguments : { unreadable: call.text },
    ...(call.trace !== undefined && { providerOptions: optionsOf(call.trace) }),
  };
}

function toolMessage({ call, tool, text, isError }: ToolMessage): LanguageModelV3Message {
  return {
    role: "tool",
    content: [
      {
        type: "tool-result",
        toolCallId: call,
        toolName: tool,
        output: { type: isError ? "error-text" : "text", value: text },
      },
    ],
  };
}
