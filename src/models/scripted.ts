import { BenchError, parseJson } from "../core/index.ts";
import type { Json, Model, ModelReply, ModelRequest, ToolCall } from "../contract/index.ts";
import { isStorable } from "./is-storable.ts";

/** A call of a tool in a script; arguments that are a text are parsed, as a provider's are. */
export interface ScriptedCall {
  readonly tool: string;
  readonly arguments: Json;
}

/** One turn of a script: a text alone, or whatever differs from a plain reply. */
export type ScriptedReply =
  | string
  | (Partial<Omit<ModelReply, "message">> & {
      readonly text?: string;
      readonly calls?: readonly ScriptedCall[];
    });

/** What a scripted model says: a reply for each turn of every conversation, or one per request. */
export type Script = readonly ScriptedReply[] | ((request: ModelRequest) => ScriptedReply);

/**
 * A model that says what it is told to, at no cost. It keeps no state: the turn is counted in the
 * request, so that many conversations can be held with it at once.
 */
export function scripted(script: Script, id = "scripted/replies"): Model {
  return {
    id,
    complete: async (request, signal) => {
      signal.throwIfAborted();
      const turn = turnOf(request);
      return replyOf(typeof script === "function" ? script(request) : lineAt(script, turn), turn);
    },
  };
}

/** Which turn of the model a request asks for, from 1. */
function turnOf({ messages }: ModelRequest): number {
  return 1 + messages.filter(({ role }) => role === "assistant").length;
}

function lineAt(replies: readonly ScriptedReply[], turn: number): ScriptedReply {
  const reply = replies[turn - 1];
  if (reply !== undefined) return reply;
  throw new BenchError(
    "bad-argument",
    `Expected a conversation of at most ${replies.length} turns; got turn ${turn}; write more replies`,
    { data: { turn } },
  );
}

function replyOf(line: ScriptedReply, turn: number): ModelReply {
  const { text = "", calls = [], ...rest } = typeof line === "string" ? { text: line } : line;
  const toolCalls = calls.map((call, index) => toolCallOf(call, `call-${turn}-${index + 1}`));
  return {
    message: { role: "assistant", text, toolCalls, reasoning: [] },
    finish: toolCalls.length > 0 ? "tool-calls" : "stop",
    rawFinish: null,
    usage: { input: null, cached: null, output: null, reasoning: null },
    servedModel: null,
    ignored: [],
    cost: { list: 0, paid: 0, source: "table" },
    requests: 0,
    ...rest,
  };
}

function toolCallOf({ tool, arguments: given }: ScriptedCall, id: string): ToolCall {
  if (typeof given !== "string") return { kind: "called", id, tool, arguments: given };
  const parsed = parseJson(given);
  return parsed.kind === "json" && isStorable(parsed.value)
    ? { kind: "called", id, tool, arguments: parsed.value }
    : { kind: "malformed", id, tool, text: given };
}
