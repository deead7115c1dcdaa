import { compile } from "./compile.ts";
import { constantsOf, withConstants } from "./constants.ts";
import type { Context } from "./context.ts";
import { descend } from "./descend.ts";
import type { Expression } from "./expression.ts";
import { residualsOf } from "./target.ts";
import type { Target } from "./target.ts";

const ROUNDS = 12;

/** Beyond so many constants an expression is left as its linear fit made it. */
const MOST_CONSTANTS = 16;

/** The same expression with all constants fitted together. */
export function polish(expression: Expression, target: Target, { work }: Context): Expression {
  const start = constantsOf(expression);
  if (start.length === 0 || start.length > MOST_CONSTANTS) return expression;
  const descent = descend(
    (values) => {
      if (!work.spend(target.xs.length * (values.length + 4))) return null;
      return residualsOf(target, target.xs.map(compile(withConstants(expression, values))));
    },
    start,
    ROUNDS,
  );
  return descent === null ? expression : withConstants(expression, descent.parameters);
}
