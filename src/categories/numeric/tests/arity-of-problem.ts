import type { Problem } from "../../../contract/index.ts";
import { arityOf } from "../functions/inspect.ts";
import { isExternal } from "../functions/spec-union.ts";
import type { NumberSpec } from "../functions/spec-union.ts";
import { intervalsOf } from "../opening/intervals-of.ts";

/** How many arguments a problem's function takes: as its law says, or as a user's program was given. */
export function arityOfProblem({ briefing, truth }: Problem<NumberSpec>): number {
  return isExternal(truth.spec) ? intervalsOf(briefing.domain).length : arityOf(truth.spec);
}
