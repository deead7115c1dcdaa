import { event, finishOf, modelInBody, pieces, usageOf } from "./protocol.ts";
import type { ServedProtocol } from "./protocol.ts";
import { completionLogProbs } from "./served-log-probs.ts";

const FINISH = {
  stop: "stop",
  length: "length",
  "tool-calls": "stop",
  refused: "content_filter",
};

function chunk(
  model: string,
  text: string,
  finish: string | null = null,
  logprobs: unknown = null,
): string {
  const choices = [{ index: 0, text, logprobs, finish_reason: finish }];
  return event({ id: "text-1", object: "text_completion", created: 1, model, choices });
}

/** Completions: the server goes on with a text. */
export const completionsProtocol: ServedProtocol = {
  name: "completions",
  fits: (path) => path.endsWith("/completions") && !path.endsWith("/chat/completions"),
  modelOf: (_, body) => modelInBody(body),
  reply: (reply, model, body) => {
    const { input, cached, output } = usageOf(reply);
    const usage = {
      prompt_tokens: input,
      completion_tokens: output,
      total_tokens: input + output,
      prompt_tokens_details: { cached_tokens: cached },
      ...(reply.usage?.cost !== undefined && { cost: reply.usage.cost }),
    };
    return [
      ...pieces(reply.text ?? "").map((text) =>
        chunk(model, text, null, completionLogProbs(reply, text, body)),
      ),
      chunk(model, "", FINISH[finishOf(reply)]),
      event({ id: "text-1", object: "text_completion", created: 1, model, choices: [], usage }),
      "data: [DONE]\n\n",
    ];
  },
  opening: (text, model) => [chunk(model, text)],
  more: (text, model) => chunk(model, text),
  fault: (type, message) => event({ error: { type, message, code: type, param: null } }),
};
