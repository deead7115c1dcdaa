import type { RecordedMethod, RunSuite } from "../contract/index.ts";
import type { Suite } from "../suite/index.ts";
import { problemName } from "./problem-name.ts";
import { selectedProblems } from "./selected-problems.ts";

/** How many problems a run has, and to how many of them a recorded method has an answer. */
export interface Answered {
  readonly problems: number;
  readonly answered: ReadonlyMap<RecordedMethod, number>;
}

/** Counts the answers of recorded methods that a run will use; `suites` has one per suite of it. */
export async function countAnswered(
  runs: readonly RunSuite[],
  suites: readonly Suite[],
  methods: readonly RecordedMethod[],
): Promise<Answered> {
  const answered = new Map(methods.map((method) => [method, 0]));
  let problems = 0;
  for await (const problem of selectedProblems(runs, suites)) {
    problems += 1;
    const name = problemName(problem);
    for (const [method, count] of answered) {
      if (method.hasAnswer(name)) answered.set(method, count + 1);
    }
  }
  return { problems, answered };
}
