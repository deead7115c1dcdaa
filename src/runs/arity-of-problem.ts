import type { Problem } from "../contract/index.ts";
import { arityOf, isExternal } from "../functions/index.ts";
import type { NumberSpec } from "../functions/index.ts";
import { intervalsOf } from "../harness/index.ts";

/** How many arguments a problem's function takes: as its law says, or as a user's program was given. */
export function arityOfProblem({ briefing, truth }: Problem<NumberSpec>): number {
  return isExternal(truth.spec) ? intervalsOf(briefing.domain).length : arityOf(truth.spec);
}
