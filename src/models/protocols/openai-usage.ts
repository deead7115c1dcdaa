import type { TokenUsage } from "../../contract/index.ts";
import { at, countAt } from "../at.ts";
import type { ReplyDraft } from "../reply-draft.ts";
import { noUsage } from "../reply-draft.ts";

/** Reads `usage` as chat completions and completions have it; the last one told counts. */
export function readUsage(draft: ReplyDraft, usage: unknown): void {
  if (typeof usage !== "object" || usage === null) return;
  const details = at(usage, "completion_tokens_details");
  const inside = at(usage, "prompt_tokens_details");
  const input = countAt(usage, "prompt_tokens");
  draft.usage = plausible({
    input,
    cached: countAt(inside, "cached_tokens") ?? countAt(usage, "prompt_cache_hit_tokens"),
    output: outputOf(input, countAt(usage, "completion_tokens"), countAt(usage, "total_tokens")),
    reasoning: countAt(details, "reasoning_tokens") ?? countAt(usage, "reasoning_tokens"),
  });
  const cost = at(usage, "cost");
  if (typeof cost === "number" && Number.isFinite(cost) && cost >= 0) draft.statedCost = cost;
}

/**
 * Tokens of the reply: where the total is higher, thinking was counted beside `completion_tokens`
 * (https://docs.x.ai/docs/key-information/consumption-and-rate-limits).
 */
export function outputOf(
  input: number | null,
  told: number | null,
  total: number | null,
): number | null {
  if (input === null || total === null || total < input) return told;
  return Math.max(told ?? 0, total - input);
}

/** No request has no tokens: a server that says so does not count. */
export function plausible(usage: TokenUsage): TokenUsage {
  return usage.input === 0 ? noUsage : usage;
}
