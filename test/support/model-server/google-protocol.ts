import { event, finishOf, pieces, usageOf, written } from "./protocol.ts";
import type { ServedProtocol } from "./protocol.ts";
import { parseJson } from "../../../src/core/index.ts";

const FINISH = { stop: "STOP", length: "MAX_TOKENS", "tool-calls": "STOP", refused: "SAFETY" };

function chunk(
  model: string,
  parts: readonly unknown[],
  rest: object = {},
  more: object = {},
): string {
  const candidates = [{ content: { role: "model", parts }, index: 0, ...rest }];
  return event({ candidates, modelVersion: model, responseId: "r-1", ...more });
}

/** Content as Google's Gemini serves it. */
export const googleProtocol: ServedProtocol = {
  name: "google",
  fits: (path) => path.includes(":streamGenerateContent"),
  modelOf: (path) => /models\/([^:]+):/.exec(path)?.[1] ?? "unnamed",
  reply: (reply, model) => {
    const { input, cached, output } = usageOf(reply);
    const usageMetadata = {
      promptTokenCount: input,
      cachedContentTokenCount: cached,
      candidatesTokenCount: output,
      totalTokenCount: input + output,
    };
    const parts = (reply.calls ?? []).map((call) => {
      const args = parseJson(written(call.arguments));
      return {
        functionCall: { name: call.tool, args: args.kind === "json" ? args.value : {} },
        thoughtSignature: "signed",
      };
    });
    return [
      ...pieces(reply.reasoning ?? "").map((text) => chunk(model, [{ text, thought: true }])),
      ...pieces(reply.text ?? "").map((text) => chunk(model, [{ text }])),
      ...(parts.length > 0 ? [chunk(model, parts)] : []),
      chunk(model, [], { finishReason: FINISH[finishOf(reply)] }, { usageMetadata }),
    ];
  },
  opening: (text, model) => [chunk(model, [{ text }])],
  more: (text, model) => chunk(model, [{ text }]),
  fault: (type, message) => event({ error: { code: 503, status: type, message } }),
};
