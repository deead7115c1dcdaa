import { event, finishOf, modelInBody, pieces, usageOf, written } from "./protocol.ts";
import type { ServedProtocol } from "./protocol.ts";
import type { ServedReply } from "./served-turn.ts";

/** Items of the output, as they are told whole. */
function itemsOf({ reasoning, text, calls = [] }: ServedReply): object[] {
  return [
    ...(reasoning === undefined
      ? []
      : [
          {
            id: "rs_1",
            type: "reasoning",
            summary: [{ type: "summary_text", text: reasoning }],
            encrypted_content: "c2VhbGVk",
          },
        ]),
    ...(text === undefined
      ? []
      : [
          {
            id: "msg_1",
            type: "message",
            status: "completed",
            role: "assistant",
            content: [{ type: "output_text", text, annotations: [] }],
          },
        ]),
    ...calls.map((call, index) => ({
      id: `fc_${index + 1}`,
      type: "function_call",
      status: "completed",
      call_id: `call_${index + 1}_${callNumber()}`,
      name: call.tool,
      arguments: written(call.arguments),
    })),
  ];
}

let served = 0;

/** Ids differ from reply to reply. */
function callNumber(): number {
  served += 1;
  return served;
}

function responseOf(reply: ServedReply, model: string, output: readonly object[]): object {
  const { input, cached, output: tokens } = usageOf(reply);
  const isCut = finishOf(reply) === "length";
  return {
    id: "resp_1",
    object: "response",
    status: isCut ? "incomplete" : "completed",
    incomplete_details: isCut ? { reason: "max_output_tokens" } : null,
    model,
    output,
    usage: {
      input_tokens: input,
      input_tokens_details: { cached_tokens: cached },
      output_tokens: tokens,
      output_tokens_details: { reasoning_tokens: 0 },
      total_tokens: input + tokens,
    },
  };
}

const told = (data: { readonly type: string } & Readonly<Record<string, unknown>>): string =>
  event(data, data.type);

const begun = (model: string): string =>
  told({
    type: "response.created",
    response: { id: "resp_1", object: "response", status: "in_progress", model, output: [] },
  });

const speak = (delta: string): string =>
  told({ type: "response.output_text.delta", item_id: "msg_1", output_index: 0, delta });

/** OpenAI's Responses API. */
export const responsesProtocol: ServedProtocol = {
  name: "responses",
  fits: (path) => path.endsWith("/responses"),
  modelOf: (_, body) => modelInBody(body),
  reply: (reply, model) => {
    const items = itemsOf(reply);
    const response = responseOf(reply, model, items);
    const ending = finishOf(reply) === "length" ? "response.incomplete" : "response.completed";
    return [
      begun(model),
      ...pieces(reply.text ?? "").map(speak),
      ...items.map((item, index) =>
        told({ type: "response.output_item.done", output_index: index, item }),
      ),
      told({ type: ending, response }),
    ];
  },
  opening: (text, model) => [begun(model), speak(text)],
  more: speak,
  fault: (code, message) => told({ type: "error", code, message, param: null }),
};
