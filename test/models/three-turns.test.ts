import { describe, expect, it } from "vitest";
import type { Model, ModelMessage, ModelReply, ModelTool } from "../../src/contract/index.ts";
import { canonicalJson } from "../../src/core/index.ts";
import { recordedModel } from "../../src/models/index.ts";
import { memoryModelRecords } from "../../src/store/index.ts";
import type { SeenRequest, ServedTurn } from "../support/model-server.ts";
import { serve } from "./serve.ts";

const ask: ModelTool = {
  name: "ask",
  description: "Asks.",
  parameters: { type: "object", properties: { inputs: { type: "array" } } },
};
const signal = new AbortController().signal;
const usage = { prompt_tokens: 10, completion_tokens: 5, total_tokens: 15 };

const chatTurn = (turn: number, thinking: object, more: object = {}): readonly unknown[] => [
  { model: "m", choices: [{ index: 0, delta: { role: "assistant", content: "", ...thinking } }] },
  {
    choices: [
      {
        index: 0,
        delta: {
          tool_calls: [
            {
              index: 0,
              id: `call_${turn}`,
              type: "function",
              function: { name: "ask", arguments: `{"inputs":[${turn}]}` },
              ...more,
            },
          ],
        },
      },
    ],
  },
  { choices: [{ index: 0, delta: {}, finish_reason: "tool_calls" }] },
  { choices: [], usage },
  "[DONE]",
];

const reasoningItem = (turn: number): object => ({
  id: `rs_${turn}`,
  type: "reasoning",
  summary: [{ type: "summary_text", text: `Try ${turn}.` }],
  encrypted_content: `sealed-${turn}`,
});
const callItem = (turn: number): object => ({
  id: `fc_${turn}`,
  type: "function_call",
  status: "completed",
  call_id: `call_${turn}`,
  name: "ask",
  arguments: `{"inputs":[${turn}]}`,
});

interface Documented {
  readonly id: string;
  readonly source: string;
  turn(turn: number): readonly unknown[];
  /** What has to go back of a turn, as it stands in the body. */
  back(turn: number): unknown;
}

const documented: readonly Documented[] = [
  {
    id: "deepseek/deepseek-v4",
    source: "https://api-docs.deepseek.com/guides/thinking_mode#tool-calls",
    turn: (turn) => chatTurn(turn, { reasoning_content: `Try ${turn}.` }),
    back: (turn) => ({
      role: "assistant",
      content: null,
      reasoning_content: `Try ${turn}.`,
      tool_calls: [
        {
          id: `call_${turn}`,
          type: "function",
          function: { name: "ask", arguments: `{"inputs":[${turn}]}` },
        },
      ],
    }),
  },
  {
    id: "openrouter/anthropic/claude",
    source:
      "https://openrouter.ai/docs/guides/best-practices/reasoning-tokens#preserving-reasoning-blocks",
    turn: (turn) => [
      {
        choices: [
          {
            index: 0,
            delta: {
              reasoning: "Try ",
              reasoning_details: [
                { type: "reasoning.text", text: "Try ", format: "anthropic-claude-v1", index: 0 },
              ],
            },
          },
        ],
      },
      {
        choices: [
          {
            index: 0,
            delta: {
              reasoning: `${turn}.`,
              reasoning_details: [
                {
                  type: "reasoning.text",
                  text: `${turn}.`,
                  format: "anthropic-claude-v1",
                  index: 0,
                },
              ],
            },
          },
        ],
      },
      ...chatTurn(turn, {
        reasoning_details: [
          {
            type: "reasoning.text",
            signature: `signed-${turn}`,
            format: "anthropic-claude-v1",
            index: 0,
          },
        ],
      }),
    ],
    back: (turn) => ({
      role: "assistant",
      content: null,
      reasoning_details: [
        {
          type: "reasoning.text",
          text: `Try ${turn}.`,
          format: "anthropic-claude-v1",
          index: 0,
          signature: `signed-${turn}`,
        },
      ],
      tool_calls: [
        {
          id: `call_${turn}`,
          type: "function",
          function: { name: "ask", arguments: `{"inputs":[${turn}]}` },
        },
      ],
    }),
  },
  {
    id: "openai/gpt-5.6",
    source: "https://developers.openai.com/api/docs/guides/reasoning#encrypted-reasoning-items",
    turn: (turn) => {
      const response = { id: `resp_${turn}`, object: "response", model: "gpt-5.6" };
      const output = [reasoningItem(turn), callItem(turn)];
      const counted = { input_tokens: 10, output_tokens: 5, total_tokens: 15 };
      return [
        { type: "response.created", response: { ...response, status: "in_progress", output: [] } },
        {
          type: "response.reasoning_summary_text.delta",
          item_id: `rs_${turn}`,
          delta: `Try ${turn}.`,
        },
        ...output.map((item, index) => ({
          type: "response.output_item.done",
          output_index: index,
          item,
        })),
        {
          type: "response.completed",
          response: { ...response, status: "completed", output, usage: counted },
        },
      ];
    },
    back: (turn) => [
      reasoningItem(turn),
      callItem(turn),
      { type: "function_call_output", call_id: `call_${turn}`, output: `f(${turn}) = ${turn}` },
    ],
  },
  {
    id: "anthropic/claude-haiku-4-5",
    source:
      "https://platform.claude.com/docs/en/build-with-claude/extended-thinking#preserving-thinking-blocks",
    turn: (turn) => {
      const block = (
        index: number,
        opened: object,
        ...deltas: readonly object[]
      ): readonly object[] => [
        { type: "content_block_start", index, content_block: opened },
        ...deltas.map((delta) => ({ type: "content_block_delta", index, delta })),
        { type: "content_block_stop", index },
      ];
      return [
        {
          type: "message_start",
          message: {
            id: "msg",
            type: "message",
            role: "assistant",
            model: "claude",
            content: [],
            stop_reason: null,
            usage: { input_tokens: 10, output_tokens: 1 },
          },
        },
        ...block(
          0,
          { type: "thinking", thinking: "" },
          { type: "thinking_delta", thinking: `Try ${turn}.` },
          { type: "signature_delta", signature: `signed-${turn}` },
        ),
        ...block(1, { type: "redacted_thinking", data: `sealed-${turn}` }),
        ...block(2, { type: "text", text: "" }, { type: "text_delta", text: "I ask." }),
        ...block(
          3,
          { type: "tool_use", id: `toolu_${turn}`, name: "ask", input: {} },
          { type: "input_json_delta", partial_json: `{"inputs":[${turn}]}` },
        ),
        { type: "message_delta", delta: { stop_reason: "tool_use" }, usage: { output_tokens: 5 } },
        { type: "message_stop" },
      ];
    },
    back: (turn) => ({
      role: "assistant",
      content: [
        { type: "thinking", thinking: `Try ${turn}.`, signature: `signed-${turn}` },
        { type: "redacted_thinking", data: `sealed-${turn}` },
        { type: "text", text: "I ask." },
        { type: "tool_use", id: `toolu_${turn}`, name: "ask", input: { inputs: [turn] } },
      ],
    }),
  },
  {
    id: "google/gemini-3.5-flash",
    source: "https://ai.google.dev/gemini-api/docs/thought-signatures",
    turn: (turn) => [
      {
        candidates: [{ content: { role: "model", parts: [{ text: "Try ", thought: true }] } }],
        modelVersion: "gemini",
      },
      {
        candidates: [{ content: { role: "model", parts: [{ text: `${turn}.`, thought: true }] } }],
      },
      {
        candidates: [
          {
            content: {
              role: "model",
              parts: [
                {
                  functionCall: { id: `fc-${turn}`, name: "ask", args: { inputs: [turn] } },
                  thoughtSignature: `signed-${turn}`,
                },
              ],
            },
            finishReason: "STOP",
          },
        ],
        usageMetadata: {
          promptTokenCount: 10,
          candidatesTokenCount: 3,
          thoughtsTokenCount: 2,
          totalTokenCount: 15,
        },
      },
    ],
    back: (turn) => ({
      role: "model",
      parts: [
        {
          functionCall: { id: `fc-${turn}`, name: "ask", args: { inputs: [turn] } },
          thoughtSignature: `signed-${turn}`,
        },
      ],
    }),
  },
];

/** Holds a conversation of so many turns, each with the result of the tool. */
async function converse(model: Model, turns = 3): Promise<readonly ModelReply[]> {
  const messages: ModelMessage[] = [{ role: "user", text: "Find the rule." }];
  const replies: ModelReply[] = [];
  for (let turn = 1; turn <= turns; turn += 1) {
    const reply = await model.complete({ messages: [...messages], tools: [ask] }, signal);
    replies.push(reply);
    const results = reply.message.toolCalls.map(({ id, tool }): ModelMessage => {
      return { role: "tool", call: id, tool, text: `f(${turn}) = ${turn}`, isError: false };
    });
    messages.push(reply.message, ...results);
  }
  return replies;
}

const bodies = (requests: readonly SeenRequest[]): string =>
  JSON.stringify(requests.map(({ body }) => body));

describe.each(documented)("$id ($source)", ({ id, turn, back }) => {
  const script = ({ number }: SeenRequest): ServedTurn => ({
    kind: "wire",
    events: turn(1 + ((number - 1) % 3)),
  });

  it("goes on for three turns, with all that has to come back", async () => {
    const { model, server } = await serve(id, script);
    const replies = await converse(model);
    for (const [index, { message, finish, usage: tokens }] of replies.entries()) {
      expect(message.toolCalls).toMatchObject([
        { kind: "called", tool: "ask", arguments: { inputs: [index + 1] } },
      ]);
      expect(message.reasoning.map(({ text }) => text).join("")).toBe(`Try ${index + 1}.`);
      expect(finish).toBe("tool-calls");
      expect(tokens).toMatchObject({ input: 10, output: 5 });
    }
    const { messages, contents, input } = server.requests[2]?.body ?? {};
    const sent = (messages ?? contents ?? input) as readonly unknown[];
    for (const past of [1, 2]) {
      const parts = [back(past)].flat();
      const at = sent.findIndex((one) => JSON.stringify(one) === JSON.stringify(parts[0]));
      expect(sent.slice(at, at + parts.length)).toEqual(parts);
    }
  });

  it("is recorded and given back, and goes on from there with the same bytes", async () => {
    const { model, server, timer } = await serve(id, script);
    const records = memoryModelRecords();
    const place = { item, role: "interpreter", branch: "main" };
    const held = (offline: boolean): Model =>
      recordedModel(model, { records, place, clock: timer, offline });
    await converse(held(false), 2);
    const first = await converse(held(false));
    expect(server.requests).toHaveLength(3);
    const again = await converse(held(true));
    expect(server.requests).toHaveLength(3);
    const free = first.map((reply) => ({ ...reply, cost: { ...reply.cost, paid: 0 } }));
    expect(canonicalJson(again)).toBe(canonicalJson(free));
    // The third went on from a record, and these from replies as they came.
    await converse(model);
    expect(bodies(server.requests.slice(3))).toBe(bodies(server.requests.slice(0, 3)));
  });
});

const item = {
  suite: "0".repeat(64),
  problem: "p",
  interpreter: "agent",
  configuration: "0".repeat(16),
  epoch: 1,
};
