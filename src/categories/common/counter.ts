import type { Answer, Input } from "../../contract/index.ts";

/** A batch that was taken in. */
export interface Admitted {
  /** Inputs that count as queries. */
  readonly count: number;
  /** One answer per input; `null` where the black box was closed meanwhile. */
  answer(signal?: AbortSignal): readonly Answer[] | Promise<readonly Answer[] | null>;
}

/** Where a batch is handed in: sorts out what is no legal input and what the budget does not cover. */
export type Counter = (inputs: readonly Input[], left: number) => Admitted;
