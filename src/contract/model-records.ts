import type { ModelCall } from "./model-call.ts";
import type { JsonObject, Model, ModelMessage, ModelReply } from "./model.ts";
import type { Item } from "./run.ts";

/** Where in a run a conversation with a model takes place. */
export interface ConversationPlace {
  readonly item: Item;
  /** Who asks, such as `interpreter` or `judge`. */
  readonly role: string;
  /** Which of several conversations of the same role, such as `main`. */
  readonly branch: string;
}

/** Where in a run one call of a model takes place. */
export interface CallPlace extends ConversationPlace {
  /** Which call of its conversation, from 1. */
  readonly ordinal: number;
}

/** A request as it is recorded: what it adds to the call before it in the same conversation. */
export interface RecordedRequest {
  /** SHA-256 of the whole request's canonical JSON, the model's id included. */
  readonly hash: string;
  /** How many messages at the beginning are those of the call before. */
  readonly shared: number;
  readonly messages: readonly ModelMessage[];
  /** Everything but the messages, with the model's id; `null` where it is as in the call before. */
  readonly settings: JsonObject | null;
}

interface RecordBase {
  readonly version: 1;
  readonly place: CallPlace;
  /** ISO 8601; left out of every comparison. */
  readonly at: string;
}

/** One line of the append-only record of a run's calls. */
export type ModelRecord =
  /** Written before anything is sent: one without an answer was in flight when the run ended. */
  | (RecordBase & { readonly kind: "call-intended"; readonly hash: string })
  | (RecordBase & {
      readonly kind: "call-answered";
      readonly request: RecordedRequest;
      readonly reply: ModelReply;
      readonly milliseconds: number;
    })
  | (RecordBase & {
      readonly kind: "call-failed";
      readonly code: string;
      readonly message: string;
      /** Requests that were sent for it; absent where that is not known. */
      readonly requests?: number;
      /** Those of them that may have to be paid for; absent where that is not known. */
      readonly unpriced?: number;
    });

/** A recorded call that was answered. */
export type AnsweredCall = Extract<ModelRecord, { readonly kind: "call-answered" }>;

/** What a run's record of calls comes to. */
export interface ModelTally {
  readonly answered: number;
  readonly failed: number;
  /** Calls that were begun and have neither an answer nor a fault: paid perhaps, and lost. */
  readonly unsettled: number;
  /** US dollars paid for the answers of which the price is known. */
  readonly paid: number;
  /** Requests for answers and for calls that failed of which the price is not known. */
  readonly unpriced: number;
}

/** The calls of models that a run made: append-only. */
export interface ModelRecords {
  /** The answered call at a place; `null` if there is none. */
  get(place: CallPlace): Promise<AnsweredCall | null>;
  /** Resolves when a killed process would not lose it. */
  append(record: ModelRecord): Promise<void>;
  tally(): ModelTally;
  /** Tokens of the answers, in and out, as far as they are known. */
  tokens(): number;
  /** Makes what was appended survive a power cut, and lets go of the files. */
  close(): Promise<void>;
}

/**
 * Opens a recorded conversation at a place; each call that was answered is told of. `null` where the
 * item's row has no language model.
 */
export type Converse = (
  place: ConversationPlace,
  onCall: (call: ModelCall) => void,
) => Model | null;
