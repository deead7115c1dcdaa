import type { RunEstimate } from "../../app/index.ts";

/** What a run may come to, for a person. */
export function renderEstimate(estimate: RunEstimate): string {
  const { model, conversations, requests, inputTokens, outputTokens, cost } = estimate;
  const count = (n: number): string => n.toLocaleString("en");
  return [
    `${model}: ${count(conversations)} conversations; at their longest, with every reply full:`,
    `  ${count(requests)} requests, ${count(inputTokens)} tokens in, ${count(outputTokens)} tokens out`,
    cost === null
      ? "  cost not known: no price of this model is known; give it with --price"
      : `  ${cost.toFixed(2)} US dollars by the known price; most runs cost a small part of it`,
    "Nothing was sent.",
  ].join("\n");
}
