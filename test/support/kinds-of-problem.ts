import type { Problem } from "../../src/contract/index.ts";
import type { EntityProblem } from "../../src/categories/entities/index.ts";
import { isExternal } from "../../src/categories/numeric/index.ts";
import type { NumericProblem, NumericSpec } from "../../src/categories/numeric/index.ts";
import type { StringProblem } from "../../src/categories/strings/index.ts";

/** A problem whose function is a law of numbers; throws for any other. */
export function asNumeric(problem: Problem): NumericProblem<NumericSpec> {
  if (isNumeric(problem)) return problem;
  throw new Error(`Expected a law of numbers; got ${problem.category}/${problem.truth.spec.kind}`);
}

/** A problem whose function is one of strings; throws for any other. */
export function asStrings(problem: Problem): StringProblem {
  if (isStrings(problem)) return problem;
  throw new Error(`Expected a string function; got one of ${problem.category}`);
}

/** A problem whose function is a unit that responds to concepts; throws for any other. */
export function asEntities(problem: Problem): EntityProblem {
  if (isEntities(problem)) return problem;
  throw new Error(`Expected a unit that responds to concepts; got one of ${problem.category}`);
}

function isEntities(problem: Problem): problem is EntityProblem {
  return problem.category === "entities";
}

function isNumeric(problem: Problem): problem is NumericProblem<NumericSpec> {
  return problem.category === "numeric" && !isExternal(problem.truth.spec);
}

function isStrings(problem: Problem): problem is StringProblem {
  return problem.category === "strings";
}
