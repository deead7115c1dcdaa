import { exp, TAU } from "../../../core/index.ts";
import { simplePrior } from "./priors.ts";
import type { Shape } from "./shape.ts";

/** Widths that stand for those of the vocabulary, from 1 to 10. */
const DEVIATIONS = [1, 1.5, 2.5, 4, 6, 9];

/** Means within ±50 that stand for all, each a deviation from the next. */
const BELLS = DEVIATIONS.flatMap((deviation) => {
  const count = Math.ceil(50 / deviation);
  return Array.from({ length: 2 * count + 1 }, (_, i) => ({
    deviation,
    mean: Number(((i - count) * (50 / count)).toFixed(1)),
    weight: 1 / (DEVIATIONS.length * (2 * count + 1)),
  }));
});

/** Normal densities, a choice that leaves no gap; hardly any rises above the noise. */
export const bellShapes: readonly Shape[] = BELLS.map(({ deviation, mean, weight }) => {
  const peak = 1 / (deviation * Math.sqrt(TAU));
  return {
    family: "gaussian",
    base: (x) => {
      const z = (x - mean) / deviation;
      return Math.abs(z) > 6 ? 0 : peak * exp(-0.5 * z * z);
    },
    columns: [],
    grids: [],
    prior: simplePrior(1 / weight),
    build: () => ({ kind: "gaussian", mean, deviation }),
  };
});
