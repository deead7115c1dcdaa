import type { Draws } from "../../../core/index.ts";
import type { NumericColumn } from "./column.ts";
import { evaluate } from "./evaluate.ts";
import { columnsFor } from "./inputs.ts";
import type { NumericInputs } from "./inputs.ts";
import { corruptionOf, covers, noiseScaleAt } from "./inspect.ts";
import type { Noised, NumericSpec } from "./spec.ts";

/** Where the chance in an answer comes from, by the position of its input; asked only if needed. */
export interface ServingDraws {
  /** For the scatter of a replacement. */
  scatter(index: number): Draws;
  /** For the noise on an answer. */
  noise(index: number): Draws;
}

/** What the black box answers: the truth, scattered in regions and with noise on its real part. */
export function serve(
  spec: NumericSpec,
  inputs: NumericInputs,
  draws: ServingDraws,
): NumericColumn {
  const column = evaluate(spec, inputs);
  const [xs] = columnsFor(spec, inputs);
  const { re } = column;
  const corrupted = corruptionOf(spec);
  if (corrupted !== null && corrupted.spread > 0) {
    const { regions, spread } = corrupted;
    xs.forEach((x, i) => {
      if (!regions.some((region) => covers(region, x))) return;
      re[i] = (re[i] ?? NaN) + spread * draws.scatter(i).normal();
    });
  }
  if (spec.kind === "noised") {
    re.forEach((y, i) => {
      if (Number.isFinite(y)) re[i] = y + noiseAt(spec, xs[i] ?? 0, draws.noise(i));
    });
  }
  return column;
}

/** Beyond this mean a Poisson count is drawn as its normal limit: drawing it takes as long as it is large. */
const LARGEST_COUNT = 1e5;

function poissonOf(mean: number, draws: Draws): number {
  if (mean <= LARGEST_COUNT) return draws.poisson(mean);
  return Math.max(0, Math.round(mean + Math.sqrt(mean) * draws.normal()));
}

function noiseAt(spec: Noised, x: number, draws: Draws): number {
  const scale = noiseScaleAt(spec, x);
  switch (spec.distribution) {
    case "normal":
      return scale * draws.normal();
    case "uniform":
      return scale * (2 * draws.uniform() - 1);
    case "poisson":
      return poissonOf(scale, draws);
  }
}
