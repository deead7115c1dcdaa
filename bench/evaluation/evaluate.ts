import type { Sandbox, Scores } from "../../src/contract/index.ts";
import type { NumericProblem, NumericSpec } from "../../src/categories/numeric/index.ts";
import type { TestSet } from "../../src/evaluation/index.ts";
import { answerProblem } from "./answer-problem.ts";
import type { Answer } from "./answer-problem.ts";
import type { Contestant } from "./contestants.ts";
import type { FigureName } from "./figure-names.ts";
import { scoreAnswer, testSetFor } from "./score-answer.ts";

/** One problem, what a contestant said of it, and what that scored. */
export interface Evaluated {
  readonly problem: NumericProblem<NumericSpec>;
  readonly answer: Answer;
  readonly scores: Scores;
}

/** Evaluates contestants on problems, one contestant and budget at a time. */
export interface Evaluation {
  of(contestant: Contestant, budget: number): Promise<readonly Evaluated[]>;
}

/** Codes that are run at the same time. */
const TOGETHER = 4;

/** Each problem's test set is drawn once, when it is first needed. */
export function evaluationOn(
  problems: readonly NumericProblem<NumericSpec>[],
  figures: readonly FigureName[],
  sandbox: Pick<Sandbox, "run">,
): Evaluation {
  const sets = new Map<string, TestSet>();
  const testSetOfProblem = async (problem: NumericProblem<NumericSpec>): Promise<TestSet> => {
    const set = sets.get(problem.id) ?? (await testSetFor(problem, figures, sandbox));
    sets.set(problem.id, set);
    return set;
  };
  return {
    of: async (contestant, budget) => {
      const [first] = problems;
      // What is compiled once for all functions is no part of the first one's time.
      if (first !== undefined) await answerProblem(contestant, first, budget);
      // All are answered before any is scored: the sandbox's threads must not be counted.
      const answers: Answer[] = [];
      for (const problem of problems)
        answers.push(await answerProblem(contestant, problem, budget));
      const scored = new Map<number, Evaluated>();
      const queue = problems.entries();
      const work = async (): Promise<void> => {
        for (const [i, problem] of queue) {
          const answer = answers[i];
          if (answer === undefined) continue;
          const set = await testSetOfProblem(problem);
          const scores = await scoreAnswer(set, answer, sandbox);
          scored.set(i, { problem, answer, scores });
        }
      };
      await Promise.all(Array.from({ length: TOGETHER }, work));
      return [...scored].toSorted(([a], [b]) => a - b).map(([, evaluated]) => evaluated);
    },
  };
}
