import { BenchError } from "../core/index.ts";
import type { Problem } from "../contract/index.ts";
import { isStringSpec } from "../categories/numeric/index.ts";
import type { NumberSpec, Spec } from "../categories/numeric/index.ts";
import type { StringSpec } from "../categories/strings/index.ts";

/** Whether a problem's function is one of texts. */
export function isAboutTexts(problem: Problem<Spec>): problem is Problem<StringSpec> {
  return isStringSpec(problem.truth.spec);
}

function isAboutNumbers(problem: Problem<Spec>): problem is Problem<NumberSpec> {
  return !isStringSpec(problem.truth.spec);
}

/** A problem whose function is one of numbers. Throws `internal` for any other. */
export function requireNumbers(problem: Problem<Spec>): Problem<NumberSpec> {
  const { category } = problem;
  if (isAboutNumbers(problem)) return problem;
  throw new BenchError(
    "internal",
    `Expected a function of numbers; got ${category}; take the category of the problem`,
  );
}
