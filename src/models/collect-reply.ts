import type { FinishReason, ModelReply, ModelRequest } from "../contract/index.ts";
import { at, stringAt } from "./at.ts";
import { causeOf } from "./cause-of.ts";
import { Overlong, type HttpHead, type HttpRequest, type Send } from "./http-send.ts";
import type { Protocol } from "./protocols/protocol.ts";
import { emptyDraft, isEmpty, toolCallsOf, type ReplyDraft } from "./reply-draft.ts";
import { serverEvents } from "./server-events.ts";
import { ServerFault, ToldFault, Unfinished, Unheard, Unreadable } from "./server-fault.ts";
import { parseJson } from "../core/index.ts";
import type { Timer } from "./timer.ts";
import { watchSilence } from "./watch-silence.ts";

/** How much of a reply is listened to, and for how long. */
export interface ReplyLimits {
  /** Bytes on the wire, with all that the protocol puts around the text. */
  readonly bytes: number;
  /** Characters of text, thinking and arguments together. */
  readonly characters: number;
  /** Milliseconds without a byte until a server counts as gone. */
  readonly silence: number;
}

/** A reply as one request brought it, without its price. */
export interface CollectedReply {
  readonly reply: Omit<ModelReply, "cost" | "requests">;
  /** What the provider itself says that the call cost, if it does. */
  readonly statedCost: number | null;
  /** Whether the server said that the reply had ended. */
  readonly isEnded: boolean;
}

/** What a reply is listened to with. */
export interface Listening {
  readonly send: Send;
  readonly limits: ReplyLimits;
  readonly timer: Timer;
  /** A reply that ended in good order without saying so is taken as it is. */
  readonly takesUnended: boolean;
}

/** Sends a request once and listens to the reply, as far as the limits allow. */
export async function collectReply(
  protocol: Pick<Protocol, "read">,
  wire: HttpRequest & { readonly ignored: readonly string[] },
  { messages, topLogProbs }: Pick<ModelRequest, "messages" | "topLogProbs">,
  { send, limits, timer, takesUnended }: Listening,
  signal: AbortSignal,
): Promise<CollectedReply> {
  const draft = emptyDraft(messages.length, topLogProbs ?? null);
  const watch = watchSilence(limits.silence, timer, signal);
  let head: HttpHead = { status: 0, statusText: "", headers: {} };
  const page: Buffer[] = [];
  let isCut = false;
  const events = serverEvents((event) => {
    // What comes behind the end, such as a fault in counting, changes nothing.
    const isOver = draft.isEnded && event !== null;
    if (!isOver && draft.characters <= limits.characters) protocol.read(draft, event);
  });
  try {
    await send(
      wire,
      {
        head: (heard) => {
          head = heard;
          watch.heard();
        },
        piece: (bytes) => {
          watch.heard();
          if (isRefused(head)) page.push(bytes);
          else events.add(bytes);
          isCut = draft.characters > limits.characters;
          return !isCut;
        },
      },
      watch.signal,
    );
    if (isRefused(head)) return refused(draft, head, Buffer.concat(page).toString("utf8"), wire);
    if (!isCut) requireEnd(draft, events.end(), takesUnended);
    return settled(draft, isCut, wire.ignored);
  } catch (error) {
    signal.throwIfAborted();
    watch.signal.throwIfAborted();
    // What was heard before is what the model said; it would go on forever.
    if (draft.characters > 0 && causeOf(error, Overlong) !== null)
      return settled(draft, true, wire.ignored);
    if (error instanceof ToldFault) {
      const isBegun = !isEmpty(draft);
      throw new ServerFault({ ...head, body: JSON.stringify(error.told), isBegun });
    }
    // The connection was lost behind the end of the reply.
    if (draft.isEnded || draft.finish !== null) return settled(draft, false, wire.ignored);
    throw head.status === 0 ? new Unheard(error) : error;
  } finally {
    watch.end();
  }
}

function isRefused({ status }: HttpHead): boolean {
  return status !== 0 && (status < 200 || status >= 300);
}

/** A call that the server could not read is the model's, though it is told as a fault (Groq does). */
function refused(
  draft: ReplyDraft,
  head: HttpHead,
  body: string,
  { ignored }: { readonly ignored: readonly string[] },
): CollectedReply {
  const parsed = parseJson(body);
  const error = at(parsed.kind === "json" ? parsed.value : null, "error");
  const written = stringAt(error, "failed_generation");
  if (written === "") throw new ServerFault({ ...head, body });
  draft.text = written;
  draft.finish = "malformed-call";
  draft.rawFinish = stringAt(error, "code") || "failed_generation";
  return settled(draft, false, ignored);
}

/**
 * A reply has ended where the server says so: by a reason, by the end of its protocol, or by what it
 * took, which comes last. One in good order without any of it may have been cut.
 */
function requireEnd(
  draft: ReplyDraft,
  { text }: { readonly text: string },
  takesUnended: boolean,
): void {
  if (draft.finish !== null) return;
  if (isEmpty(draft)) throw text.trim() === "" ? new Unfinished() : new Unreadable(text);
  if (!draft.isEnded && !takesUnended) throw new Unfinished();
}

function settled(draft: ReplyDraft, isCut: boolean, left: readonly string[]): CollectedReply {
  const toolCalls = toolCallsOf(draft);
  const { servedModel, refusal, rawFinish, usage, statedCost } = draft;
  const reply = {
    message: {
      role: "assistant" as const,
      text: draft.text === "" ? refusal : draft.text,
      toolCalls,
      reasoning: [...draft.reasoning.values()],
    },
    finish: isCut ? ("cut-off" as const) : finishOf(draft),
    rawFinish,
    usage: isCut ? { input: null, cached: null, output: null, reasoning: null } : usage,
    servedModel,
    ...logProbsOf(draft, left),
  };
  const isEnded = draft.isEnded || draft.finish !== null;
  return { reply, statedCost: isCut ? null : statedCost, isEnded };
}

/** Absence is told, so that nobody takes it for a likelihood of 0. */
function logProbsOf(
  { topLogProbs, logProbs }: ReplyDraft,
  ignored: readonly string[],
): Pick<ModelReply, "ignored" | "logProbs"> {
  if (topLogProbs === null) return { ignored };
  return logProbs.length > 0 ? { ignored, logProbs } : { ignored: [...ignored, "topLogProbs"] };
}

/** Some servers call tools and say that they simply stopped, or say nothing at all. */
function finishOf({ refusal, calls, finish, isEnded }: ReplyDraft): FinishReason {
  if (refusal !== "") return "refused";
  if (finish === null) return calls.size > 0 ? "tool-calls" : isEnded ? "stop" : "other";
  return finish === "stop" && calls.size > 0 ? "tool-calls" : finish;
}
