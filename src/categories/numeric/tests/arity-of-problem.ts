import { arityOf } from "../functions/inspect.ts";
import { isExternal } from "../functions/number-spec.ts";
import type { NumericProblem } from "../problem.ts";

/** How many arguments a problem's function takes: as its law says, or as a user's program was given. */
export function arityOfProblem({ briefing, truth }: NumericProblem): number {
  return isExternal(truth.spec) ? briefing.domain.arguments.length : arityOf(truth.spec);
}
