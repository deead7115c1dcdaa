import { BenchError } from "../../core/index.ts";
import type {
  Assignment,
  AssistantMessage,
  Interpretation,
  Model,
  ModelMessage,
  ModelReply,
  ModelRequest,
} from "../../contract/index.ts";
import type { PythonSyntax } from "../../syntax/index.ts";
import { act } from "./act.ts";
import { RETRY_LIMIT } from "./agent-options.ts";
import type { AgentOptions, Regime } from "./agent-options.ts";
import type { Dialect } from "./dialect.ts";
import { heardMessage } from "./heard-message.ts";
import { LONGEST_ANSWER } from "./limits.ts";
import { noteReply } from "./note-reply.ts";
import { repliesTo } from "./replies-to.ts";
import { textAnswer } from "./text-answer.ts";
import { whatIsLeft } from "./what-is-left.ts";

/** What a conversation is held with. */
export interface ConversationParts extends Pick<Assignment, "probe" | "briefing" | "log"> {
  readonly model: Model;
  readonly dialect: Dialect;
  readonly python: PythonSyntax;
  readonly regime: Regime;
  readonly options: Pick<AgentOptions, "maxTokens" | "temperature" | "reasoningEffort">;
}

/** Why a model is asked again without it costing a reply, once in a row for each reason. */
type RetryReason = "cut" | "empty" | "malformed" | "incomplete" | "unanswered";

/** Replies in a row of which nothing could be read, after which the server or a limit is at fault. */
const MOST_MANGLED = 2;
const MOST_THOUGHT = 3;

/** Goes on until the model has answered, has nothing more to say, or has no reply left. */
export async function converse(
  opening: readonly ModelMessage[],
  parts: ConversationParts,
  signal: AbortSignal,
): Promise<Interpretation> {
  const { model, dialect, regime, probe, log } = parts;
  const tools = (dialect.settings(false).tools ?? []).map(({ name }) => name);
  const messages: ModelMessage[] = [...opening];
  const retried = new Set<RetryReason>();
  const trouble = troubleWatch(parts);
  let left = regime.turns;
  let retries = 0;
  for (;;) {
    const reply = await model.complete(requestOf(messages, parts, isLast(left, parts)), signal);
    noteReply(reply, log);
    const heard = heardMessage(reply.message, tools, messages.length);
    const { message } = heard;
    if (heard.isFromText)
      log({
        topic: "server",
        text: "The server left the calls in the text; they were read there.",
      });
    trouble(reply, message, heard.mangled);
    messages.push(message);
    const say = (text: string, replies: number): void => {
      const ending = whatIsLeft(probe, replies, regime.mayAsk);
      messages.push(...repliesTo(message, [{ text, isError: true }], ending));
    };
    const reason = retryReasonOf(reply, message);
    if (reason !== null && !retried.has(reason) && retries < RETRY_LIMIT) {
      retried.add(reason);
      retries += 1;
      say(`${retryMessage(reason, message)} ${dialect.reminder(isLast(left, parts))}`, left);
      continue;
    }
    if (reason === "empty") return abstained("The model gave no answer.", message.text);
    left -= 1;
    const moves = await dialect.read(message);
    const takesAll = retried.has("incomplete");
    const acted = await act(moves, { probe, log, isLast: left === 0, takesAll }, signal);
    if (acted.kind === "answered") return acted.interpretation;
    if (left === 0) {
      if (retried.has("unanswered")) return lastResort(message, moves.length === 0, parts);
      retried.add("unanswered");
      left = 1;
    } else for (const passed of ["cut", "empty", "malformed"] as const) retried.delete(passed);
    if (acted.complained) retried.add("incomplete");
    if (moves.length === 0)
      say(`Nothing was found to act on. ${dialect.reminder(isLast(left, parts))}`, left);
    else messages.push(...repliesTo(message, acted.told, whatIsLeft(probe, left, regime.mayAsk)));
  }
}

function retryMessage(reason: "cut" | "empty" | "malformed", message: AssistantMessage): string {
  switch (reason) {
    case "cut":
      return isThought(message)
        ? "Your reply was cut off while you were still thinking, so that there is nothing to act on. Think less this time."
        : "Your reply was too long and was cut off, so that it was not acted on. Say it again, much shorter.";
    case "empty":
      return "Your reply was empty or a refusal. All that is wanted is a description of a harmless function.";
    case "malformed":
      return "Your call of a tool could not be read, so that nothing was asked and nothing was spent. Call it again, with its arguments as one JSON object.";
  }
}

function retryReasonOf(
  { finish }: ModelReply,
  message: AssistantMessage,
): "cut" | "empty" | "malformed" | null {
  if (finish === "length" || finish === "cut-off") return "cut";
  const hasCalls = message.toolCalls.length > 0;
  if (finish === "malformed-call" && !hasCalls) return "malformed";
  const isEmpty = message.text.trim() === "" && !hasCalls;
  return finish === "refused" || isEmpty ? "empty" : null;
}

/** Nothing was said beside what may have been thought. */
function isThought({ text, toolCalls }: AssistantMessage): boolean {
  return text.trim() === "" && toolCalls.length === 0;
}

/**
 * Watches for what is no fault of the model. Throws `server-mangles-tools` where its server leaves calls
 * in a form that cannot be read, and `bad-configuration` where a limit of tokens cuts all it does in the
 * midst of thinking.
 */
function troubleWatch({
  model,
  options: { maxTokens },
}: ConversationParts): (
  reply: ModelReply,
  message: AssistantMessage,
  mangled: string | null,
) => void {
  let inARow = 0;
  let thoughts = 0;
  let hasSpoken = false;
  return ({ finish }, message, mangled) => {
    inARow = mangled === null ? 0 : inARow + 1;
    if (mangled !== null && inARow >= MOST_MANGLED)
      throw new BenchError(
        "server-mangles-tools",
        `Expected calls of tools as the server of \`${model.id}\` should read them; got ${JSON.stringify(mangled)} where a call should be, ${inARow} times in a row; start it with the parser of its model's calls (vLLM: --enable-auto-tool-choice with --tool-call-parser; llama.cpp: --jinja), or use --dialect text`,
        { data: { model: model.id } },
      );
    const wasCut = finish === "length" && isThought(message);
    hasSpoken ||= !wasCut;
    thoughts += wasCut ? 1 : 0;
    if (!hasSpoken && thoughts >= MOST_THOUGHT)
      throw new BenchError(
        "bad-configuration",
        `Expected replies of \`${model.id}\` within ${maxTokens} tokens; got ${thoughts} that were cut at that limit while it was thinking, and no word; give more with --max-tokens, or ask for less thinking with --reasoning-effort`,
        { data: { model: model.id, maxTokens } },
      );
  };
}

/** Nothing but an answer is of any use any more. */
function isLast(left: number, { probe }: Pick<ConversationParts, "probe">): boolean {
  const { queries, rounds } = probe.remaining();
  return left === 1 || queries === 0 || rounds === 0;
}

function requestOf(
  messages: readonly ModelMessage[],
  { dialect, options: { maxTokens, temperature, reasoningEffort } }: ConversationParts,
  mustAnswer: boolean,
): ModelRequest {
  return {
    messages: [...messages],
    ...dialect.settings(mustAnswer),
    maxTokens,
    ...(temperature === null ? {} : { temperature }),
    ...(reasoningEffort === undefined ? {} : { reasoningEffort }),
  };
}

/** Whatever words stand in the very last reply are taken for a description. */
function lastResort(
  { text }: AssistantMessage,
  isPlain: boolean,
  { briefing, python }: ConversationParts,
): Interpretation | Promise<Interpretation> {
  if (isPlain && text.trim() !== "") return textAnswer(text, briefing, python);
  return abstained("The model gave no answer before its last reply.", text);
}

/** The interpretation of a model that gave none. */
function abstained(description: string, raw: string): Interpretation {
  return {
    description,
    code: null,
    regions: [],
    noise: null,
    exceptions: [],
    concepts: [],
    confidence: null,
    abstained: true,
    raw: raw === "" ? null : raw.slice(0, LONGEST_ANSWER),
  };
}
