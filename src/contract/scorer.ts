import type { Interpretation } from "./interpretation.ts";
import type { Backends } from "./model-backend.ts";
import type { Category, Problem, Spec } from "./problem.ts";
import type { Output, RunOutcome, Sandbox } from "./sandbox.ts";
import type { Scores } from "./score.ts";
import type { Input } from "./value.ts";

/** Metrics that are computed together, such as the published ones or the sound ones. */
export type MetricFamily = string;

/** What a reader has to know of a metric. */
export interface MetricWords {
  /** A few words for the head of a column. */
  readonly title: string;
  readonly meaning: string;
  readonly better: "higher" | "lower";
  /** `rate`: from 0 to 1; `error`: from 0 up; `count`: a whole number; `bits`: from −20 to 20. */
  readonly kind: "rate" | "error" | "count" | "bits";
  /** What chance and a perfect answer get. */
  readonly note: string;
  /** The problems that it is about: those with a tag, without others; all of the category if empty. */
  readonly on: { readonly tag?: string; readonly not?: readonly string[] };
  /** What reports take it for, where it is more than one figure among others. */
  readonly role?: MetricRole;
}

/**
 * `leading`: rows are ranked and compared by it, since it tells whether they know it all; `published`:
 * the share that was published; `error`: the published error beside it; `rule` and `exceptions`:
 * alike but for where they are taken, off the local exceptions and on them; `stated`: whether an
 * exception was stated.
 */
export type MetricRole = "leading" | "published" | "error" | "rule" | "exceptions" | "stated";

/** What a scorer says of itself. */
export interface ScorerWords {
  /** Its name without its version, such as `numeric-published`. */
  readonly id: string;
  /** Raised whenever an answer could get other figures than before. */
  readonly version: number;
  readonly family: MetricFamily;
  readonly category: Category;
  /** By the metric's name in the scores, in the order in which they are reported. */
  readonly metrics: { readonly [metric: string]: MetricWords };
  /** What has to be at hand beside an answer's words. */
  readonly needs: readonly ("code" | "model" | "knowledge")[];
}

/** What tests are drawn from. */
export interface TestParts<P = Problem> {
  readonly problem: P;
  /** Which repeat of the work, from 1. */
  readonly epoch: number;
  /** Where a user's own program runs; nothing else needs it. */
  readonly sandbox: Pick<Sandbox, "run">;
  /** Language models that stand for functions; nothing else needs them. */
  readonly backends?: Backends;
}

/**
 * The inputs of a test as code is asked them: in an order that the problem's seed decides, which tells
 * nothing of what an input is for. Some are also asked alone, so that code is found out that learns
 * from the others, and some again in another order, so that code is found out that counts its calls.
 */
export interface TestBatch {
  readonly inputs: readonly Input[];
  /** `order[i]` is the place in the test of the i-th input. */
  readonly order: readonly number[];
  /** Which of `inputs`, by their index, are asked alone as well; ascending. */
  readonly alone: readonly number[];
  /** Which of them, by their index, are asked again, in this order. */
  readonly again: readonly number[];
}

/** What an answer's code is run on for a scorer, and when two outputs for one input are one. */
export interface CodeTest {
  readonly batch: TestBatch;
  /** `place` is that of the input in the test. */
  isSame(inBatch: Output, apart: Output, place: number): boolean;
}

/** What there is to score of an interpretation: what became of its code, or why there is none. */
export type Guess =
  | RunOutcome
  /** Its code keeps state between calls. */
  | { readonly kind: "stateful"; readonly detail: string }
  | { readonly kind: "no-code" }
  | { readonly kind: "abstained" };

/** An answer to be scored. */
export interface Answered {
  readonly interpretation: Interpretation;
  /** Queries spent on it. */
  readonly queries: number;
  /** The inputs that were answered, round by round; `null` where nobody asked. */
  readonly rounds: readonly (readonly Input[])[] | null;
}

/** All that a scorer is given to score one answer. */
export interface ScoringContext<T, P = Problem> extends Answered {
  readonly problem: P;
  readonly epoch: number;
  /** What the scorer drew for the problem. */
  readonly test: T;
  /** What the answer's code gave in the scorer's own test; `no-code` for a scorer that runs none. */
  readonly guess: Guess;
  readonly sandbox: Pick<Sandbox, "run">;
  readonly signal: AbortSignal;
}

/** What a scorer gives for an answer. */
export interface ScorerResult {
  readonly scores: Scores;
  /** What parsed the answer's code, such as `Python 3.11.2`; absent where nothing had to. */
  readonly parser?: string;
}

/**
 * One way of scoring answers about one category. `T` is what it draws for a problem, once for all
 * methods.
 */
export interface Scorer<T = unknown, P = Problem> extends ScorerWords {
  /** The same problem and epoch give the same test. Throws what a user's own program throws. */
  prepare(parts: TestParts<P>, signal: AbortSignal): Promise<T> | T;
  /** What code is run on; `null` for a scorer that runs none. */
  codeTest(test: T): CodeTest | null;
  /** What a known function gives in the test, in its order: a reference's answer, which runs nothing. */
  knownOutputs(
    known: Spec,
    test: T,
    parts: Pick<TestParts<P>, "problem" | "epoch">,
  ): readonly Output[];
  score(context: ScoringContext<T, P>): Promise<ScorerResult>;
}
