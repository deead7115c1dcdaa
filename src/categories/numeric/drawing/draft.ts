import type { Problem } from "../../../contract/index.ts";
import type { Approximated, Law } from "../functions/spec.ts";
import type { NumericGroup } from "./numeric-section.ts";

/** How a network is to be trained for a problem. */
export interface TrainingTask {
  readonly law: Law;
  readonly domain: { readonly from: number; readonly to: number };
  readonly settings: NonNullable<NumericGroup["network"]>;
  readonly seed: string;
}

/** Trains a network for a task; handed in, since it takes threads and time. */
export type Approximate = (task: TrainingTask) => Promise<Approximated>;

/** A problem that lacks its network, where it has one. */
export interface Draft<S> {
  readonly task: TrainingTask | null;
  /** The problem, with the trained network where `task` asked for one. */
  finish(network: Approximated | null): Problem<S>;
}
