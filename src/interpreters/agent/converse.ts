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
import { abstained } from "./abstained.ts";
import { act } from "./act.ts";
import { PARDONS } from "./agent-options.ts";
import type { AgentOptions, Regime } from "./agent-options.ts";
import type { Dialect } from "./dialect.ts";
import { keptMessage } from "./kept-message.ts";
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
  readonly options: Pick<AgentOptions, "maxTokens" | "temperature">;
}

/** What is pardoned once in a row. */
type Lapse = "cut" | "empty" | "incomplete" | "unanswered";

/** Goes on until the model has answered, has nothing more to say, or has no reply left. */
export async function converse(
  opening: readonly ModelMessage[],
  parts: ConversationParts,
  signal: AbortSignal,
): Promise<Interpretation> {
  const { model, dialect, regime, probe, log } = parts;
  const messages: ModelMessage[] = [...opening];
  const pardoned = new Set<Lapse>();
  let left = regime.turns;
  let pardons = 0;
  for (;;) {
    const reply = await model.complete(requestOf(messages, parts, isLast(left, parts)), signal);
    noteReply(reply, log);
    const message = keptMessage(reply.message, (dialect.settings(false).tools ?? []).length > 0);
    messages.push(message);
    const say = (text: string, replies: number): void => {
      const ending = whatIsLeft(probe, replies, regime.mayAsk);
      messages.push(...repliesTo(message, [{ text, isError: true }], ending));
    };
    const lapse = lapseOf(reply);
    if (lapse !== null && !pardoned.has(lapse) && pardons < PARDONS) {
      pardoned.add(lapse);
      pardons += 1;
      say(`${REPROACH[lapse]} ${dialect.reminder(isLast(left, parts))}`, left);
      continue;
    }
    if (lapse === "empty") return abstained("The model gave no answer.", message.text);
    left -= 1;
    const moves = await dialect.read(message);
    const takesAll = pardoned.has("incomplete");
    const acted = await act(moves, { probe, log, isLast: left === 0, takesAll }, signal);
    if (acted.kind === "answered") return acted.interpretation;
    if (left === 0) {
      if (pardoned.has("unanswered")) return lastResort(message, moves.length === 0, parts);
      pardoned.add("unanswered");
      left = 1;
    } else for (const lapse of ["cut", "empty"] as const) pardoned.delete(lapse);
    if (acted.complained) pardoned.add("incomplete");
    if (moves.length === 0)
      say(`Nothing was found to act on. ${dialect.reminder(isLast(left, parts))}`, left);
    else messages.push(...repliesTo(message, acted.told, whatIsLeft(probe, left, regime.mayAsk)));
  }
}

const REPROACH = {
  cut: "Your reply was too long and was cut off, so that it was not acted on. Say it again, much shorter.",
  empty:
    "Your reply was empty or a refusal. All that is wanted is a description of a harmless function.",
} as const;

function lapseOf({ message, finish }: ModelReply): "cut" | "empty" | null {
  if (finish === "length" || finish === "cut-off") return "cut";
  const isEmpty = message.text.trim() === "" && message.toolCalls.length === 0;
  return finish === "refused" || isEmpty ? "empty" : null;
}

/** Nothing but an answer is of any use any more. */
function isLast(left: number, { probe }: Pick<ConversationParts, "probe">): boolean {
  const { queries, rounds } = probe.remaining();
  return left === 1 || queries === 0 || rounds === 0;
}

function requestOf(
  messages: readonly ModelMessage[],
  { dialect, options: { maxTokens, temperature } }: ConversationParts,
  mustAnswer: boolean,
): ModelRequest {
  return {
    messages: [...messages],
    ...dialect.settings(mustAnswer),
    maxTokens,
    ...(temperature === null ? {} : { temperature }),
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
