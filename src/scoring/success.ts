import type { Outcome, UnscoredReason } from "../contract/index.ts";
import { BenchError } from "../core/index.ts";

/** Why an item counts as not passed without a figure of its own. */
export type MissReason = UnscoredReason | "failed" | "not-measured";

/** An item's part in a success rate: 0 to 1, with the reason where it is 0 for want of a figure. */
export interface Success {
  readonly value: number;
  readonly miss: MissReason | null;
}

/** What an item adds to a success rate; a metric of values from 0 to 1 is expected. */
export function successOf(outcome: Outcome, metric: string): Success {
  if (outcome.status === "failed") return { value: 0, miss: "failed" };
  const score = outcome.scores[metric];
  if (score === undefined) return { value: 0, miss: "not-measured" };
  switch (score.kind) {
    case "unscored":
      return { value: 0, miss: score.reason };
    case "scored":
      if (score.value >= 0 && score.value <= 1) return { value: score.value, miss: null };
      throw new BenchError(
        "bad-argument",
        `Expected a metric whose values are shares from 0 to 1; got \`${metric}\` = ${score.value}; choose one such as \`nmse<0.1\``,
        { data: { metric, value: score.value } },
      );
  }
}
