import { valuesAt } from "./compile.ts";
import type { Context } from "./context.ts";
import type { Expression } from "./expression.ts";
import { polish } from "./polish.ts";
import { explains, residualsOf } from "./target.ts";
import type { Target } from "./target.ts";
import { joinWaves, snap } from "./tidy.ts";

/** The same rule as a person would write it: waves joined, constants fitted together and short. */
export function tidied(expression: Expression, target: Target, context: Context): Expression {
  const joined = joinWaves(expression);
  const better = polish(joined, target, context);
  const fits = explains(target, residualsOf(target, valuesAt(better, target.xs)));
  return snap(fits ? better : joined, target);
}
