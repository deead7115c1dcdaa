import type { Problem } from "../../src/contract/index.ts";
import { isExternal } from "../../src/categories/numeric/index.ts";
import type { NumericProblem, NumericSpec } from "../../src/categories/numeric/index.ts";
import type { StringProblem } from "../../src/categories/strings/index.ts";

/** A problem about a law of numbers; throws for another category and for a user's own program. */
export function asNumeric(problem: Problem): NumericProblem<NumericSpec> {
  if (isNumeric(problem)) return problem;
  const { category, truth } = problem;
  throw new Error(`Expected a problem about a law of numbers; got ${category}, ${truth.spec.kind}`);
}

/** A problem about a string function; throws for another category. */
export function asStrings(problem: Problem): StringProblem {
  if (isStrings(problem)) return problem;
  throw new Error(`Expected a problem about a string function; got ${problem.category}`);
}

function isNumeric(problem: Problem): problem is NumericProblem<NumericSpec> {
  return problem.category === "numeric" && !isExternal(problem.truth.spec);
}

function isStrings(problem: Problem): problem is StringProblem {
  return problem.category === "strings";
}
