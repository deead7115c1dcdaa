import { BenchError } from "../core/index.ts";
import { arityOf, evaluate } from "../categories/numeric/index.ts";
import type { TrainingTask } from "./training-task.ts";

/** What a network is trained on: inputs from left to right, and what the law gives for each. */
export interface TrainingPoints {
  readonly xs: Float64Array;
  readonly ys: Float64Array;
}

/** The points of a task; those without a finite real value are left out. */
export function trainingPoints(task: TrainingTask): TrainingPoints {
  const { law, domain, settings } = task;
  const arity = arityOf(law);
  if (arity !== 1)
    throw new BenchError(
      "bad-parameter",
      `Expected a law of one argument to train a network on; got one of ${arity}; choose another`,
      { data: { law } },
    );
  const grid = evenlySpaced(domain.from, domain.to, settings.points);
  const { re, im } = evaluate(law, grid);
  const isReal = (_: number, i: number): boolean =>
    Number.isFinite(re[i]) && (im === null || im[i] === 0);
  const xs = grid.filter(isReal);
  if (xs.length > 0) return { xs, ys: re.filter(isReal) };
  throw new BenchError(
    "bad-parameter",
    `Expected a law with real values to train a network on; got none from ${domain.from} to ` +
      `${domain.to}; choose a domain where the law is defined`,
    { data: { law, domain } },
  );
}

function evenlySpaced(from: number, to: number, count: number): Float64Array {
  const step = (to - from) / (count - 1);
  return Float64Array.from({ length: count }, (_, i) => (i === count - 1 ? to : from + step * i));
}
