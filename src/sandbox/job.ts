import type { StreamKey } from "../core/index.ts";
import type { Input, RunOutcome } from "../contract/index.ts";

/** A program with its inputs and bounds, as it travels to a thread. */
export interface Job {
  readonly source: string;
  /** Name of the function to call; an identifier. */
  readonly entry: string;
  readonly inputs: readonly Input[];
  /** Decides what the program sees as chance. */
  readonly key: StreamKey;
  /** Bytes that the engine and the program may hold together. */
  readonly memory: number;
  /** Millions of interpreter steps for the whole batch. */
  readonly work: number;
}

/** What a thread says: once that it is ready, then one outcome per job. */
export type ThreadMessage =
  { readonly kind: "ready" } | { readonly kind: "outcome"; readonly outcome: RunOutcome };
