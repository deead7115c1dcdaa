import type { ModelRequest } from "../../contract/index.ts";
import { at, listAt, stringAt } from "../at.ts";
import type { Habits } from "../habits.ts";
import { readLogProbs } from "../log-probs.ts";
import { addText, setFinish } from "../reply-draft.ts";
import type { ReplyDraft } from "../reply-draft.ts";
import { completionPrompt } from "./completion-prompt.ts";
import { readUsage } from "./openai-usage.ts";
import type { Target, Wire } from "./protocol.ts";
import { sentTurns } from "./sent-turns.ts";
import { throwIfFault } from "./told-fault.ts";

/** A request as completions have it: the server goes on with a text. */
export function writeCompletion(
  { messages, maxTokens, temperature, seed, stop = [], topLogProbs }: ModelRequest,
  { name }: Target,
  { left }: Habits,
): Wire {
  const prompt = completionPrompt(sentTurns(messages));
  const stops = [...prompt.stop, ...stop];
  const body = {
    model: name,
    prompt: prompt.text,
    stream: true,
    ...(left.has("stream_options") ? {} : { stream_options: { include_usage: true } }),
    ...(maxTokens !== undefined && { max_tokens: maxTokens }),
    ...(temperature !== undefined && { temperature }),
    ...(seed !== undefined && { seed }),
    ...(stops.length > 0 && { stop: stops }),
    ...(topLogProbs !== undefined && { logprobs: topLogProbs }),
  };
  return { path: "/completions", body, ignored: [] };
}

/** Takes in a chunk of a completion, or a whole one. */
export function readCompletion(draft: ReplyDraft, chunk: unknown): void {
  if (chunk === null) {
    draft.isEnded = true;
    return;
  }
  throwIfFault(chunk);
  const model = stringAt(chunk, "model");
  if (model !== "") draft.servedModel = model;
  readUsage(draft, at(chunk, "usage"));
  const [choice] = listAt(chunk, "choices");
  addText(draft, stringAt(choice, "text"));
  if (draft.topLogProbs !== null)
    for (const place of readLogProbs(at(choice, "logprobs"), draft.topLogProbs))
      draft.logProbs.push(place);
  const raw = stringAt(choice, "finish_reason");
  if (raw !== "") setFinish(draft, raw, finishOf(raw));
}

function finishOf(raw: string): "length" | "other" | "refused" | "stop" {
  if (raw === "stop" || raw === "length") return raw;
  return raw === "content_filter" ? "refused" : "other";
}
