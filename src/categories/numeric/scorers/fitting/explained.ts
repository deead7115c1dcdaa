import type { Columns } from "../../functions/inputs.ts";
import { leastSquares } from "./least-squares.ts";
import type { Explained, Target } from "./least-squares.ts";
import type { Part } from "./part.ts";

/** Points to be explained. */
export interface Points extends Target {
  readonly inputs: Columns;
}

/** Settings of the parameters, and how well they do. */
export interface Found {
  readonly values: readonly number[];
  readonly error: number;
}

/** Arithmetic that may still be spent, in rows times columns squared. */
export interface Budget {
  left: number;
}

/** How well a class does at these settings. */
export function explained(
  part: Part,
  values: readonly number[],
  points: Points,
  budget: Budget,
): Explained {
  const span = part.span(values, points.inputs);
  const size = span.columns.length + 2;
  budget.left -= points.ys.length * (size * size + 8);
  return leastSquares(span, points);
}
