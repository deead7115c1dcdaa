import { parseJson } from "../core/index.ts";
import type {
  FinishReason,
  ProviderTrace,
  Reasoning,
  TokenLogProbs,
  TokenUsage,
  ToolCall,
} from "../contract/index.ts";
import { isStorable } from "./is-storable.ts";

/** A call of a tool of which more may come. */
export interface CallDraft {
  id: string;
  name: string;
  /** Arguments as they were written so far. */
  text: string;
  trace?: ProviderTrace;
}

/** A reply that is still being listened to. */
export interface ReplyDraft {
  /** Tells calls without an id apart from those of other turns. */
  readonly turn: number;
  text: string;
  /** The text of a refusal, where it is told apart from other text. */
  refusal: string;
  /** By the provider's name of the block. */
  readonly reasoning: Map<string, Reasoning>;
  readonly calls: Map<string, CallDraft>;
  /** Why it ended, as far as that was said. */
  finish: FinishReason | null;
  rawFinish: string | null;
  /** The provider said that nothing more comes. */
  isEnded: boolean;
  usage: TokenUsage;
  /** What the provider itself says that the call cost, in US dollars. */
  statedCost: number | null;
  servedModel: string | null;
  /** How many of the likeliest tokens are listened to at each place; `null` where none were asked for. */
  readonly topLogProbs: number | null;
  readonly logProbs: TokenLogProbs[];
  /** Characters so far, thinking and unfinished tool calls included. */
  characters: number;
}

/** Nothing is known of what a reply took. */
export const noUsage: TokenUsage = { input: null, cached: null, output: null, reasoning: null };

/** A reply of which nothing was heard yet. */
export function emptyDraft(turn: number, topLogProbs: number | null): ReplyDraft {
  return {
    turn,
    text: "",
    refusal: "",
    reasoning: new Map(),
    calls: new Map(),
    finish: null,
    rawFinish: null,
    isEnded: false,
    usage: noUsage,
    statedCost: null,
    servedModel: null,
    topLogProbs,
    logProbs: [],
    characters: 0,
  };
}

/** Adds a piece of the text. */
export function addText(draft: ReplyDraft, piece: string): void {
  draft.text += piece;
  draft.characters += piece.length;
}

/** Adds a piece of thinking to the block of a name, with what the provider wants back with it. */
export function addReasoning(
  draft: ReplyDraft,
  block: string,
  piece: string,
  trace?: ProviderTrace,
): void {
  const before = draft.reasoning.get(block);
  const last = trace ?? before?.trace;
  draft.characters += piece.length;
  draft.reasoning.set(block, {
    text: (before?.text ?? "") + piece,
    ...(last !== undefined && { trace: last }),
  });
}

/** Adds a piece of a call's arguments. */
export function addArguments(draft: ReplyDraft, call: CallDraft, piece: string): void {
  call.text += piece;
  draft.characters += piece.length;
}

/** Why a reply ended, in the provider's own word and in ours; the last word counts. */
export function setFinish(draft: ReplyDraft, raw: string, finish: FinishReason): void {
  draft.rawFinish = raw;
  draft.finish = finish;
}

/** Whether anything was said that can be acted on or told. */
export function isEmpty({ text, refusal, calls, reasoning }: ReplyDraft): boolean {
  return text === "" && refusal === "" && calls.size === 0 && reasoning.size === 0;
}

/** The calls of a reply as far as they came. */
export function toolCallsOf({ calls, turn }: ReplyDraft): ToolCall[] {
  return [...calls.values()].map((call, index) => toolCallOf(call, madeId(turn, index)));
}

/** An id of nine letters and digits, which is the form that Mistral asks for. */
function madeId(turn: number, index: number): string {
  return `c${String(turn % 100_000).padStart(5, "0")}${String(index % 1000).padStart(3, "0")}`;
}

function toolCallOf({ id, name, text, trace }: CallDraft, ownId: string): ToolCall {
  const call = {
    id: id === "" ? ownId : id,
    tool: name,
    ...(trace !== undefined && { trace }),
  };
  const read = readArguments(text);
  return read === undefined || !isStorable(read)
    ? { kind: "malformed", ...call, text }
    : { kind: "called", ...call, arguments: read };
}

/** Tokens that mark a channel or an end and do not belong to what stands between them. */
const LEAKED = /^(?:\s*<\|[\w-]{1,40}\|>)+|(?:<\|[\w-]{1,40}\|>\s*)+$/gu;

/**
 * Arguments as they were written, whatever servers make of them: nothing at all for none, JSON in a JSON
 * string, an empty object before the real one, leaked tokens around them; `undefined` where none of it is
 * JSON.
 */
function readArguments(text: string): unknown {
  const plain = text.trim();
  if (plain === "") return {};
  const parsed = parseJson(plain);
  if (parsed.kind === "json")
    return typeof parsed.value === "string" ? inner(parsed.value) : parsed.value;
  const bare = plain.replaceAll(LEAKED, "").replace(/^\{\}\s*(?=\{)/u, "");
  const again = bare === plain ? parsed : parseJson(bare);
  return again.kind === "json" ? again.value : undefined;
}

/** A string that holds an object is that object. */
function inner(text: string): unknown {
  const parsed = parseJson(text);
  return parsed.kind === "json" && typeof parsed.value === "object" && parsed.value !== null
    ? parsed.value
    : text;
}
