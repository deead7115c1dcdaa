import type { LanguageModelV3FinishReason, LanguageModelV3StreamPart } from "@ai-sdk/provider";
import type { FinishReason, ModelReply, ModelRequest, TokenUsage } from "../contract/index.ts";
import { Overlong } from "./http-fetch.ts";
import { causeOf } from "./cause-of.ts";
import type { Connection } from "./connection.ts";
import { addPart, emptyDraft, type ReplyDraft } from "./reply-draft.ts";
import type { Timer } from "./timer.ts";
import { watchSilence } from "./watch-silence.ts";

/** How much of a reply is listened to, and for how long. */
export interface ReplyLimits {
  /** Bytes on the wire, with all that the protocol puts around the text. */
  readonly bytes: number;
  /** Characters of text, thinking and arguments together. */
  readonly characters: number;
  /** Milliseconds without a word until a server counts as gone. */
  readonly silence: number;
}

/** A reply as one request brought it, without its price. */
export interface CollectedReply {
  readonly reply: Omit<ModelReply, "cost" | "requests">;
  /** What the provider itself says that the call cost, if it does. */
  readonly statedCost: number | null;
}

/** A stream ended before the provider said that the reply had. */
export class Unfinished extends Error {
  constructor() {
    super("Expected a reply with its end; got one that was cut on the way");
  }
}

/** Sends a request once and listens to the reply, as far as the limits allow. */
export async function collectReply(
  connection: Connection,
  request: ModelRequest,
  limits: ReplyLimits,
  timer: Timer,
  signal: AbortSignal,
): Promise<CollectedReply> {
  const draft = emptyDraft(request.topLogProbs ?? null);
  const watch = watchSilence(limits.silence, timer, signal);
  try {
    const stream = await connection.stream(request, watch.signal);
    const isWhole = await listen(stream, draft, limits, watch.heard);
    return settled(draft, isWhole);
  } catch (error) {
    signal.throwIfAborted();
    watch.signal.throwIfAborted();
    // What was heard before is what the model said; it would go on forever.
    if (draft.characters > 0 && causeOf(error, Overlong) !== null) return settled(draft, false);
    throw error;
  } finally {
    watch.end();
  }
}

/** Whether the reply was heard to its end. */
async function listen(
  stream: ReadableStream<LanguageModelV3StreamPart>,
  draft: ReplyDraft,
  { characters }: ReplyLimits,
  heard: () => void,
): Promise<boolean> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return true;
      heard();
      addPart(draft, value);
      if (draft.characters > characters) return false;
    }
  } finally {
    // What has ended or failed has nothing left to cancel.
    await reader.cancel().catch(() => undefined);
  }
}

function settled(draft: ReplyDraft, isWhole: boolean): CollectedReply {
  const { toolCalls, servedModel, refusal, finish } = draft;
  const text = draft.text === "" ? refusal : draft.text;
  const reason = finish?.finishReason ?? { unified: "other", raw: undefined };
  if (isWhole && reason.raw === undefined) throw new Unfinished();
  const reply = {
    message: {
      role: "assistant" as const,
      text,
      toolCalls,
      reasoning: [...draft.reasoning.values()],
    },
    finish: isWhole ? finishOf(draft, reason) : "cut-off",
    rawFinish: reason.raw ?? null,
    usage: usageOf(finish),
    servedModel,
    ...logProbsOf(draft),
  };
  return { reply, statedCost: statedCostOf(finish) };
}

/** Absence is told, so that nobody takes it for a likelihood of 0. */
function logProbsOf({
  topLogProbs,
  logProbs,
  ignored,
}: ReplyDraft): Pick<ModelReply, "ignored" | "logProbs"> {
  if (topLogProbs === null) return { ignored };
  return logProbs.length > 0 ? { ignored, logProbs } : { ignored: [...ignored, "topLogProbs"] };
}

/** Some servers call tools and say that they simply stopped. */
function finishOf(
  { refusal, toolCalls }: ReplyDraft,
  { unified }: LanguageModelV3FinishReason,
): FinishReason {
  if (refusal !== "") return "refused";
  switch (unified) {
    case "content-filter":
      return "refused";
    case "stop":
      return toolCalls.length > 0 ? "tool-calls" : "stop";
    case "error":
      return "other";
    case "length":
    case "other":
    case "tool-calls":
      return unified;
  }
}

function usageOf(finish: ReplyDraft["finish"]): TokenUsage {
  const { inputTokens, outputTokens } = finish?.usage ?? {};
  return {
    input: countOrNull(inputTokens?.total),
    cached: countOrNull(inputTokens?.cacheRead),
    output: countOrNull(outputTokens?.total),
    reasoning: countOrNull(outputTokens?.reasoning),
  };
}

/** A server can say anything; what is no count is not told. */
function countOrNull(value: number | undefined): number | null {
  return value !== undefined && Number.isSafeInteger(value) && value >= 0 ? value : null;
}

function statedCostOf(finish: ReplyDraft["finish"]): number | null {
  const cost = finish?.usage.raw?.["cost"];
  return typeof cost === "number" && Number.isFinite(cost) && cost >= 0 ? cost : null;
}
