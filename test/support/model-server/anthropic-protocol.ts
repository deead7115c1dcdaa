import { event, finishOf, modelInBody, pieces, usageOf, written } from "./protocol.ts";
import type { ServedProtocol } from "./protocol.ts";
import type { ServedReply } from "./served-turn.ts";

const FINISH = {
  stop: "end_turn",
  length: "max_tokens",
  "tool-calls": "tool_use",
  refused: "refusal",
};

function told(data: { readonly type: string } & Readonly<Record<string, unknown>>): string {
  return event(data, data.type);
}

function start(reply: ServedReply, model: string): string {
  const { input, cached } = usageOf(reply);
  const usage = {
    input_tokens: input - cached,
    cache_read_input_tokens: cached,
    cache_creation_input_tokens: 0,
    output_tokens: 1,
  };
  const head = { id: "msg_1", type: "message", role: "assistant", model, content: [] };
  const message = { ...head, stop_reason: null, stop_sequence: null, usage };
  return told({ type: "message_start", message });
}

function block(index: number, opened: unknown, deltas: readonly unknown[]): string[] {
  return [
    told({ type: "content_block_start", index, content_block: opened }),
    ...deltas.map((delta) => told({ type: "content_block_delta", index, delta })),
    told({ type: "content_block_stop", index }),
  ];
}

function blocksOf({ reasoning, text, calls = [] }: ServedReply): [unknown, unknown[]][] {
  const thinking: [unknown, unknown[]] = [
    { type: "thinking", thinking: "" },
    [
      ...pieces(reasoning ?? "").map((piece) => ({ type: "thinking_delta", thinking: piece })),
      { type: "signature_delta", signature: "signed" },
    ],
  ];
  const spoken: [unknown, unknown[]] = [
    { type: "text", text: "" },
    pieces(text ?? "").map((piece) => ({ type: "text_delta", text: piece })),
  ];
  return [
    ...(reasoning === undefined ? [] : [thinking]),
    ...(text === undefined ? [] : [spoken]),
    ...calls.map((call, index): [unknown, unknown[]] => [
      { type: "tool_use", id: `toolu_${index + 1}`, name: call.tool, input: {} },
      pieces(written(call.arguments)).map((piece) => ({
        type: "input_json_delta",
        partial_json: piece,
      })),
    ]),
  ];
}

function end(reply: ServedReply): string[] {
  const delta = { stop_reason: FINISH[finishOf(reply)], stop_sequence: null };
  const usage = { output_tokens: usageOf(reply).output };
  return [told({ type: "message_delta", delta, usage }), told({ type: "message_stop" })];
}

const speak = (text: string): string =>
  told({ type: "content_block_delta", index: 0, delta: { type: "text_delta", text } });

/** Messages as Anthropic serves them. */
export const anthropicProtocol: ServedProtocol = {
  name: "anthropic",
  fits: (path) => path.endsWith("/messages"),
  modelOf: (_, body) => modelInBody(body),
  reply: (reply, model) => [
    start(reply, model),
    ...blocksOf(reply).flatMap(([opened, deltas], index) => block(index, opened, deltas)),
    ...end(reply),
  ],
  opening: (text, model) => [
    start({ kind: "reply" }, model),
    told({ type: "content_block_start", index: 0, content_block: { type: "text", text: "" } }),
    speak(text),
  ],
  more: speak,
  fault: (type, message) => told({ type: "error", error: { type, message } }),
};
