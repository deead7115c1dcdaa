import { dot, linearFit } from "./linear-fit.ts";

/** Residuals as a function of parameters; `null` where there are none. */
export type Residuals = (parameters: readonly number[]) => Float64Array | null;

/** Parameters with the residuals that they leave. */
export interface Descent {
  readonly parameters: readonly number[];
  readonly residuals: Float64Array;
  readonly cost: number;
}

/** How far a parameter is moved to see what it does, relative to its size. */
const NUDGE = 1e-6;

/** Differences cannot tell directions apart that differ by a smaller share than this. */
const ALIKE = 1e-5;

/** How often a step that does not help is halved. */
const HALVINGS = 12;

/**
 * Gauss and Newton's method with derivatives by differences and with halved steps: at most
 * `rounds` steps down the sum of squares (Nocedal and Wright, Numerical Optimization, 10.3).
 */
export function descend(
  residuals: Residuals,
  start: readonly number[],
  rounds: number,
): Descent | null {
  let now = evaluated(residuals, start);
  for (let round = 0; now !== null && round < rounds && now.cost > 0; round += 1) {
    const next: Descent | null = stepFrom(residuals, now);
    if (next === null) break;
    const isDone = next.cost > now.cost * (1 - 1e-6);
    now = next;
    if (isDone) break;
  }
  return now;
}

function evaluated(residuals: Residuals, parameters: readonly number[]): Descent | null {
  const left = residuals(parameters);
  if (left === null) return null;
  const cost = dot(left, left);
  return Number.isFinite(cost) ? { parameters, residuals: left, cost } : null;
}

function stepFrom(residuals: Residuals, now: Descent): Descent | null {
  const columns = now.parameters.map((value, k) => {
    const nudge = NUDGE * (Math.abs(value) || 1);
    const moved = residuals(now.parameters.map((each, at) => (at === k ? each + nudge : each)));
    return now.residuals.map((before, i) => (before - (moved?.[i] ?? NaN)) / nudge);
  });
  if (columns.some((column) => !column.every(Number.isFinite))) return null;
  const ones = new Float64Array(now.residuals.length).fill(1);
  const { coefficients } = linearFit(columns, now.residuals, ones, ALIKE);
  for (let halving = 0, share = 1; halving < HALVINGS; halving += 1, share /= 2) {
    const parameters = now.parameters.map((value, k) => value + share * (coefficients[k] ?? 0));
    const next = evaluated(residuals, parameters);
    if (next !== null && next.cost < now.cost) return next;
  }
  return null;
}
