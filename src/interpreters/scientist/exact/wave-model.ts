import { acos, cos, sin, solveLeastSquares, TAU } from "../../../core/index.ts";
import type { Law } from "../../../categories/numeric/index.ts";
import { columnsOf } from "../columns.ts";
import type { Curve } from "../columns.ts";
import { rounded } from "../decimals.ts";
import { lawOfWave } from "./law-of-wave.ts";
import { fitExactly } from "./linear-model.ts";
import type { Model } from "./linear-model.ts";
import { refinedPeriod } from "./refined-period.ts";
import type { View } from "./view.ts";

/** Points next to each other that a wave is read from, and how far apart they may lie. */
const WINDOW = 5;
const WIDEST_STEP = 0.06;
/** The longest period that is read from a window. */
const SLOWEST = 100;

/** A sine: three neighbouring values on an even grid decide its speed, y₋ + y₊ − 2d = 2·cos(ωh)·(y − d). */
export const waveModel: Model = {
  name: "sine",
  parameters: 4,
  fit: (view) => {
    const window = evenWindow(view);
    if (window === null) return null;
    const { start, count, step } = window;
    const { xs, ys } = view;
    const middle = Float64Array.from({ length: count - 2 }, (_, i) => ys[start + i + 1] ?? 0);
    const sides = middle.map((_, i) => (ys[start + i] ?? 0) + (ys[start + i + 2] ?? 0));
    const [twice = 2] = solveLeastSquares([middle, middle.map(() => 1)], sides).coefficients;
    const cosine = twice / 2;
    if (!(Math.abs(cosine) < 1)) return null;
    const speed = acos(cosine) / step;
    // A slower wave cannot be told from a parabola in so narrow a window.
    if (TAU / speed > SLOWEST) return null;
    return waveThrough(view, speed, { from: xs[start] ?? 0, to: xs[start + count - 1] ?? 0 });
  },
};

/** The longest run of evenly spaced neighbours close enough for the fastest wave. */
function evenWindow({ xs }: View): { start: number; count: number; step: number } | null {
  let best: { start: number; count: number; step: number } | null = null;
  for (let start = 0; start + WINDOW <= xs.length; start += 1) {
    const step = (xs[start + 1] ?? 0) - (xs[start] ?? 0);
    if (!(step > 1e-4) || step > WIDEST_STEP) continue;
    let count = 2;
    while (
      start + count < xs.length &&
      Math.abs((xs[start + count] ?? 0) - (xs[start + count - 1] ?? 0) - step) < 1e-9
    )
      count += 1;
    if (count >= WINDOW && count > (best?.count ?? 0)) best = { start, count, step };
  }
  return best;
}

function waveThrough(view: View, speed: number, window: { from: number; to: number }): Law | null {
  const period = TAU / speed;
  const tenth = rounded(period, 1);
  const guesses =
    Math.abs(tenth - period) < 2e-3 * period && tenth > 0 ? [tenth, period] : [period];
  for (const guess of guesses) {
    const refined = guess === tenth ? guess : refinedPeriod(view, guess, window);
    const fit = fitExactly(waveCurves(refined), view);
    const law = fit === null ? looseWave(view, refined) : null;
    const found = fit === null ? law : lawOfWave(fit, refined);
    if (found !== null) return found;
  }
  return null;
}

function waveCurves(period: number): readonly Curve[] {
  const speed = TAU / period;
  return [() => 1, (x) => sin(speed * x), (x) => cos(speed * x)];
}

/** The wave by least squares where every point lies on it but for the rounding of far angles. */
function looseWave(view: View, period: number): Law | null {
  const columns = columnsOf(waveCurves(period), view.xs);
  const { coefficients, error } = solveLeastSquares(columns, view.ys);
  const [, a = 0, b = 0] = coefficients;
  const size = Math.sqrt(a * a + b * b);
  if (!(Math.sqrt(error / view.xs.length) <= 1e-7 * size)) return null;
  return lawOfWave([...coefficients], period);
}
