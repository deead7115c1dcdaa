import type { LanguageModelV3StreamPart, LanguageModelV3ToolCall } from "@ai-sdk/provider";
import { parseJson } from "../core/index.ts";
import type { ProviderTrace, Reasoning, TokenLogProbs, ToolCall } from "../contract/index.ts";
import { at } from "./at.ts";
import { isStorable } from "./is-storable.ts";
import { readLogProbs } from "./log-probs.ts";
import { readRawChunk } from "./raw-chunk.ts";

/** A reply that is still being listened to. */
export interface ReplyDraft {
  text: string;
  readonly toolCalls: ToolCall[];
  /** By the provider's id of the block. */
  readonly reasoning: Map<string, Reasoning>;
  readonly ignored: string[];
  /** How many of the likeliest tokens are listened to at each place; `null` where none were asked for. */
  readonly topLogProbs: number | null;
  readonly logProbs: TokenLogProbs[];
  servedModel: string | null;
  /** The text of a refusal, where it is told apart from other text. */
  refusal: string;
  /** Characters so far, thinking and unfinished tool calls included. */
  characters: number;
  finish: Extract<LanguageModelV3StreamPart, { type: "finish" }> | null;
}

/** A reply of which nothing was heard yet. */
export function emptyDraft(topLogProbs: number | null): ReplyDraft {
  return {
    text: "",
    toolCalls: [],
    reasoning: new Map(),
    ignored: [],
    topLogProbs,
    logProbs: [],
    servedModel: null,
    refusal: "",
    characters: 0,
    finish: null,
  };
}

/** Adds what was heard; a fault that the provider reports in its stream is thrown. */
export function addPart(draft: ReplyDraft, part: LanguageModelV3StreamPart): void {
  if ("delta" in part) draft.characters += part.delta.length;
  switch (part.type) {
    case "error":
      throw part.error;
    case "finish":
      draft.finish = part;
      break;
    case "text-delta":
      draft.text += part.delta;
      break;
    case "reasoning-start":
    case "reasoning-delta":
    case "reasoning-end":
      addReasoning(draft, part);
      break;
    case "tool-call":
      draft.toolCalls.push(toolCallOf(part));
      break;
    case "response-metadata":
      draft.servedModel = part.modelId ?? draft.servedModel;
      break;
    case "raw":
      addRaw(draft, part.rawValue);
      break;
    case "stream-start":
      draft.ignored.push(
        ...part.warnings.map((warning) =>
          warning.type === "other" ? warning.message : warning.feature,
        ),
      );
      break;
    case "text-start":
    case "text-end":
    case "tool-input-start":
    case "tool-input-delta":
    case "tool-input-end":
    case "tool-approval-request":
    case "tool-result":
    case "file":
    case "source":
      break;
  }
}

function addRaw(draft: ReplyDraft, raw: unknown): void {
  const { servedModel, refusal } = readRawChunk(raw);
  draft.servedModel ??= servedModel;
  draft.refusal += refusal;
  if (draft.topLogProbs === null) return;
  const told = at(at(at(raw, "choices"), 0), "logprobs");
  for (const place of readLogProbs(told, draft.topLogProbs)) draft.logProbs.push(place);
}

type ReasoningPart = Extract<LanguageModelV3StreamPart, { type: `reasoning-${string}` }>;

/** The last word on a block of thinking is what the provider wants back. */
function addReasoning({ reasoning }: ReplyDraft, part: ReasoningPart): void {
  const before = reasoning.get(part.id);
  const text = (before?.text ?? "") + ("delta" in part ? part.delta : "");
  const trace = part.providerMetadata ?? before?.trace;
  reasoning.set(part.id, { text, ...(trace !== undefined && { trace: trace as ProviderTrace }) });
}

/** A call without arguments is written as nothing at all by some. */
function toolCallOf(part: LanguageModelV3ToolCall): ToolCall {
  const { toolCallId, toolName, input, providerMetadata } = part;
  const call = {
    id: toolCallId,
    tool: toolName,
    ...(providerMetadata !== undefined && { trace: providerMetadata as ProviderTrace }),
  };
  const parsed = parseJson(input.trim() === "" ? "{}" : input);
  return parsed.kind === "json" && isStorable(parsed.value)
    ? { kind: "called", ...call, arguments: parsed.value }
    : { kind: "malformed", ...call, text: input };
}
