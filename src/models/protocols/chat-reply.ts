import { parseJson } from "../../core/index.ts";
import type { FinishReason, Json, JsonObject } from "../../contract/index.ts";
import { at, listAt, stringAt } from "../at.ts";
import { isStorable } from "../is-storable.ts";
import { readLogProbs } from "../log-probs.ts";
import { addArguments, addReasoning, addText, isEmpty, setFinish } from "../reply-draft.ts";
import type { CallDraft, ReplyDraft } from "../reply-draft.ts";
import { ToldFault } from "../server-fault.ts";
import { readUsage } from "./openai-usage.ts";
import { throwIfFault } from "./told-fault.ts";

/** The name under which thinking and calls keep what a chat completions server wants back. */
export const CHAT = "chat";

/** Takes in a chunk of chat completions, or a whole chat completion. */
export function readChat(draft: ReplyDraft, chunk: unknown): void {
  if (chunk === null) {
    draft.isEnded = true;
    return;
  }
  throwIfFault(chunk);
  const model = stringAt(chunk, "model");
  if (model !== "") draft.servedModel = model;
  const usage = at(chunk, "usage") ?? at(at(chunk, "x_groq"), "usage") ?? null;
  readUsage(draft, usage);
  const [choice] = listAt(chunk, "choices");
  if (choice === undefined) {
    // What a reply took is counted behind its end.
    draft.isEnded ||= usage !== null && !isEmpty(draft);
    return;
  }
  readDelta(draft, at(choice, "delta") ?? at(choice, "message"));
  if (draft.topLogProbs !== null)
    for (const place of readLogProbs(at(choice, "logprobs"), draft.topLogProbs))
      draft.logProbs.push(place);
  const raw = stringAt(choice, "finish_reason");
  if (raw === "") return;
  if (FAULTS.has(raw)) throw new ToldFault({ error: { message: `The reply ended as ${raw}` } });
  const native = stringAt(choice, "native_finish_reason");
  setFinish(draft, raw, UNREADABLE_CALL.test(native) ? "malformed-call" : finishOf(raw));
}

/** Reasons that tell of the server and not of the reply: OpenRouter's, DeepSeek's, Zhipu's, SGLang's. */
const FAULTS: ReadonlySet<string> = new Set([
  "error",
  "insufficient_system_resource",
  "network_error",
  "abort",
]);
/** Gemini's words for calls that Google could not read, as gateways pass them on. */
const UNREADABLE_CALL = /^(?:MALFORMED_FUNCTION_CALL|UNEXPECTED_TOOL_CALL|TOO_MANY_TOOL_CALLS)$/u;

function finishOf(raw: string): FinishReason {
  switch (raw.toLowerCase()) {
    case "stop":
    case "eos":
    case "eos_token":
    case "end_turn":
    case "stop_sequence":
    case "complete":
      return "stop";
    case "length":
    case "max_tokens":
    case "model_length":
      return "length";
    case "tool_calls":
    case "tool_use":
    case "function_call":
      return "tool-calls";
    case "content_filter":
    case "refusal":
    case "safety":
    case "sensitive":
      return "refused";
    case "malformed_function_call":
      return "malformed-call";
    default:
      return "other";
  }
}

function readDelta(draft: ReplyDraft, delta: unknown): void {
  if (typeof delta !== "object" || delta === null) return;
  readContent(draft, at(delta, "content"));
  const refusal = stringAt(delta, "refusal");
  draft.refusal += refusal;
  draft.characters += refusal.length;
  readThinking(draft, delta);
  for (const [position, call] of listAt(delta, "tool_calls").entries())
    readCall(draft, call, position);
  const old = at(delta, "function_call") ?? null;
  if (old !== null) readCall(draft, { index: 0, function: old }, 0);
}

/** A string, or a list of parts, of which some are thinking (Mistral's reasoning models). */
function readContent(draft: ReplyDraft, content: unknown): void {
  if (typeof content === "string") {
    if (content !== "") addText(draft, content);
    return;
  }
  if (!Array.isArray(content)) return;
  for (const part of content) {
    const thinking = at(part, "thinking");
    const text = stringAt(part, "text");
    if (thinking !== undefined) addReasoning(draft, "content", textsIn(thinking));
    else if (text !== "") addText(draft, text);
  }
}

function textsIn(parts: unknown): string {
  if (typeof parts === "string") return parts;
  if (!Array.isArray(parts)) return "";
  return parts.map((part) => stringAt(part, "text")).join("");
}

/** Fields in which servers let thinking out; some send the same in two of them. */
export const thinkingFields = ["reasoning_content", "reasoning"] as const;
/** Fields with pieces that have to come back unchanged. */
export const detailFields = ["reasoning_details", "thinking_blocks"] as const;

function readThinking(draft: ReplyDraft, delta: object): void {
  for (const field of thinkingFields) {
    const piece = stringAt(delta, field);
    if (piece === "") continue;
    addReasoning(draft, "thinking", piece, keptTrace(draft, { field }));
    break;
  }
  for (const field of detailFields) {
    const pieces = listAt(delta, field).filter(isPiece);
    if (pieces.length === 0) continue;
    const before = listAt(traceOf(draft), field).filter(isPiece);
    addReasoning(draft, "thinking", "", keptTrace(draft, { [field]: joined(before, pieces) }));
  }
}

function traceOf(draft: ReplyDraft): JsonObject {
  return draft.reasoning.get("thinking")?.trace?.[CHAT] ?? {};
}

function keptTrace(draft: ReplyDraft, more: JsonObject): { readonly [CHAT]: JsonObject } {
  return { [CHAT]: { ...traceOf(draft), ...more } };
}

function isPiece(piece: unknown): piece is JsonObject {
  return typeof piece === "object" && piece !== null && !Array.isArray(piece) && isStorable(piece);
}

const TEXTUAL = ["text", "summary", "thinking"] as const;

/** Pieces of a stream put together again: those of one text become one, in their order. */
function joined(before: readonly JsonObject[], pieces: readonly JsonObject[]): readonly Json[] {
  const whole = [...before];
  for (const piece of pieces) {
    const last = whole.at(-1);
    if (last === undefined || !goesOn(last, piece)) whole.push(piece);
    else whole[whole.length - 1] = merged(last, piece);
  }
  return whole;
}

function goesOn(last: JsonObject, piece: JsonObject): boolean {
  const isText = TEXTUAL.some((key) => typeof last[key] === "string");
  const same = (key: string): boolean =>
    piece[key] === undefined || last[key] === undefined || piece[key] === last[key];
  // What is signed is whole.
  const isOpen = (last["signature"] ?? null) === null;
  return isText && isOpen && last["type"] === piece["type"] && same("index") && same("id");
}

function merged(last: JsonObject, piece: JsonObject): JsonObject {
  const texts = TEXTUAL.filter((key) => typeof piece[key] === "string" || key in last);
  const told = Object.entries(piece).filter(([, value]) => value !== null);
  return {
    ...last,
    ...Object.fromEntries(told),
    ...Object.fromEntries(texts.map((key) => [key, stringAt(last, key) + stringAt(piece, key)])),
  };
}

/** What a server puts beside a call and wants back with it: Google's signatures, LiteLLM's fields. */
export const callExtras = ["extra_content", "provider_specific_fields"] as const;

function readCall(draft: ReplyDraft, piece: unknown, position: number): void {
  const given = at(piece, "function");
  const name = stringAt(given, "name");
  const call = callOf(draft, piece, name, position);
  if (name !== "" && call.name !== name && call.text === "") call.name += name;
  const written = at(given, "arguments");
  if (typeof written === "string") addArguments(draft, call, written);
  // An object is as good as its text, and whole.
  else if (typeof written === "object" && written !== null) {
    call.text = "";
    addArguments(draft, call, JSON.stringify(written));
  }
  for (const field of callExtras) {
    const extra = at(piece, field);
    if (isPiece(extra))
      call.trace = { ...call.trace, [CHAT]: { ...call.trace?.[CHAT], [field]: extra } };
  }
}

/**
 * The call that a piece belongs to. Servers without numbers, or with the number 0 for all, begin a new
 * one with another id, or with a name after arguments that are whole.
 */
function callOf(draft: ReplyDraft, piece: unknown, name: string, position: number): CallDraft {
  const index = at(piece, "index");
  const id = stringAt(piece, "id");
  const slot = typeof index === "number" ? index : position;
  let key = `${slot}`;
  let call = draft.calls.get(key);
  for (let more = 1; call !== undefined && beginsAnother(call, id, name); more += 1) {
    key = `${slot}/${more}`;
    call = draft.calls.get(key);
  }
  if (call !== undefined) {
    // What goes on without a name goes on with the last that was begun in this place.
    const last = name === "" && id === "" ? lastOf(draft, slot) : call;
    if (last.id === "") last.id = id;
    return last;
  }
  const begun = { id, name: "", text: "" };
  draft.calls.set(key, begun);
  return begun;
}

function beginsAnother(call: CallDraft, id: string, name: string): boolean {
  if (id !== "" && call.id !== "") return id !== call.id;
  return (
    name !== "" && call.name !== "" && call.text !== "" && parseJson(call.text).kind === "json"
  );
}

function lastOf(draft: ReplyDraft, slot: number): CallDraft {
  const own = [...draft.calls].filter(([key]) => key === `${slot}` || key.startsWith(`${slot}/`));
  const [, last] = own.at(-1) ?? [];
  return last ?? { id: "", name: "", text: "" };
}
