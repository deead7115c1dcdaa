import type { Score } from "../../../contract/index.ts";
import { withoutOutputs } from "../../../scoring/index.ts";
import type { Guess } from "../../../contract/index.ts";
import { nmse } from "../../../scoring/index.ts";
import { unscored } from "../../../scoring/index.ts";
import type { Unscored } from "../../../scoring/index.ts";
import { definedPoints, modulus } from "../../../scoring/index.ts";
import type { ValueColumn } from "../../../scoring/index.ts";

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

/** What the published numeric metric tests an answer on. */
export interface PublishedTest {
  /** One fresh draw of the served function at the test points. */
  readonly truth: ValueColumn;
  /** What |f| comes near to between the test points; `null` where that is not known. */
  readonly size: number | null;
}

/** Scores a guess by the published numeric metric, unless the test says nothing about any guess. */
export function publishedScores(test: PublishedTest, guess: Guess): PublishedScores {
  const error = faultOf(test) ?? errorOf(test.truth, guess);
  return { nmse: error, "nmse<0.1": passed(error) };
}

/** The share of the test points at which f has to have a value. */
const LEAST_DEFINED = 1 / 32;
/** Root mean square at the test points, relative to the size between them, up to which it is rounding. */
const ROUNDING = 1e-6;

/** Why no guess can be judged on these points; `null` where it can. */
function faultOf({ truth, size }: PublishedTest): Unscored | null {
  const count = truth.re.length;
  const defined = definedPoints(truth, { start: 0, end: count });
  if (defined.length < LEAST_DEFINED * count)
    return unscored("published-undefined", `a value at ${defined.length} of ${count} test points`);
  const squares = defined.map((index) => {
    const length = modulus(truth.re[index] ?? NaN, truth.im?.[index] ?? 0);
    return length * length;
  });
  const typical = Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / defined.length);
  if (typical === 0) return unscored("zero-energy");
  if (size === null || typical > ROUNDING * size) return null;
  return unscored(
    "zero-energy",
    `f is ${typical.toPrecision(2)} at the test points, and comes near to ${size.toPrecision(2)} between them`,
  );
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
