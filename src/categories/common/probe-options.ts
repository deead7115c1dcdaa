import type { BenchError } from "../../core/index.ts";
import type { Problem, QueryBatch } from "../../contract/index.ts";
import type { Spec } from "../numeric/index.ts";
import type { BlackBoxOptions } from "../numeric/index.ts";

/** Which problem to open, and how far; noise is drawn anew in each epoch. */
export interface ProbeOptions extends Omit<BlackBoxOptions, "problem" | "stream"> {
  readonly problem: Problem<Spec>;
  /** Queries that may be asked; `null` means unlimited. */
  readonly budget: number | null;
  /** Rounds that may be asked; `null` means unlimited. */
  readonly rounds: number | null;
  /** Told of every batch, numbered from 1; its answers are handed out when this has resolved. */
  readonly onBatch?: (number: number, batch: QueryBatch) => void | Promise<void>;
  /** Once it is aborted every input is refused, and nothing told or counted. */
  readonly closing?: AbortSignal;
  /** Told when a user's own program cannot answer, before whoever asked is. */
  readonly onFault?: (fault: BenchError) => void;
}
