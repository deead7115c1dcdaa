import type { Draws } from "../../core/index.ts";
import type { NumericColumn } from "./column.ts";
import { evaluate } from "./evaluate.ts";
import { corruptionOf, covers } from "./inspect.ts";
import type { Noised, NumericSpec } from "./spec.ts";

/** Where the chance in an answer comes from, by the position of its input; asked only if needed. */
export interface ServingDraws {
  /** For the scatter of a replacement. */
  scatter(index: number): Draws;
  /** For the noise on an answer. */
  noise(index: number): Draws;
}

/** What the black box answers: the truth, scattered in regions and with noise on its real part. */
export function serve(spec: NumericSpec, xs: Float64Array, draws: ServingDraws): NumericColumn {
  const column = evaluate(spec, xs);
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
      if (Number.isFinite(y)) re[i] = y + noiseFrom(spec, draws.noise(i));
    });
  }
  return column;
}

function noiseFrom({ distribution, scale }: Noised, draws: Draws): number {
  switch (distribution) {
    case "normal":
      return scale * draws.normal();
    case "uniform":
      return scale * (2 * draws.uniform() - 1);
    case "poisson":
      return draws.poisson(scale);
  }
}
