import { calls, says } from "../../support/model-server.ts";
import type { SeenRequest, ServedTurn } from "../../support/model-server.ts";

/** The answer that the served model gives to everything. */
export const answer = {
  description: "It gives back what it is given.",
  code: "function f(x) {\n  return x;\n}",
  language: "javascript",
  confidence: 0.25,
};

const headed = `[DESCRIPTION] ${answer.description}
[CODE]
\`\`\`javascript
${answer.code}
\`\`\`
[CONFIDENCE] 0.25`;

/** Which reply of its conversation a request asks for, from 1. */
export function turnOf({ body }: SeenRequest): number {
  const { prompt } = body;
  if (typeof prompt === "string") return prompt.split(/^Assistant:/mu).length - 1;
  const turns = (body["messages"] ?? body["contents"] ?? body["input"]) as readonly Turn[];
  const isOwn = (turn: Turn | undefined): boolean =>
    turn?.role === "assistant" ||
    turn?.role === "model" ||
    /^(?:reasoning|message|function_call)$/u.test(turn?.type ?? "");
  // Items of the Responses API that follow one another are one reply.
  return (
    1 + turns.filter((turn, at) => isOwn(turn) && !(body["input"] && isOwn(turns[at - 1]))).length
  );
}

interface Turn {
  readonly role?: string;
  readonly type?: string;
}

/** Asks once in two calls at the same time, then answers; in text where there are no tools. */
export function talk(request: SeenRequest): ServedTurn {
  const asked = JSON.stringify(request.body);
  const isText = asked.includes("takes one text");
  const mayAsk = asked.includes("Replies left:");
  const [a, b] = isText ? [["Abc", "x1"], ["hello"]] : [[1.5, -3], [20]];
  const isFirst = turnOf(request) === 1 && mayAsk;
  if (request.body["tools"] === undefined)
    return isFirst
      ? says(`I begin.\n\`\`\`ask\n${a?.map((x) => JSON.stringify(x)).join("\n")}\n\`\`\``)
      : says(headed);
  if (isFirst)
    return {
      kind: "reply",
      text: "I begin.",
      calls: [
        { tool: "ask", arguments: { inputs: a } },
        { tool: "ask", arguments: { inputs: b } },
      ],
    };
  return calls({ tool: "answer", arguments: answer });
}

/** Requests that `longTalk` takes of `agent` and `examples` together on a problem. */
export const requestsOfTalk = 5;

/** Asks three times, one thing after the other, then answers. */
export function longTalk(request: SeenRequest): ServedTurn {
  const turn = turnOf(request);
  const asked = JSON.stringify(request.body);
  if (!asked.includes("Replies left:") || turn > 3) return talk(request);
  const inputs = asked.includes("takes one text") ? [`text ${turn}`, "x"] : [turn, 0.5];
  return calls({ tool: "ask", arguments: { inputs } });
}
