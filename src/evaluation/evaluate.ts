import { BenchError } from "../core/index.ts";
import type { Answered, Guess, Score, Scores, Spec } from "../contract/index.ts";
import { categoryOf } from "../categories/index.ts";
import { scorerName } from "../scoring/index.ts";
import { codeAnswers } from "./code-answers.ts";
import type { EvaluationContext } from "./evaluation-context.ts";
import type { TestSet } from "./test-set.ts";

/** The figures of one item, and the scorers that gave them. */
export interface Scored {
  readonly scores: Scores;
  readonly scorers: readonly string[];
}

/** Runs an answer's code in each test, scores what it gave, and logs both. */
export async function evaluateAnswer(
  set: TestSet,
  answered: Answered,
  context: EvaluationContext,
): Promise<Scored> {
  const { code, abstained } = answered.interpretation;
  const guesses =
    code === null
      ? set.tests.map((): Guess => ({ kind: abstained ? "abstained" : "no-code" }))
      : await codeAnswers(set, code, context);
  return scored(set, answered, guesses, context);
}

/**
 * Scores what a perfect answer is that knows a function, the problem's own or another's: a reference,
 * which takes the way of every answer but for its outputs, which are computed here.
 */
export async function evaluateKnown(
  set: TestSet,
  known: Spec,
  queries: number,
  context: EvaluationContext,
): Promise<Scored> {
  const { interpretation, runsCode } = categoryOf(set.problem.category).knownAnswer(known);
  const answered = { interpretation, queries, rounds: null };
  if (runsCode) return evaluateAnswer(set, answered, context);
  const guesses = set.tests.map(({ scorer, test }): Guess => ({
    kind: "ran",
    outputs: scorer.knownOutputs(known, test, set),
  }));
  return scored(set, answered, guesses, context);
}

/** Logs what each scorer gives; in the outcome each score names its own. */
async function scored(
  { problem, epoch, tests }: TestSet,
  answered: Answered,
  guesses: readonly Guess[],
  { sandbox, log, signal }: EvaluationContext,
): Promise<Scored> {
  const figures: [metric: string, score: Score][] = [];
  const names: string[] = [];
  for (const [i, { scorer, test }] of tests.entries()) {
    const guess = guesses[i];
    if (guess === undefined)
      throw new BenchError("internal", "Expected a guess per test; got fewer; report this");
    const context = { ...answered, problem, epoch, test, guess, sandbox, signal };
    const { scores, parser } = await scorer.score(context);
    const name = scorerName(scorer);
    log.add({ kind: "scored", scorer: name, scores, ...(parser === undefined ? {} : { parser }) });
    names.push(name);
    for (const [metric, score] of Object.entries(scores))
      figures.push([metric, { ...score, scorer: name }]);
  }
  return { scores: Object.fromEntries(figures), scorers: names };
}
