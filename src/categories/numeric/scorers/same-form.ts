import { valuesAt } from "../../../core/index.ts";
import type { Region, Score } from "../../../contract/index.ts";
import { scored } from "../../../scoring/index.ts";
import { definedPoints, picked, spreadOf } from "../../../scoring/index.ts";
import type { ValueColumn } from "../../../scoring/index.ts";
import { agreement } from "./agreement.ts";
import type { HiddenInputs } from "./hidden-inputs.ts";
import { NEARLY_ALL } from "../../../scoring/index.ts";

/** What tells whether code has the form of the law. */
export interface FormEvidence {
  readonly hidden: HiddenInputs;
  /** Where the law is replaced; nothing is judged there. */
  readonly regions: readonly Region[];
  /** The law itself at the hidden inputs. */
  readonly truth: ValueColumn;
  readonly code: ValueColumn;
  /**
   * What the best member of the law's equivalence class, its parameters fitted to the code's own
   * outputs off the regions, gives at the hidden inputs; `null` where none fits.
   */
  readonly fitted: ValueColumn | null;
}

/**
 * 1 where the code has the form of the law whatever its parameters: the fitted member agrees with
 * the code on nearly all points inside and outside the domain. A straight line is no sine wave of
 * vanishing frequency: code that gives one has the form only of laws that give one too.
 */
export function sameForm({ hidden, regions, truth, code, fitted }: FormEvidence): Score {
  if (fitted === null) return scored(0);
  const points: number[] = [];
  for (const { start, end } of [hidden.domain, hidden.outside]) {
    for (let index = start; index < end; index += 1) {
      const x = hidden.inputs[index] ?? NaN;
      if (regions.some((region) => isIn(region, x))) continue;
      // A form is fitted to real values: where law and code are complex alike, they tell nothing more.
      if (!(isComplex(truth, index) && isComplex(code, index))) points.push(index);
    }
  }
  const [xs, law, given, member] = [
    valuesAt(hidden.inputs, points),
    picked(truth, points),
    picked(code, points),
    picked(fitted, points),
  ];
  const isDegenerate = isStraight(xs, given) && !isStraight(xs, law);
  return scored(agreesNearly(member, given) && !isDegenerate ? 1 : 0);
}

function isComplex({ im }: ValueColumn, index: number): boolean {
  const part = im?.[index] ?? 0;
  return Number.isFinite(part) && part !== 0;
}

function isIn({ from, to }: Region, x: number): boolean {
  return (from === null || x >= from) && (to === null || x <= to);
}

/** Whether nearly all points agree, on the scale of the first column; false without points. */
function agreesNearly(truth: ValueColumn, guess: ValueColumn): boolean {
  const all = { start: 0, end: truth.re.length };
  return (agreement(truth, guess, spreadOf(truth, all), all) ?? 0) >= NEARLY_ALL;
}

/** Whether nearly all values lie on one line, by least squares over those that there are. */
function isStraight(xs: Float64Array, column: ValueColumn): boolean {
  const points = definedPoints(column, { start: 0, end: xs.length });
  const average = (values: Float64Array): number =>
    points.reduce((sum, index) => sum + (values[index] ?? 0) / points.length, 0);
  const [x0, y0] = [average(xs), average(column.re)];
  let [across, along] = [0, 0];
  for (const index of points) {
    const dx = (xs[index] ?? 0) - x0;
    across += dx * dx;
    along += dx * ((column.re[index] ?? 0) - y0);
  }
  const slope = across === 0 ? 0 : along / across;
  return agreesNearly({ re: xs.map((x) => y0 + slope * (x - x0)), im: null }, column);
}
