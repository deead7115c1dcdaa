import type { TrainedParameters } from "./train-kernel.ts";

/** What a training thread says about its job. */
export type ThreadMessage =
  | { readonly kind: "progress"; readonly epochs: number }
  | { readonly kind: "trained"; readonly trained: TrainedParameters };
