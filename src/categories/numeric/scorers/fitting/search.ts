import { valuesAt } from "../../../../core/index.ts";
import { explained } from "./explained.ts";
import type { Budget, Found, Points } from "./explained.ts";
import { valuesOf } from "./part.ts";
import type { Part, Scan } from "./part.ts";
import { spreadRows } from "./points.ts";
import { refined } from "./refine.ts";

/** An error that needs no further search: a hundredth of what counts as agreement. */
const GOOD = 1e-4;
/** Settings of a scan that are followed up. */
const FOLLOWED = 3;
/** Points that the law's own settings are first made better on. */
const FEW = 256;
/**
 * What an error on few points may be, relative to the best one so far, to make more of them worth
 * looking at: a member of the class has almost none, unless one of its edges lies on the wrong side
 * of a point or two, or there are more parts whose settings are still to be found.
 */
const PROMISING = { smooth: 0.1, jumps: 0.5, several: 0.9 };

/**
 * The best settings of a class for some points: those of the law itself made better, and, where
 * these do not explain the points, the best ones of each scan as well. Deterministic, no clock.
 */
export function search(part: Part, points: Points, budget: Budget): Found {
  const rows = spreadRows(points.inputs[0], FEW);
  const start = { values: valuesOf(part), error: Infinity };
  let best = climbed(part, start, { rows, count: FEW }, 1, points, budget);
  for (let pass = 0; pass < 2; pass += 1) {
    // Scans are many, and mostly the law's own settings are good enough.
    if (best.error < GOOD || budget.left <= 0) return best;
    const before = best.error;
    const scans = part.scans(points.ys);
    const share = promising(part, scans);
    for (const scan of scans) {
      if (best.error < GOOD || budget.left <= 0) return best;
      best = better(best, followed(part, best, scan, share, points, budget));
    }
    if (!(best.error < 0.5 * before)) return best;
  }
  return best;
}

function promising(part: Part, scans: readonly Scan[]): number {
  if (new Set(scans.map(({ at }) => at)).size > 1) return PROMISING.several;
  const jumps = part.parameters.some((parameter) => !parameter.smooth);
  return jumps ? PROMISING.jumps : PROMISING.smooth;
}

function followed(
  part: Part,
  { values, error }: Found,
  scan: Scan,
  share: number,
  points: Points,
  budget: Budget,
): Found {
  const view = rowsOf(points, scan.rows.slice(0, scan.count));
  const tried = scan.sets.map((set) => {
    const changed = values.map((value, i) => set[i - scan.at] ?? value);
    const enough = budget.left > 0;
    return { values: changed, error: enough ? explained(part, changed, view, budget).error : 1e9 };
  });
  let best: Found = { values, error };
  for (const start of tried.toSorted((a, b) => a.error - b.error).slice(0, FOLLOWED)) {
    const from = { values: start.values, error: best.error };
    best = better(best, climbed(part, from, scan, share, points, budget));
    if (best.error < GOOD) break;
  }
  return best;
}

/** Made better on more and more of the points, as long as the error is a small share of the given. */
function climbed(
  part: Part,
  { values, error }: Found,
  { rows, count }: Pick<Scan, "rows" | "count">,
  share: number,
  points: Points,
  budget: Budget,
): Found {
  let reached = values;
  for (let size = count; size < rows.length; size *= 2) {
    const found = refined(part, reached, rowsOf(points, rows.slice(0, size)), budget);
    reached = found.values;
    if (found.error <= share * error) continue;
    return { values: reached, error: explained(part, reached, points, budget).error };
  }
  return refined(part, reached, points, budget);
}

function better(a: Found, b: Found): Found {
  return b.error < a.error ? b : a;
}

function rowsOf({ inputs, ys, weights }: Points, rows: readonly number[]): Points {
  const pick = (column: Float64Array): Float64Array => valuesAt(column, rows);
  const [first, ...rest] = inputs;
  return { inputs: [pick(first), ...rest.map(pick)], ys: pick(ys), weights: pick(weights) };
}
