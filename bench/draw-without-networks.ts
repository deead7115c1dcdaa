import { loadRecipe } from "../src/app/index.ts";
import type { Problem } from "../src/contract/index.ts";
import type { NumericSpec } from "../src/categories/numeric/index.ts";
import { drawNumericProblems, withoutNetworks } from "../src/suite/index.ts";

/** The first problems of a shipped recipe's groups that need no training. */
export async function drawWithoutNetworks(
  name: string,
  seed: string,
  count: number,
): Promise<readonly Problem<NumericSpec>[]> {
  const problems: Problem<NumericSpec>[] = [];
  const { signal } = new AbortController();
  const recipe = withoutNetworks(await loadRecipe(name));
  const approximate = () => Promise.reject(new Error("Expected no network to train; got one"));
  for await (const problem of drawNumericProblems({ recipe, seed, approximate, signal })) {
    problems.push(problem);
    if (problems.length === count) break;
  }
  return problems;
}
