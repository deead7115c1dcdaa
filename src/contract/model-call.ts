import type { FinishReason, ModelCost, TokenUsage } from "./model.ts";

/** A call of a model as its run tells of it; request and reply stand in the record of calls. */
export interface ModelCall {
  /** Which call of its conversation, from 1. */
  readonly ordinal: number;
  /** The model that the provider says answered; `null` where it did not say. */
  readonly servedModel: string | null;
  readonly finish: FinishReason;
  readonly usage: TokenUsage;
  /** With what was paid for it, in whichever session of the run it was sent. */
  readonly cost: ModelCost;
  /** Whether a recorded reply was given back, and nothing sent. */
  readonly replayed: boolean;
}
