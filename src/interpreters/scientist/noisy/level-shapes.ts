import { ln, TAU, tanh } from "../../../core/index.ts";
import { left, one, right, tenths } from "./curves.ts";
import { composedPrior, simplePrior } from "./priors.ts";
import type { Shape } from "./shape.ts";
import { stepOf } from "./sides.ts";

/** Laws that are one level, or two with a jump at 0. */
export const levelShapes: readonly Shape[] = [
  {
    family: "constant",
    base: null,
    columns: [one],
    grids: [1],
    prior: simplePrior(20),
    build: ([value = 0]) =>
      value === 0 || Math.abs(value) > 10 ? null : { kind: "constant", value },
  },
  {
    family: "constant of two",
    base: null,
    columns: [one],
    grids: [1],
    prior: composedPrior(0.03, 200),
    build: ([value = 0]) => (Math.abs(value) > 10 ? { kind: "constant", value } : null),
  },
  {
    family: "step",
    base: null,
    columns: [left, right],
    grids: [10, 10],
    prior: simplePrior(201 * 600),
    build: ([below = 0, above = 0]) => stepOf(below, above),
  },
];

/** A soft step's place and width. */
interface Slope {
  readonly shift: number;
  readonly period: number;
}

/** Slopes that are tried first, and the vocabulary's number of them. */
const COARSE: readonly Slope[] = tenths(1, 62)
  .filter((_, i) => i % 4 === 0)
  .flatMap((shift) => [0.1, 2, 5].map((period) => ({ shift, period })));
const SLOPES = 62 * 62;

/** Soft steps: a coarse choice of them, or those near a slope, of like or of any periods. */
export function tanhShapes(near: Slope | null, anyPeriod = false): readonly Shape[] {
  const slopes = near === null ? COARSE : slopesNear(near, anyPeriod ? 62 : 1.05);
  const covered = near === null ? SLOPES / slopes.length : 1;
  const prior = simplePrior(SLOPES * 201 * 200) + ln(covered);
  return slopes.map(({ shift, period }) => {
    const speed = TAU / period;
    return {
      family: "tanh",
      base: null,
      columns: [one, (x: number) => softStep(speed * (x - shift))],
      grids: [10, 10],
      prior,
      build: ([offset = 0, amplitude = 0]: readonly number[]) =>
        amplitude === 0 ? null : { kind: "tanh" as const, amplitude, period, shift, offset },
    };
  });
}

function slopesNear({ shift, period }: Slope, reach: number): readonly Slope[] {
  const shifts = tenths(1, 62).filter((each) => Math.abs(each - shift) < 0.35);
  const periods = tenths(1, 62).filter((each) => Math.abs(each - period) < reach);
  return shifts.flatMap((each) => periods.map((own) => ({ shift: each, period: own })));
}

function softStep(angle: number): number {
  if (angle > 20) return 1;
  return angle < -20 ? -1 : tanh(angle);
}
