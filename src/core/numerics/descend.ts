import { solveLeastSquares } from "./least-squares.ts";

/** What some parameters leave unexplained. */
export interface Left {
  /** Sum of squared residuals. */
  readonly cost: number;
  /** Asked for only where the descent goes on from. */
  residuals(): Float64Array;
}

/** What parameters leave; `null` where they have no values or no more may be tried. */
export type Misfit = (parameters: readonly number[]) => Left | null;

/** Parameters, and the sum of squared residuals that they leave. */
export interface Descent {
  readonly parameters: readonly number[];
  readonly cost: number;
}

/** How to go down. */
export interface DescentOptions {
  /** Steps at most. */
  readonly rounds: number;
  /** By how much a parameter is moved to see what it does; not 0. */
  nudge(value: number, index: number): number;
  /** Whether a step from one cost to another was too small for a further one. */
  isDone(before: number, after: number): boolean;
  /** The nearest parameters that may be tried; the same ones where absent. */
  readonly within?: (parameters: readonly number[]) => readonly number[];
}

/** How often a step that does not help is damped more. */
const TRIES = 6;
/** Damping at the start, and what it is multiplied by after a step that helped and one that did not. */
const DAMPING = { first: 1e-3, less: 0.1, more: 8 };

/**
 * Goes down a sum of squares, with derivatives by differences: never to a point above the start. A
 * step that does not help is turned towards the steepest way (Marquardt, 1963,
 * https://doi.org/10.1137/0111030). `null` where the start has no values.
 */
export function descend(
  misfit: Misfit,
  start: readonly number[],
  options: DescentOptions,
): Descent | null {
  let now = evaluated(misfit, start);
  let damping = DAMPING.first;
  for (let round = 0; now !== null && round < options.rounds && now.left.cost > 0; round += 1) {
    const before: Point = now;
    const slopes = slopesAt(misfit, before, options);
    if (slopes === null) break;
    let next: Point | null = null;
    for (let attempt = 0; next === null && attempt < TRIES; attempt += 1) {
      next = below(misfit, before, dampedStep(slopes, damping), options);
      damping *= next === null ? DAMPING.more : DAMPING.less;
    }
    if (next === null) break;
    now = next;
    if (options.isDone(before.left.cost, next.left.cost)) break;
  }
  return now === null ? null : { parameters: now.parameters, cost: now.left.cost };
}

interface Point {
  readonly parameters: readonly number[];
  readonly left: Left;
}

/** What residuals there are at a point, and by how much each parameter lowers them. */
interface Slopes {
  readonly residuals: Float64Array;
  readonly columns: readonly Float64Array[];
}

function evaluated(misfit: Misfit, parameters: readonly number[]): Point | null {
  const left = misfit(parameters);
  return left !== null && Number.isFinite(left.cost) ? { parameters, left } : null;
}

function slopesAt(
  misfit: Misfit,
  { parameters, left }: Point,
  { nudge }: DescentOptions,
): Slopes | null {
  const residuals = left.residuals();
  const columns: Float64Array[] = [];
  for (const [k, value] of parameters.entries()) {
    const width = nudge(value, k);
    const moved = misfit(parameters.with(k, value + width))?.residuals();
    const column = residuals.map((before, i) => (before - (moved?.[i] ?? NaN)) / width);
    if (!column.every(Number.isFinite)) return null;
    columns.push(column);
  }
  return { residuals, columns };
}

/** The point after a step; `null` where it is not below the one before. */
function below(
  misfit: Misfit,
  { parameters, left }: Point,
  step: Float64Array,
  { within }: DescentOptions,
): Point | null {
  const wanted = parameters.map((value, k) => value + (step[k] ?? 0));
  const next = evaluated(misfit, within?.(wanted) ?? wanted);
  return next !== null && next.left.cost < left.cost ? next : null;
}

/** The step of a fit in which moving a parameter costs as much as it changes, times the damping. */
function dampedStep({ residuals, columns }: Slopes, damping: number): Float64Array {
  const rows = residuals.length;
  const longer = (values: Float64Array): Float64Array => {
    const all = new Float64Array(rows + columns.length);
    all.set(values);
    return all;
  };
  const damped = columns.map((column, k) => {
    const size = Math.sqrt(column.reduce((sum, value) => sum + value * value, 0));
    return longer(column).fill(Math.sqrt(damping) * size, rows + k, rows + k + 1);
  });
  return solveLeastSquares(damped, longer(residuals)).coefficients;
}
