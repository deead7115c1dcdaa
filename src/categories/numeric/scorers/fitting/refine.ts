import { descend } from "../../../../core/index.ts";
import { explained } from "./explained.ts";
import type { Budget, Found, Points } from "./explained.ts";
import type { Parameter, Part } from "./part.ts";

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
 * Descends over the smooth parameters of the residuals that are left after the factors were solved
 * for (variable projection: Golub & Pereyra, 1973, https://doi.org/10.1137/0710036).
 */
function descended(part: Part, start: Found, points: Points, budget: Budget): Found {
  const { parameters } = part;
  const moving = parameters.flatMap((parameter, i) => (parameter.smooth ? [{ parameter, i }] : []));
  const all = (moved: readonly number[]): readonly number[] =>
    moving.reduce((values, { i }, k) => values.with(i, moved[k] ?? 0), start.values);
  const rows = points.ys.length;
  const descent = descend(
    (moved) => {
      if (budget.left <= 0) return null;
      const { error, residuals } = explained(part, all(moved), points, budget);
      return error < EXACT ? { cost: 0, residuals } : { cost: rows * error * error, residuals };
    },
    moving.map(({ i }) => start.values[i] ?? 0),
    {
      rounds: ROUNDS.smooth,
      nudge: (_, k) => NUDGE * (moving[k]?.parameter.step ?? 1),
      within: (moved) => moving.map(({ parameter }, k) => within(parameter, moved[k] ?? NaN)),
      isDone: (before, after) => {
        const enough = after > rows * HOPELESS * HOPELESS ? 0.02 : 1e-6;
        return Math.sqrt(after) > (1 - enough) * Math.sqrt(before);
      },
    },
  );
  if (descent === null) return start;
  return { values: all(descent.parameters), error: Math.sqrt(descent.cost / Math.max(1, rows)) };
}

function within({ low, high, apart, value }: Parameter, wanted: number): number {
  const known = Number.isFinite(wanted) ? wanted : value;
  const inside = Math.min(high, Math.max(low, known));
  if (Math.abs(inside) >= apart) return inside;
  return inside < 0 ? -apart : apart;
}
