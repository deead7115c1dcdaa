import type { Input } from "../contract/index.ts";
import type { PackedOutcome } from "./packed-outcome.ts";

/** A program with its inputs and bounds, as it travels to a thread. */
export interface Job {
  readonly source: string;
  /** Name of the function to call; an identifier. */
  readonly entry: string;
  readonly inputs: readonly Input[];
  /** Indices of inputs that are also asked alone. */
  readonly alone: readonly number[];
  /** Indices of inputs that are also asked again, in this order. */
  readonly again: readonly number[];
  /** Decides, with each input, what the program sees as chance. */
  readonly seed: string;
  /** Bytes that the engine and the program may hold together. */
  readonly memory: number;
  /** Millions of interpreter steps for the whole batch, for each input that is asked alone, and for those asked again. */
  readonly work: number;
}

/** What a thread and its owner share. */
export interface ThreadShare {
  /** Its only entry counts the parts of jobs that the thread has ended. */
  readonly parts: Int32Array;
}

/** What a thread says: once that it is ready, then one message per job. */
export type ThreadMessage =
  /** `thread` is its name for `processorTime`. */
  | { readonly kind: "ready"; readonly thread: string | null }
  | { readonly kind: "outcome"; readonly outcome: PackedOutcome }
  /** The engine could not be started. */
  | { readonly kind: "not-started"; readonly message: string };
