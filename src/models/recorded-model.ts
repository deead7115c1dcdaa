import { BenchError } from "../core/index.ts";
import type {
  AnsweredCall,
  CallPlace,
  Clock,
  ConversationPlace,
  Model,
  ModelRecords,
  ModelReply,
} from "../contract/index.ts";
import { imageOf, imageOfRecorded, recordRequest, type RequestImage } from "./recorded-request.ts";
import { requestDifference } from "./request-difference.ts";

/** What the calls of a conversation are recorded with. */
export interface RecordingParts {
  readonly records: ModelRecords;
  readonly place: ConversationPlace;
  readonly clock: Clock;
  /** Only what was recorded is given back; nothing is sent. */
  readonly offline: boolean;
}

/**
 * A model whose calls in one conversation are recorded, and given back for nothing when the same
 * conversation is held again. One instance stands for one conversation; its calls are counted.
 */
export function recordedModel(model: Model, parts: RecordingParts): Model {
  const { records, place, offline } = parts;
  let ordinal = 0;
  let before: RequestImage | null = null;
  return {
    id: model.id,
    complete: async (request, signal) => {
      signal.throwIfAborted();
      ordinal += 1;
      const call: Call = {
        place: { ...place, ordinal },
        image: imageOf(model.id, request),
        before,
      };
      before = call.image;
      const found = await records.get(call.place);
      if (found !== null) return replayed(found, call);
      if (offline) throw missing(call.place);
      return sendRecorded(call, parts, () => model.complete(request, signal));
    },
  };
}

interface Call {
  readonly place: CallPlace;
  readonly image: RequestImage;
  /** The call before it in the same conversation. */
  readonly before: RequestImage | null;
}

async function sendRecorded(
  { place, image, before }: Call,
  { records, clock }: RecordingParts,
  send: () => Promise<ModelReply>,
): Promise<ModelReply> {
  const head = (): { version: 1; place: CallPlace; at: string } => ({
    version: 1,
    place,
    at: new Date(clock.now()).toISOString(),
  });
  await records.append({ ...head(), kind: "call-intended", hash: image.hash });
  const begun = clock.now();
  try {
    const reply = asRecorded(await send());
    const milliseconds = Math.max(0, Math.round(clock.now() - begun));
    const request = recordRequest(image, before);
    await records.append({ ...head(), kind: "call-answered", request, reply, milliseconds });
    return reply;
  } catch (error) {
    // What is told of is the fault of the call; where this cannot be written either, it stays open.
    await records.append({ ...head(), kind: "call-failed", ...told(error) }).catch(() => undefined);
    throw error;
  }
}

/** The reply as it will be read again, so that the first time is no different from the next. */
function asRecorded(reply: ModelReply): ModelReply {
  return JSON.parse(JSON.stringify(reply)) as ModelReply;
}

/** Messages of other errors may hold anything. */
function told(error: unknown): {
  readonly code: string;
  readonly message: string;
  readonly requests?: number;
  readonly unpriced?: number;
} {
  if (!(error instanceof BenchError)) return { code: "interrupted", message: "" };
  const { requests, unpriced } = error.data;
  return {
    code: error.code,
    message: error.message,
    ...(typeof requests === "number" && { requests }),
    ...(typeof unpriced === "number" && { unpriced }),
  };
}

function replayed({ request, reply }: AnsweredCall, { place, image, before }: Call): ModelReply {
  if (request.hash !== image.hash)
    throw differs(place, requestDifference(imageOfRecorded(request, before), image));
  return { ...reply, cost: { ...reply.cost, paid: 0 } };
}

function differs(place: CallPlace, difference: string): BenchError {
  return new BenchError(
    "request-differs",
    `Expected the request that was recorded for ${placeName(place)}; got another: ${difference}; go on with the version and the prompts that the run was begun with, or begin a new run`,
    { data: { place, difference } },
  );
}

function missing(place: CallPlace): BenchError {
  return new BenchError(
    "reply-missing",
    `Expected a recorded reply to ${placeName(place)}, since nothing is sent offline; got none; run it with a connection first`,
    { data: { place } },
  );
}

function placeName({ item, role, branch, ordinal }: CallPlace): string {
  const { problem, interpreter, epoch } = item;
  return `call ${ordinal} of ${role}/${branch} (${interpreter} on ${problem}, epoch ${epoch})`;
}
