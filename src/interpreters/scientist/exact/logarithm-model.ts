import { exp, ln, solveLeastSquares } from "../../../core/index.ts";
import { nearShort, rounded } from "../decimals.ts";
import type { Model } from "./linear-model.ts";
import { restricted } from "./view.ts";

/** offset + scale·log_base(x); of scale and base only scale/ln(base) counts. */
export const logarithmModel: Model = {
  name: "logarithm",
  parameters: 2,
  fit: (view) => {
    const positive = restricted(view, (x) => x > 0);
    if (positive.xs.length < view.xs.length || view.xs.length < 4) return null;
    const logs = positive.xs.map(ln);
    const { coefficients } = solveLeastSquares([logs.map(() => 1), logs], view.ys);
    const [constant = 0, ratio = 0] = coefficients;
    const offset = nearShort(constant);
    for (let tenths = 11; tenths <= 100; tenths += 1) {
      const base = tenths / 10;
      const scale = rounded(ratio * ln(base), 1);
      if (scale !== 0 && Math.abs(scale / ln(base) - ratio) < 1e-9 * Math.abs(ratio))
        return { kind: "logarithm", scale, base, offset };
    }
    return ratio === 0 ? null : { kind: "logarithm", scale: ratio, base: exp(1), offset };
  },
};
