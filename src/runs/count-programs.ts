import type { Language, RecordedMethod, RunSuite } from "../contract/index.ts";
import { categoryOf } from "../categories/index.ts";
import type { Suite } from "../suite/index.ts";
import { problemName } from "./problem-name.ts";
import { selectedProblems } from "./selected-problems.ts";

/** Counts the answers of a recorded method that a run will use and whose code is in a language. */
export async function countPrograms(
  runs: readonly RunSuite[],
  suites: readonly Suite[],
  method: RecordedMethod,
  language: Language,
): Promise<number> {
  let count = 0;
  for await (const problem of selectedProblems(runs, suites)) {
    const { domain } = problem.briefing;
    const form = categoryOf(problem.category).form(domain);
    if ((await method.languageFor(problemName(problem), { form })) === language) count += 1;
  }
  return count;
}
