import type { FinishReason, JsonObject } from "../../contract/index.ts";
import { at, countAt, listAt, stringAt } from "../at.ts";
import { isStorable } from "../is-storable.ts";
import { readLogProbs } from "../log-probs.ts";
import { addReasoning, setFinish } from "../reply-draft.ts";
import type { ReplyDraft } from "../reply-draft.ts";
import { ToldFault } from "../server-fault.ts";
import { outputOf, plausible } from "./openai-usage.ts";
import { throwIfFault } from "./told-fault.ts";

/** The name under which the items of a turn are kept. */
export const RESPONSES = "openai";

/** Takes in an event of the Responses API, or a whole response. */
export function readResponses(draft: ReplyDraft, event: unknown): void {
  if (event === null) return;
  const type = stringAt(event, "type");
  if (type === "error") throw new ToldFault(event);
  if (type.endsWith(".delta")) return readDelta(draft, type, event);
  if (type === "response.output_item.done") return readItem(draft, at(event, "item"));
  const response = stringAt(event, "object") === "response" ? event : at(event, "response");
  if (response === undefined) return throwIfFault(event);
  readResponse(draft, response);
}

/** What is heard on the way counts where no item comes whole. */
function readDelta(draft: ReplyDraft, type: string, event: unknown): void {
  const piece = stringAt(event, "delta");
  draft.characters += piece.length;
  if (type === "response.output_text.delta") draft.text += piece;
  if (type === "response.refusal.delta") draft.refusal += piece;
  if (draft.topLogProbs !== null && type === "response.output_text.delta")
    for (const place of readLogProbs({ content: at(event, "logprobs") }, draft.topLogProbs))
      draft.logProbs.push(place);
}

/** A whole item is kept as it came, since it has to go back like that. */
function readItem(draft: ReplyDraft, item: unknown): void {
  if (typeof item !== "object" || item === null || !isStorable(item)) return;
  const before = listAt(draft.reasoning.get("items")?.trace?.[RESPONSES], "items");
  const items = [...(before as readonly JsonObject[]), item as unknown as JsonObject];
  const thought = stringAt(item, "type") === "reasoning" ? thoughtOf(item) : "";
  addReasoning(draft, "items", thought, { [RESPONSES]: { items } });
}

function thoughtOf(item: unknown): string {
  const parts = [...listAt(item, "summary"), ...listAt(item, "content")];
  return parts.map((part) => stringAt(part, "text")).join("\n\n");
}

function readResponse(draft: ReplyDraft, response: unknown): void {
  const model = stringAt(response, "model");
  if (model !== "") draft.servedModel = model;
  const usage = at(response, "usage") ?? null;
  if (usage !== null) readUsage(draft, usage);
  const status = stringAt(response, "status");
  if (status === "failed" || status === "cancelled") throw new ToldFault(response);
  if (status !== "completed" && status !== "incomplete") return;
  const output = listAt(response, "output");
  if (output.length > 0) {
    draft.reasoning.clear();
    for (const item of output) readItem(draft, item);
  }
  settleItems(draft);
  draft.isEnded = true;
  const why = stringAt(at(response, "incomplete_details"), "reason");
  setFinish(draft, why === "" ? status : why, finishOf(why, draft));
}

function finishOf(why: string, { calls }: ReplyDraft): FinishReason {
  if (why === "") return calls.size > 0 ? "tool-calls" : "stop";
  if (why === "max_output_tokens" || why === "max_tokens") return "length";
  return why === "content_filter" ? "refused" : "other";
}

/** Texts and calls of the items, which say the same as the pieces before them. */
function settleItems(draft: ReplyDraft): void {
  const items = listAt(draft.reasoning.get("items")?.trace?.[RESPONSES], "items");
  if (items.length === 0) return;
  const messages = items.filter((item) => stringAt(item, "type") === "message");
  const parts = messages.flatMap((item) => listAt(item, "content"));
  draft.text = parts.map((part) => stringAt(part, "text")).join("");
  draft.refusal = parts.map((part) => stringAt(part, "refusal")).join("");
  if (draft.topLogProbs !== null && draft.logProbs.length === 0)
    for (const part of parts)
      for (const place of readLogProbs({ content: at(part, "logprobs") }, draft.topLogProbs))
        draft.logProbs.push(place);
  draft.calls.clear();
  for (const item of items)
    if (stringAt(item, "type") === "function_call") {
      const given = at(item, "arguments");
      draft.calls.set(`${draft.calls.size}`, {
        id: stringAt(item, "call_id"),
        name: stringAt(item, "name"),
        text: typeof given === "string" ? given : JSON.stringify(given ?? {}),
      });
    }
}

function readUsage(draft: ReplyDraft, usage: unknown): void {
  const input = countAt(usage, "input_tokens");
  draft.usage = plausible({
    input,
    cached: countAt(at(usage, "input_tokens_details"), "cached_tokens"),
    output: outputOf(input, countAt(usage, "output_tokens"), countAt(usage, "total_tokens")),
    reasoning: countAt(at(usage, "output_tokens_details"), "reasoning_tokens"),
  });
}
