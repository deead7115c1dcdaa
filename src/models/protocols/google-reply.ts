import type { FinishReason, Json } from "../../contract/index.ts";
import { at, countAt, listAt, stringAt } from "../at.ts";
import { addArguments, addReasoning, addText, setFinish } from "../reply-draft.ts";
import type { CallDraft, ReplyDraft } from "../reply-draft.ts";
import { plausible } from "./openai-usage.ts";
import { throwIfFault } from "./told-fault.ts";

/** The name under which signatures are kept. */
export const GOOGLE = "google";

/** Takes in a chunk of Gemini's content, or a list of them, which is what it sends without events. */
export function readGoogle(draft: ReplyDraft, chunk: unknown): void {
  if (chunk === null) return;
  if (Array.isArray(chunk)) {
    for (const one of chunk) readGoogle(draft, one);
    return;
  }
  throwIfFault(chunk);
  const model = stringAt(chunk, "modelVersion");
  if (model !== "") draft.servedModel = model;
  const usage = at(chunk, "usageMetadata") ?? null;
  if (usage !== null) readUsage(draft, usage);
  const [candidate] = listAt(chunk, "candidates");
  for (const part of listAt(at(candidate, "content"), "parts")) readPart(draft, part);
  const blocked = stringAt(at(chunk, "promptFeedback"), "blockReason");
  const raw = stringAt(candidate, "finishReason");
  if (raw !== "") setFinish(draft, raw, finishOf(raw));
  else if (blocked !== "" && candidate === undefined) setFinish(draft, blocked, "refused");
  // What could not be read stands in for the turn, which would be empty.
  if (draft.finish === "malformed-call" && draft.text === "")
    addText(draft, stringAt(candidate, "finishMessage"));
}

function readPart(draft: ReplyDraft, part: unknown): void {
  const signature = stringAt(part, "thoughtSignature");
  const text = stringAt(part, "text");
  const signed = signature === "" ? undefined : { [GOOGLE]: { thoughtSignature: signature } };
  const called = at(part, "functionCall");
  if (typeof called === "object" && called !== null) {
    const id = stringAt(called, "id");
    const trace = { ...signed?.[GOOGLE], ...(id !== "" && { id }) };
    const call: CallDraft = {
      id,
      name: stringAt(called, "name"),
      text: "",
      ...(Object.keys(trace).length > 0 && { trace: { [GOOGLE]: trace } }),
    };
    draft.calls.set(`${draft.calls.size}`, call);
    addArguments(draft, call, JSON.stringify(at(called, "args") ?? {}));
    return;
  }
  if (at(part, "thought") === true) return addReasoning(draft, "thought", text, signed);
  addText(draft, text);
  // A signature of the text itself goes back with the text.
  if (signed !== undefined)
    addReasoning(draft, "text", "", { [GOOGLE]: { ...signed[GOOGLE], of: "text" } });
}

function finishOf(raw: string): FinishReason {
  switch (raw) {
    case "STOP":
      return "stop";
    case "MAX_TOKENS":
    case "CONTINUATION":
      return "length";
    case "SAFETY":
    case "RECITATION":
    case "BLOCKLIST":
    case "PROHIBITED_CONTENT":
    case "SPII":
    case "IMAGE_SAFETY":
      return "refused";
    case "MALFORMED_FUNCTION_CALL":
    case "UNEXPECTED_TOOL_CALL":
    case "TOO_MANY_TOOL_CALLS":
      return "malformed-call";
    default:
      return "other";
  }
}

/** Thinking is counted beside the candidates; a reply of which nothing is told is the rest of the total. */
function readUsage(draft: ReplyDraft, usage: Json | object): void {
  const input = countAt(usage, "promptTokenCount");
  const spoken = countAt(usage, "candidatesTokenCount");
  const thought = countAt(usage, "thoughtsTokenCount");
  const total = countAt(usage, "totalTokenCount");
  const told = spoken === null && thought === null ? null : (spoken ?? 0) + (thought ?? 0);
  const rest = input === null || total === null ? null : Math.max(0, total - input);
  draft.usage = plausible({
    input,
    cached: countAt(usage, "cachedContentTokenCount"),
    output: told ?? rest,
    reasoning: thought,
  });
}
