import type { Sandbox } from "../contract/index.ts";
import type { ItemLog } from "../runs/index.ts";

/** Where code runs, what is logged of it, and what ends it. */
export interface Bench {
  readonly sandbox: Pick<Sandbox, "run">;
  readonly log: ItemLog;
  readonly signal: AbortSignal;
}
