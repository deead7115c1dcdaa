import { EmptyResponseBodyError, InvalidResponseDataError, JSONParseError } from "@ai-sdk/provider";
import type {
  LanguageModelV3FinishReason,
  LanguageModelV3StreamPart,
  LanguageModelV3Usage,
} from "@ai-sdk/provider";
import { parseJson } from "../core/index.ts";
import { at } from "./at.ts";
import { eventData } from "./event-data.ts";

/** The pieces of a completion, whatever a server sends as such, in the words of the other packages. */
export async function* completionParts(
  body: ReadableStream<Uint8Array> | null,
): AsyncGenerator<LanguageModelV3StreamPart> {
  if (body === null) throw new EmptyResponseBodyError();
  let finish: unknown;
  let usage: unknown;
  for await (const data of eventData(body)) {
    const chunk = chunkOf(data);
    yield { type: "raw", rawValue: chunk };
    const error = at(chunk, "error") ?? null;
    if (error !== null) yield { type: "error", error };
    const model = at(chunk, "model");
    if (typeof model === "string") yield { type: "response-metadata", modelId: model };
    const choice = at(at(chunk, "choices"), 0);
    const text = textOf(choice);
    if (text !== "") yield { type: "text-delta", id: "text", delta: text };
    finish = at(choice, "finish_reason") ?? finish;
    usage = at(chunk, "usage") ?? usage;
  }
  yield { type: "finish", finishReason: finishOf(finish), usage: usageOf(usage) };
}

function chunkOf(data: string): unknown {
  const parsed = parseJson(data);
  if (parsed.kind === "json") return parsed.value;
  throw new JSONParseError({ text: "", cause: parsed.cause });
}

function textOf(choice: unknown): string {
  const text = at(choice, "text") ?? "";
  if (typeof text === "string") return text;
  throw new InvalidResponseDataError({ data: choice, message: "Expected a text as `text`" });
}

/** Without a reason in the server's own words the reply has no end. */
function finishOf(raw: unknown): LanguageModelV3FinishReason {
  if (typeof raw !== "string") return { unified: "other", raw: undefined };
  if (raw === "stop" || raw === "length") return { unified: raw, raw };
  return { unified: raw === "content_filter" ? "content-filter" : "other", raw };
}

function usageOf(usage: unknown): LanguageModelV3Usage {
  const cost = numberAt(usage, "cost");
  return {
    inputTokens: {
      total: numberAt(usage, "prompt_tokens"),
      noCache: undefined,
      cacheRead: numberAt(at(usage, "prompt_tokens_details"), "cached_tokens"),
      cacheWrite: undefined,
    },
    outputTokens: {
      total: numberAt(usage, "completion_tokens"),
      text: undefined,
      reasoning: numberAt(at(usage, "completion_tokens_details"), "reasoning_tokens"),
    },
    ...(cost !== undefined && { raw: { cost } }),
  };
}

function numberAt(value: unknown, key: string): number | undefined {
  const number = at(value, key);
  return typeof number === "number" ? number : undefined;
}
