import { ln, solveLeastSquares, wholePower } from "../../../core/index.ts";
import { simplePrior } from "./priors.ts";
import type { Sample } from "./sample.ts";
import type { Curve, Shape } from "./shape.ts";

/** Degrees of numerators and denominators that are tried. */
const DEGREES = [
  [0, 1],
  [0, 2],
  [1, 2],
  [0, 3],
  [1, 3],
  [2, 3],
] as const;
const ROUNDS = 6;

/** Quotients of polynomials that follow the answers, one for each pair of degrees. */
export function rationalShapes(sample: Sample): readonly Shape[] {
  return DEGREES.flatMap(([above, below]) => {
    const law = fit(sample, above, below);
    if (law === null) return [];
    const parameters = above + below + 1;
    return [
      {
        family: "rational",
        base: (x: number) => power(law.numerator, x) / power(law.denominator, x),
        columns: [],
        grids: [],
        prior: simplePrior(DEGREES.length) - parameters * ln(60),
        build: () => law,
      },
    ];
  });
}

interface Quotient {
  readonly kind: "rational";
  readonly numerator: readonly number[];
  readonly denominator: readonly number[];
}

/** Linear least squares, weighted anew with each denominator: https://doi.org/10.1109/TAC.1963.1105517 */
function fit({ xs, ys }: Sample, above: number, below: number): Quotient | null {
  const powers = (degree: number, from: number): readonly Curve[] =>
    Array.from(
      { length: degree + 1 - from },
      (_, k): Curve =>
        (x) =>
          wholePower(x, k + from),
    );
  const up = powers(above, 0).map((curve) => xs.map(curve));
  const down = powers(below, 1).map((curve) => xs.map((x, i) => -(ys[i] ?? 0) * curve(x)));
  let weights = xs.map((x) => 1 / (1 + wholePower(Math.abs(x), below)));
  let best: Quotient | null = null;
  for (let round = 0; round < ROUNDS; round += 1) {
    const { coefficients } = solveLeastSquares([...up, ...down], ys, { weights });
    const short = [...coefficients].map((value) => Number(value.toPrecision(7)) + 0);
    const numerator = short.slice(0, above + 1);
    const denominator = [1, ...short.slice(above + 1)];
    if (short.some((value) => !Number.isFinite(value)) || denominator.at(-1) === 0) return best;
    best = { kind: "rational", numerator, denominator };
    weights = xs.map((x) => 1 / Math.max(1e-6, Math.abs(power(denominator, x))));
  }
  return best;
}

function power(coefficients: readonly number[], x: number): number {
  return coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0);
}
