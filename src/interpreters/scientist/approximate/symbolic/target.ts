import { squared } from "../../../../core/index.ts";
import { evaluate } from "../../../../categories/numeric/index.ts";
import type { Law } from "../../../../categories/numeric/index.ts";
import type { Knots } from "../../finding.ts";
import { valueOn } from "../value-on.ts";

/** Values that a formula is to come close to, at ascending inputs. */
export interface Target {
  readonly xs: Float64Array;
  readonly ys: Float64Array;
}

/** Cells of the domain, each with a point in its middle: on [−128, 128] the published test's grid. */
const CELLS = 256;

/** What a table says in the middles of equal cells of a domain. */
export function targetOf(
  knots: Knots,
  { from, to }: { readonly from: number; readonly to: number },
): Target {
  const xs = Float64Array.from(
    { length: CELLS },
    (_, i) => from + ((to - from) * (i + 0.5)) / CELLS,
  );
  return { xs, ys: xs.map((x) => valueOn(knots, x)) };
}

/** The part of a target between two inputs. */
export function within({ xs, ys }: Target, from: number, to: number): Target {
  const kept = xs.map((x) => (x >= from && x <= to ? 1 : 0));
  return { xs: xs.filter((_, i) => kept[i] === 1), ys: ys.filter((_, i) => kept[i] === 1) };
}

/** Σ(f − g)² / Σf² of a target f and a law g; infinite where g has no real value. */
export function errorOf(law: Law, { xs, ys }: Target): number {
  const { re, im } = evaluate(law, xs);
  let [lost, total] = [0, 0];
  for (let i = 0; i < xs.length; i += 1) {
    const [y = 0, guess = NaN] = [ys[i], re[i]];
    lost += squared(guess - y) + squared(im?.[i] ?? 0);
    total += y * y;
  }
  if (Number.isNaN(lost)) return Infinity;
  return lost === 0 ? 0 : lost / total;
}

/** The share of a target's points that a law meets to a hundredth of the value or of the spread. */
export function shareMet(law: Law, { xs, ys }: Target): number {
  const { re } = evaluate(law, xs);
  const centre = medianOf(ys);
  const spread = medianOf(ys.map((y) => Math.abs(y - centre)));
  const met = ys.filter(
    (y, i) => Math.abs((re[i] ?? NaN) - y) <= 0.01 * Math.max(Math.abs(y), spread),
  );
  return met.length / ys.length;
}

function medianOf(values: Float64Array): number {
  return values.toSorted()[values.length >> 1] ?? 0;
}
