import type { Sandbox, Scores } from "../../src/contract/index.ts";
import type { NumericProblem, NumericSpec } from "../../src/categories/numeric/index.ts";
import { evaluateAnswer, evaluateKnown, testSetOf } from "../../src/evaluation/index.ts";
import type { TestSet } from "../../src/evaluation/index.ts";
import type { Answer } from "./answer-problem.ts";
import type { FigureName } from "./figure-names.ts";

/** The test set of a problem, with no more in it than the figures need. */
export function testSetFor(
  problem: NumericProblem<NumericSpec>,
  figures: readonly FigureName[],
  sandbox: Pick<Sandbox, "run">,
): Promise<TestSet> {
  const isSound = figures.some((figure) => figure !== "published");
  const metrics = [
    ...(figures.includes("published") ? ["published"] : []),
    ...(isSound ? ["sound"] : []),
  ];
  return testSetOf({ problem, epoch: 1, metrics, sandbox }, new AbortController().signal);
}

/** Scores an answer as a run does; what is measured is kept nowhere else. */
export async function scoreAnswer(
  set: TestSet,
  { interpretation, known, queries }: Pick<Answer, "interpretation" | "known" | "queries">,
  sandbox: Pick<Sandbox, "run">,
): Promise<Scores> {
  const log = { add: () => undefined };
  const context = { sandbox, log, signal: new AbortController().signal };
  const { scores } =
    known === null
      ? await evaluateAnswer(set, { interpretation, queries, rounds: null }, context)
      : await evaluateKnown(set, known, queries, context);
  return scores;
}
