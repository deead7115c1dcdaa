import type { Score } from "../contract/index.ts";
import { withoutOutputs } from "./guess.ts";
import type { Guess } from "./guess.ts";
import { nmse } from "./nmse.ts";
import type { ValueColumn } from "./value-column.ts";

/** The published numeric metric and the version of its code, as `scored` events name it. */
export const PUBLISHED_SCORER = "numeric-published/2";

/** The released threshold: a function is passed where its NMSE is below. */
const PASSING_NMSE = 0.1;

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
export function publishedScores(truth: ValueColumn, guess: Guess): PublishedScores {
  const error = errorOf(truth, guess);
  return { nmse: error, "nmse<0.1": passed(error) };
}

function errorOf(truth: ValueColumn, guess: Guess): Score {
  return guess.kind === "ran" ? nmse(truth, guess) : withoutOutputs(guess);
}

function passed(error: Score): Score {
  switch (error.kind) {
    case "unscored":
      return error;
    case "scored":
      return { kind: "scored", value: error.value < PASSING_NMSE ? 1 : 0 };
  }
}
