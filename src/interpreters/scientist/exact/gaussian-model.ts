import { ln, solveLeastSquares } from "../../../core/index.ts";
import { nearShort } from "../decimals.ts";
import type { Model } from "./linear-model.ts";
import { restricted } from "./view.ts";

/** A normal density: the logarithm of its values is a parabola. */
export const gaussianModel: Model = {
  name: "gaussian",
  parameters: 2,
  fit: (view) => {
    if (view.ys.some((y) => y < 0)) return null;
    const { xs, ys } = restricted(view, (_, i) => (view.ys[i] ?? 0) > 1e-290);
    if (xs.length < 4) return null;
    const columns = [xs.map(() => 1), xs, xs.map((x) => x * x)];
    const [, slope = 0, bend = 0] = solveLeastSquares(columns, ys.map(ln)).coefficients;
    if (!(bend < 0)) return null;
    const mean = -slope / (2 * bend);
    const deviation = Math.sqrt(-1 / (2 * bend));
    return { kind: "gaussian", mean: nearShort(mean), deviation: nearShort(deviation) };
  },
};
