import type { Problem, QueryBatch } from "../contract/index.ts";
import type { OpenOptions } from "../categories/index.ts";

/** Which problem to open, and how far. */
export interface ProbeOptions extends OpenOptions {
  readonly problem: Problem;
  /** Queries that may be asked; `null` means unlimited. */
  readonly budget: number | null;
  /** Rounds that may be asked; `null` means unlimited. */
  readonly rounds: number | null;
  /** Called with every batch, numbered from 1; its answers are handed out when this has resolved. */
  readonly onBatch?: (number: number, batch: QueryBatch) => void | Promise<void>;
}
