import type { RunSummary, Sandbox, Scores } from "../contract/index.ts";

/** What evaluation tells of its work, in this order: each run of code, then each scorer's figures. */
export type EvaluationEvent =
  | { readonly kind: "code-ran"; readonly purpose: string; readonly outcome: RunSummary }
  | {
      readonly kind: "scored";
      readonly scorer: string;
      readonly scores: Scores;
      /** What parsed the code; absent where nothing had to. */
      readonly parser?: string;
    };

/** Where code runs, who is told of it, and what ends it. */
export interface EvaluationContext {
  readonly sandbox: Pick<Sandbox, "run">;
  readonly log: { add(event: EvaluationEvent): void };
  readonly signal: AbortSignal;
}
