import { explained } from "./explained.ts";
import type { Budget, Found, Points } from "./explained.ts";
import type { Parameter, Part } from "./part.ts";
import { solve } from "./solve.ts";

/** Rounds of each method at most. */
const ROUNDS = { both: 3, smooth: 24, halvings: 16 };
/** An error that cannot be told from rounding. */
const EXACT = 1e-12;
/** An error from which small steps do not lead to a good one. */
const HOPELESS = 0.05;
/** A parameter is moved by this share of its step to see how residuals change. */
const NUDGE = 1e-6;

/** Settings of a class made better: edges by trying both sides, all else by following the slope. */
export function refined(
  part: Part,
  values: readonly number[],
  points: Points,
  budget: Budget,
): Found {
  const start = part.parameters.map((parameter, i) => within(parameter, values[i] ?? 0));
  let found: Found = { values: start, error: explained(part, start, points, budget).error };
  const jumps = part.parameters.some((parameter) => !parameter.smooth);
  const bends = part.parameters.some((parameter) => parameter.smooth);
  for (let round = 0; round < ROUNDS.both; round += 1) {
    const before = found.error;
    if (jumps) found = moved(part, found, points, budget);
    if (bends) found = descended(part, found, points, budget);
    if (!(jumps && bends) || found.error > 0.9 * before) break;
  }
  return found;
}

/** Pattern search over the edges (Hooke & Jeeves, 1961, https://doi.org/10.1145/321062.321069). */
function moved(part: Part, start: Found, points: Points, budget: Budget): Found {
  let found = start;
  let share = 1;
  for (let halving = 0; halving < ROUNDS.halvings;) {
    const before = found;
    for (const [i, parameter] of part.parameters.entries()) {
      if (parameter.smooth) continue;
      for (const sign of [1, -1]) {
        if (found.error < EXACT || budget.left <= 0) return found;
        const value = within(parameter, (found.values[i] ?? 0) + sign * share * parameter.step);
        const values = found.values.with(i, value);
        const { error } = explained(part, values, points, budget);
        if (error < found.error) found = { values, error };
      }
    }
    if (found === before) {
      share /= 2;
      halving += 1;
    }
  }
  return found;
}

/**
 * Levenberg–Marquardt over the smooth parameters of the residuals that are left after the factors
 * were solved for (variable projection: Golub & Pereyra, 1973, https://doi.org/10.1137/0710036).
 */
function descended(part: Part, start: Found, points: Points, budget: Budget): Found {
  let found = start;
  let damping = 1e-3;
  for (let round = 0; round < ROUNDS.smooth; round += 1) {
    if (found.error < EXACT || budget.left <= 0) return found;
    const slopes = slopesAt(part, found, points, budget);
    const before = found;
    for (let attempt = 0; attempt < 6 && found === before; attempt += 1) {
      const values = stepped(part, before.values, slopes, damping);
      const { error } = explained(part, values, points, budget);
      if (error < before.error) found = { values, error };
      damping *= error < before.error ? 0.1 : 8;
    }
    const enough = found.error > HOPELESS ? 0.02 : 1e-6;
    if (found.error > (1 - enough) * before.error) return found;
  }
  return found;
}

interface Slopes {
  /** The positions of the smooth parameters. */
  readonly moving: readonly number[];
  /** How the residuals change with each of them, per step of that parameter. */
  readonly columns: readonly Float64Array[];
  readonly residuals: Float64Array;
}

function slopesAt(part: Part, { values }: Found, points: Points, budget: Budget): Slopes {
  const { residuals } = explained(part, values, points, budget);
  const moving = part.parameters.flatMap((parameter, i) => (parameter.smooth ? [i] : []));
  const columns = moving.map((i) => {
    const nudge = NUDGE * (part.parameters[i]?.step ?? 1);
    const nudged = values.with(i, (values[i] ?? 0) + nudge);
    const other = explained(part, nudged, points, budget).residuals;
    return other.map((value, row) => (value - (residuals[row] ?? 0)) / NUDGE);
  });
  return { moving, columns, residuals };
}

function stepped(
  part: Part,
  values: readonly number[],
  { moving, columns, residuals }: Slopes,
  damping: number,
): readonly number[] {
  const dot = (a: Float64Array, b: Float64Array): number =>
    a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
  const matrix = columns.map((one) => columns.map((other) => dot(one, other)));
  const damped = matrix.map((row, i) => row.with(i, (row[i] ?? 0) * (1 + damping) + 1e-30));
  const move = solve(
    damped,
    columns.map((column) => -dot(column, residuals)),
  );
  const next = [...values];
  moving.forEach((i, k) => {
    const parameter = part.parameters[i];
    if (parameter === undefined) return;
    next[i] = within(parameter, (values[i] ?? 0) + (move[k] ?? 0) * parameter.step);
  });
  return next;
}

function within({ low, high, apart, value }: Parameter, wanted: number): number {
  const known = Number.isFinite(wanted) ? wanted : value;
  const inside = Math.min(high, Math.max(low, known));
  if (Math.abs(inside) >= apart) return inside;
  return inside < 0 ? -apart : apart;
}
