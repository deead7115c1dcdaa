import { solveLeastSquares, wholePower } from "../../../../core/index.ts";
import type { Family } from "./shape.ts";

/** Degrees of numerator and denominator. */
const DEGREES = [
  [0, 2],
  [1, 2],
  [0, 4],
  [1, 4],
  [2, 4],
  [3, 4],
] as const;
/** Rounds in which the weights follow the denominator. */
const ROUNDS = 6;

/**
 * Quotients of polynomials without a pole among the target's points, by repeated linear fits of
 * y·D(x) = N(x): Sanathanan and Koerner, 1963, https://doi.org/10.1109/TAC.1963.1105517.
 */
export const quotients: readonly Family[] = DEGREES.map(([above, below]) => ({ xs, ys }) => {
  const size = xs.reduce((most, x) => Math.max(most, Math.abs(x)), 1e-300);
  const power = (k: number): Float64Array => xs.map((x) => wholePower(x / size, k));
  let weights = ys.map(() => 1);
  let parameters: readonly number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const columns = [
      ...Array.from({ length: above + 1 }, (_, k) => power(k)),
      ...Array.from({ length: below }, (_, k) => power(k + 1).map((t, i) => -t * (ys[i] ?? 0))),
    ];
    const { coefficients } = solveLeastSquares(columns, ys, { weights });
    parameters = [...coefficients].map((c, k) => c / wholePower(size, k <= above ? k : k - above));
    const bottom = xs.map((x) => valueOf(x, [1, ...parameters.slice(above + 1)]));
    if (bottom.some((value) => !(value > 0))) return null;
    weights = bottom.map((value) => 1 / value);
  }
  return {
    name: "a quotient of polynomials",
    parameters,
    build: (numbers) => ({
      kind: "rational",
      numerator: numbers.slice(0, above + 1),
      denominator: [1, ...numbers.slice(above + 1)],
    }),
  };
});

function valueOf(x: number, coefficients: readonly number[]): number {
  return coefficients.reduceRight((sum, c) => sum * x + c, 0);
}
