import type { FinishReason } from "../../contract/index.ts";
import { at, countAt, listAt, stringAt } from "../at.ts";
import { addArguments, addReasoning, addText, setFinish } from "../reply-draft.ts";
import type { ReplyDraft } from "../reply-draft.ts";
import { ToldFault } from "../server-fault.ts";
import { plausible } from "./openai-usage.ts";
import { throwIfFault } from "./told-fault.ts";

/** The name under which signatures are kept. */
export const ANTHROPIC = "anthropic";

/** Takes in an event of Anthropic's messages, or a whole message. */
export function readAnthropic(draft: ReplyDraft, event: unknown): void {
  const type = stringAt(event, "type");
  switch (type) {
    case "error":
      throw new ToldFault(event);
    case "message":
      return readWhole(draft, event);
    case "message_start":
      return readStart(draft, at(event, "message"));
    case "content_block_start":
      return readBlock(draft, blockOf(event), at(event, "content_block"));
    case "content_block_delta":
      return readDelta(draft, blockOf(event), at(event, "delta"));
    case "message_delta":
      readStop(draft, at(event, "delta"));
      return readUsage(draft, at(event, "usage"));
    case "message_stop":
      draft.isEnded = true;
      return;
    default:
      if (event !== null) throwIfFault(event);
  }
}

function blockOf(event: unknown): string {
  return String(at(event, "index"));
}

function readStart(draft: ReplyDraft, message: unknown): void {
  const model = stringAt(message, "model");
  if (model !== "") draft.servedModel = model;
  // What it counts of the reply here is the beginning of it, and no figure.
  readUsage(draft, at(message, "usage"));
  draft.usage = { ...draft.usage, output: null };
}

function readWhole(draft: ReplyDraft, message: unknown): void {
  readStart(draft, message);
  for (const [index, block] of listAt(message, "content").entries())
    readBlock(draft, `${index}`, block);
  readStop(draft, message);
  readUsage(draft, at(message, "usage"));
  draft.isEnded = true;
}

function readBlock(draft: ReplyDraft, block: string, opened: unknown): void {
  switch (stringAt(opened, "type")) {
    case "text":
      return addText(draft, stringAt(opened, "text"));
    case "thinking": {
      const signature = stringAt(opened, "signature");
      const trace = signature === "" ? undefined : { [ANTHROPIC]: { signature } };
      return addReasoning(draft, block, stringAt(opened, "thinking"), trace);
    }
    case "redacted_thinking":
      return addReasoning(draft, block, "", {
        [ANTHROPIC]: { redactedData: stringAt(opened, "data") },
      });
    case "tool_use": {
      const input = at(opened, "input");
      const isWhole = typeof input === "object" && input !== null && Object.keys(input).length > 0;
      const call = { id: stringAt(opened, "id"), name: stringAt(opened, "name"), text: "" };
      draft.calls.set(block, call);
      if (isWhole) addArguments(draft, call, JSON.stringify(input));
    }
  }
}

function readDelta(draft: ReplyDraft, block: string, delta: unknown): void {
  switch (stringAt(delta, "type")) {
    case "text_delta":
      return addText(draft, stringAt(delta, "text"));
    case "thinking_delta":
      return addReasoning(draft, block, stringAt(delta, "thinking"));
    case "signature_delta":
      return addReasoning(draft, block, "", {
        [ANTHROPIC]: { signature: stringAt(delta, "signature") },
      });
    case "input_json_delta": {
      const call = draft.calls.get(block);
      if (call !== undefined) addArguments(draft, call, stringAt(delta, "partial_json"));
    }
  }
}

function readStop(draft: ReplyDraft, told: unknown): void {
  const raw = stringAt(told, "stop_reason");
  if (raw !== "") setFinish(draft, raw, finishOf(raw));
}

function finishOf(raw: string): FinishReason {
  switch (raw) {
    case "end_turn":
    case "stop_sequence":
    case "pause_turn":
      return "stop";
    case "max_tokens":
    case "model_context_window_exceeded":
      return "length";
    case "tool_use":
      return "tool-calls";
    case "refusal":
      return "refused";
    default:
      return "other";
  }
}

/** Of the request, what came from the cache and what was put there is counted apart. */
function readUsage(draft: ReplyDraft, usage: unknown): void {
  if (typeof usage !== "object" || usage === null) return;
  const { input: before, cached: known, output: told } = draft.usage;
  const fresh = countAt(usage, "input_tokens");
  const cached = countAt(usage, "cache_read_input_tokens");
  const written = countAt(usage, "cache_creation_input_tokens") ?? 0;
  draft.usage = plausible({
    input: fresh === null ? before : fresh + (cached ?? 0) + written,
    cached: fresh === null ? known : cached,
    output: countAt(usage, "output_tokens") ?? told,
    reasoning: countAt(at(usage, "output_tokens_details"), "thinking_tokens"),
  });
}
