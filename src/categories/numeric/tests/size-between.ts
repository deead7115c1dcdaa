import { quantile } from "../../../core/index.ts";
import { evaluate } from "../functions/evaluate.ts";
import { isExternal } from "../functions/number-spec.ts";
import { withoutNoise } from "../functions/without.ts";
import type { NumericProblem } from "../problem.ts";
import { arityOfProblem } from "./arity-of-problem.ts";
import { otherArguments } from "./other-arguments.ts";

const POINTS = 512;
/** The golden ratio less 1: its multiples fill an interval evenly and fall in step with no grid. */
const STEP = (Math.sqrt(5) - 1) / 2;
/** The share of the points that |f| is at most its size at: a pole nearby does not count. */
const SHARE = 0.9;

/**
 * What the noise-free |f| comes near to between the points of the published test, in [−128, 128];
 * `null` for a user's own program, of which only what was asked is known, and where f has no value.
 */
export function sizeBetween(problem: NumericProblem): number | null {
  const { spec, seed } = problem.truth;
  if (isExternal(spec)) return null;
  const first = Float64Array.from({ length: POINTS }, (_, i) => {
    const turns = (i + 0.5) * STEP;
    return 256 * (turns - Math.floor(turns)) - 128;
  });
  const columns = otherArguments(first, arityOfProblem(problem), `${seed}/between`);
  const { re, im } = evaluate(withoutNoise(spec), columns);
  const sizes = re.map((real, i) => Math.max(Math.abs(real), Math.abs(im?.[i] ?? 0)));
  const defined = sizes.filter(Number.isFinite);
  return defined.length === 0 ? null : quantile(defined, SHARE);
}
