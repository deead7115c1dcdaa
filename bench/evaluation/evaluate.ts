import type { Problem, Sandbox, Scores } from "../../src/contract/index.ts";
import type { NumericSpec } from "../../src/categories/numeric/index.ts";
import type { NumericExam } from "../../src/categories/numeric/index.ts";
import { answerProblem } from "./answer-problem.ts";
import type { Answer } from "./answer-problem.ts";
import type { Contestant } from "./contestants.ts";
import type { FigureName } from "./figure-names.ts";
import { examFor, scoreAnswer } from "./score-answer.ts";

/** One problem, what a contestant said of it, and what that scored. */
export interface Evaluated {
  readonly problem: Problem<NumericSpec>;
  readonly answer: Answer;
  readonly scores: Scores;
}

/** Evaluates contestants on problems, one contestant and budget at a time. */
export interface Evaluation {
  of(contestant: Contestant, budget: number): Promise<readonly Evaluated[]>;
}

/** Codes that are run at the same time. */
const TOGETHER = 4;

/** Each problem's exam is drawn once, when it is first needed. */
export function evaluationOn(
  problems: readonly Problem<NumericSpec>[],
  figures: readonly FigureName[],
  sandbox: Pick<Sandbox, "run">,
): Evaluation {
  const exams = new Map<string, NumericExam>();
  const examOfProblem = async (problem: Problem<NumericSpec>): Promise<NumericExam> => {
    const exam = exams.get(problem.id) ?? (await examFor(problem, figures, sandbox));
    exams.set(problem.id, exam);
    return exam;
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
          const exam = await examOfProblem(problem);
          const scores = await scoreAnswer(exam, answer, figures, sandbox);
          scored.set(i, { problem, answer, scores });
        }
      };
      await Promise.all(Array.from({ length: TOGETHER }, work));
      return [...scored].toSorted(([a], [b]) => a - b).map(([, evaluated]) => evaluated);
    },
  };
}
