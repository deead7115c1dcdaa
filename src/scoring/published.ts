import type { RunOutcome, Score } from "../contract/index.ts";
import { nmse, unscored } from "./nmse.ts";
import type { TruthColumn } from "./nmse.ts";

/** The published numeric metric and the version of its code, as `scored` events name it. */
export const PUBLISHED_SCORER = "numeric-published/1";

/** The released threshold: a function is passed where its NMSE is below. */
const PASSING_NMSE = 0.1;

/** What there is to score of an interpretation: what became of its code, or why there is none. */
export type Guess = RunOutcome | { readonly kind: "no-code" } | { readonly kind: "abstained" };

/** The figures of the published numeric metric. */
export interface PublishedScores {
  readonly [metric: string]: Score;
  /** Σ|f − g|² / Σ|f|² over the published grid; 0 is perfect, 1 is what the answer 0 gets. */
  readonly nmse: Score;
  /** 1 where `nmse` is below 0.1, otherwise 0. */
  readonly "nmse<0.1": Score;
}

/** The 256 published test points: k + 0.5 for k = −128 … 127. */
export function publishedGrid(): Float64Array {
  return Float64Array.from({ length: 256 }, (_, index) => index - 127.5);
}

/** Scores a guess by the published numeric metric against one fresh draw of the served function. */
export function publishedScores(truth: TruthColumn, guess: Guess): PublishedScores {
  const error = errorOf(truth, guess);
  return { nmse: error, "nmse<0.1": passed(error) };
}

function errorOf(truth: TruthColumn, guess: Guess): Score {
  switch (guess.kind) {
    case "no-code":
    case "abstained":
      return unscored(guess.kind);
    case "ran":
    case "not-loaded":
    case "timed-out":
    case "out-of-memory":
    case "no-sandbox":
      return nmse(truth, guess);
  }
}

function passed(error: Score): Score {
  switch (error.kind) {
    case "unscored":
      return error;
    case "scored":
      return { kind: "scored", value: error.value < PASSING_NMSE ? 1 : 0 };
  }
}
