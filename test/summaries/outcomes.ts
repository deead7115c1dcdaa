import * as fc from "fast-check";
import type { Outcome, Scores } from "../../src/contract/index.ts";

/** What an item came to: passed or not, or why there is no figure. */
export type Came = "passed" | "missed" | "code-threw" | "no-code" | "failed";

/** An item by what matters of it here. */
export interface Case {
  readonly problem: string;
  readonly epoch?: number;
  readonly came: Came;
  readonly error?: number;
}

/** The outcome that an interpreter called `interpreter` left. */
export function outcomeOf(
  { problem, epoch = 1, came, error }: Case,
  interpreter = "lookup",
): Outcome {
  const failed = came === "failed";
  return {
    version: 1,
    item: { suite: "a".repeat(64), problem, interpreter, configuration: "0".repeat(16), epoch },
    attempt: 1,
    category: "numeric",
    role: "contestant",
    tags: ["plain", "simple"],
    status: failed ? "failed" : "scored",
    failure: failed ? { code: "interpreter-threw", message: "gave up" } : null,
    scores: scoresOf(came, error),
    scorers: ["numeric-published/1"],
    usage: { queries: 64, rounds: 2 },
    confidence: null,
    abstained: false,
    milliseconds: 5,
    at: "2026-01-01T00:00:00.000Z",
  };
}

function scoresOf(came: Came, error: number | undefined): Scores {
  switch (came) {
    case "failed":
      return {};
    case "code-threw":
    case "no-code":
      return {
        nmse: { kind: "unscored", reason: came, detail: "test point 1 of 256: why" },
        "nmse<0.1": { kind: "unscored", reason: came, detail: "test point 1 of 256: why" },
      };
    case "passed":
    case "missed":
      return {
        nmse: { kind: "scored", value: error ?? (came === "passed" ? 0 : 1) },
        "nmse<0.1": { kind: "scored", value: came === "passed" ? 1 : 0 },
      };
  }
}

/** One outcome per problem, in order of their names. */
export function outcomesOf(came: readonly Came[], interpreter = "lookup"): Outcome[] {
  return came.map((each, index) => outcomeOf({ problem: `p${index}`, came: each }, interpreter));
}

/** What a few items may have come to. */
export const cames = fc.array(
  fc.constantFrom<Came>("passed", "missed", "code-threw", "no-code", "failed"),
  { minLength: 1, maxLength: 30 },
);
