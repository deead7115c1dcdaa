import { loadRecipe } from "../src/app/index.ts";
import type { NumericProblem, NumericSpec } from "../src/categories/numeric/index.ts";
import { drawProblems, withCategories, withoutNetworks } from "../src/suite/index.ts";
import { asNumeric } from "../test/support/kinds-of-problem.ts";

/** The first numeric problems of a shipped recipe's groups that need no training. */
export async function drawWithoutNetworks(
  name: string,
  seed: string,
  count: number,
): Promise<readonly NumericProblem<NumericSpec>[]> {
  const problems: NumericProblem<NumericSpec>[] = [];
  const { signal } = new AbortController();
  const recipe = withoutNetworks(withCategories(await loadRecipe(name), ["numeric"]));
  const approximate = () => Promise.reject(new Error("Expected no network to train; got one"));
  for await (const problem of drawProblems({ recipe, seed, approximate, signal })) {
    problems.push(asNumeric(problem));
    if (problems.length === count) break;
  }
  return problems;
}
