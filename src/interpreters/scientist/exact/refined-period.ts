import { cos, sin, solveLeastSquares, TAU } from "../../../core/index.ts";
import { columnsOf } from "../columns.ts";
import type { Curve } from "../columns.ts";
import { restricted } from "./view.ts";
import type { View } from "./view.ts";

/** A period made better on more and more points around the window that it was found in. */
export function refinedPeriod(
  view: View,
  period: number,
  window: { from: number; to: number },
): number {
  const middle = (window.from + window.to) / 2;
  let speed = TAU / period;
  for (let reach = 4 * (window.to - window.from); reach < 4096; reach *= 4) {
    const near = restricted(view, (x) => Math.abs(x - middle) <= reach);
    for (let round = 0; round < 3; round += 1) {
      const wave = columnsOf(shiftedWave(speed, middle), near.xs);
      const [, sines = near.xs, cosines = near.xs] = wave;
      const [, a = 0, b = 0] = solveLeastSquares(wave, near.ys).coefficients;
      const tilt = near.xs.map(
        (x, i) => (x - middle) * (a * (cosines[i] ?? 0) - b * (sines[i] ?? 0)),
      );
      const columns = [...wave, tilt];
      const change = solveLeastSquares(columns, near.ys).coefficients[3] ?? 0;
      if (!Number.isFinite(change) || Math.abs(change) * reach > 1) break;
      speed += change;
    }
  }
  return TAU / speed;
}

function shiftedWave(speed: number, middle: number): readonly Curve[] {
  return [() => 1, (x) => sin(speed * (x - middle)), (x) => cos(speed * (x - middle))];
}
