import { event, finishOf, modelInBody, pieces, usageOf, written } from "./protocol.ts";
import type { ServedProtocol } from "./protocol.ts";
import { chatLogProbs } from "./served-log-probs.ts";
import type { ServedReply } from "./served-turn.ts";

const FINISH = { stop: "stop", length: "length", "tool-calls": "tool_calls", refused: "stop" };

function chunk(
  model: string,
  delta: unknown,
  finish: string | null = null,
  logprobs: unknown = null,
): string {
  const choices = [{ index: 0, delta, logprobs, finish_reason: finish }];
  return event({ id: "chat-1", object: "chat.completion.chunk", created: 1, model, choices });
}

function callChunks(reply: ServedReply, model: string): string[] {
  return (reply.calls ?? []).flatMap((call, index) => {
    const head = { index, id: `call_${index + 1}`, type: "function" };
    const first = { ...head, function: { name: call.tool, arguments: "" } };
    return [
      chunk(model, { tool_calls: [first] }),
      ...pieces(written(call.arguments)).map((piece) =>
        chunk(model, { tool_calls: [{ index, function: { arguments: piece } }] }),
      ),
    ];
  });
}

function usageChunk(reply: ServedReply, model: string): string {
  const { input, cached, output } = usageOf(reply);
  const usage = {
    prompt_tokens: input,
    completion_tokens: output,
    total_tokens: input + output,
    prompt_tokens_details: { cached_tokens: cached },
    ...(reply.usage?.cost !== undefined && { cost: reply.usage.cost }),
  };
  return event({
    id: "chat-1",
    object: "chat.completion.chunk",
    created: 1,
    model,
    choices: [],
    usage,
  });
}

/** Chat completions as OpenAI and all that imitate it serve them. */
export const openaiProtocol: ServedProtocol = {
  name: "openai",
  fits: (path) => path.endsWith("/chat/completions"),
  modelOf: (_, body) => modelInBody(body),
  reply: (reply, model, body) => {
    const finish = finishOf(reply);
    const field = finish === "refused" ? "refusal" : "content";
    return [
      chunk(model, { role: "assistant", content: "" }),
      ...pieces(reply.reasoning ?? "").map((text) => chunk(model, { reasoning_content: text })),
      ...pieces(reply.text ?? "").map((text) =>
        chunk(model, { [field]: text }, null, chatLogProbs(reply, text, body)),
      ),
      ...callChunks(reply, model),
      chunk(model, {}, FINISH[finish]),
      usageChunk(reply, model),
      "data: [DONE]\n\n",
    ];
  },
  opening: (text, model) => [
    chunk(model, { role: "assistant", content: "" }),
    chunk(model, { content: text }),
  ],
  more: (text, model) => chunk(model, { content: text }),
  fault: (type, message) => event({ error: { type, message, code: type, param: null } }),
};
