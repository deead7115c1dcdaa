import type { ConversationsEstimate, RunEstimate } from "../../app/index.ts";

/** What a run may come to, for a person: from what is typical to the worst, model by model. */
export function renderEstimate(estimate: RunEstimate): string {
  const { models } = estimate;
  return [
    ...models.flatMap(({ model, conversations, typical, worst }) => [
      `${model}: ${count(conversations)} conversations`,
      ...rangeLines(typical, worst),
    ]),
    ...(models.length === 1
      ? []
      : [
          `All ${models.length} models: ${count(estimate.conversations)} conversations`,
          ...rangeLines(estimate.typical, estimate),
        ]),
    "Typical: all of the budget is asked in six batches, then comes the answer; 250 tokens a reply and no",
    "thinking, 4 characters a token. A model that thinks takes what it thinks besides.",
    "Worst: every conversation takes all its replies, also those asked for again, and fills each to",
    "--max-tokens; 2.5 characters a token. No price for cached input is reckoned in. --cost-limit holds.",
    "Nothing was sent.",
  ].join("\n");
}

function rangeLines(typical: ConversationsEstimate, worst: ConversationsEstimate): string[] {
  const line = (
    label: string,
    { requests, inputTokens, outputTokens, cost }: ConversationsEstimate,
  ) =>
    `  ${label}  ${count(requests)} requests, ${count(inputTokens)} tokens in, ${count(outputTokens)} tokens out${cost === null ? "" : `, ${cost.toFixed(2)} US dollars by the known price`}`;
  return [
    line("typical", typical),
    line("worst  ", worst),
    ...(worst.cost === null
      ? ["  cost not known: no price of this model is known; give it with --price"]
      : []),
  ];
}

function count(n: number): string {
  return Math.round(n).toLocaleString("en");
}
