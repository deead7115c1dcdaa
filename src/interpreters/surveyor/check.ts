import { compile } from "./compile.ts";
import type { Expression } from "./expression.ts";
import type { Sample } from "./notebook.ts";
import { spreadOf } from "./target.ts";

/** Fresh answers have to agree to this share of their size and of the spread. */
const AGREEMENT = 1e-5;

/** The samples that an expression gets wrong: another value, or one where there is none. */
export function refutations(
  expression: Expression,
  fresh: readonly Sample[],
  all: readonly Sample[],
): readonly Sample[] {
  const f = compile(expression);
  const spread = spreadOf(Float64Array.from(all.flatMap(({ value }) => value?.re ?? [])));
  return fresh.filter(({ x, value }) => {
    const guess = f(x);
    if (value === null || value.im !== 0) return Number.isFinite(guess);
    const allowed = AGREEMENT * (Math.abs(value.re) + spread) + Number.MIN_VALUE;
    return !(Math.abs(guess - value.re) <= allowed) && Math.abs(value.re) > 1e-290;
  });
}
