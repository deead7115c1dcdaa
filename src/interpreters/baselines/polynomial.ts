import { ln } from "../../core/index.ts";
import type { Interpreter } from "../../contract/index.ts";
import { abstain, answerWithCode, readable, sourceOf } from "./answer.ts";
import { inPowersOfX, polynomialFits } from "./least-squares.ts";
import type { Fit } from "./least-squares.ts";
import { survey } from "./survey.ts";

const HIGHEST_DEGREE = 20;
/** Residuals below this share of the data's own energy are rounding. */
const ROUNDING = 1e-24;
/** Degree up to which the description spells the coefficients out. */
const SPELT_DEGREE = 5;

/** Fits one polynomial by least squares, of the degree that the Bayesian information criterion picks. */
export function polynomial(): Interpreter {
  return fitter("polynomial", (xs, ys) => {
    const energy = ys.reduce((sum, y) => sum + y * y, 0);
    return smallest(
      polynomialFits(xs, ys, Math.min(HIGHEST_DEGREE, Math.max(0, xs.length - 2))),
      (fit, degree) => criterion(Math.max(fit.residual, ROUNDING * energy), degree + 1, xs.length),
    );
  });
}

/** Fits one straight line by least squares. */
export function line(): Interpreter {
  return fitter("line", (xs, ys) => polynomialFits(xs, ys, 1).at(-1));
}

type Select = (xs: readonly number[], ys: readonly number[]) => Fit | undefined;

function fitter(id: string, select: Select): Interpreter {
  return {
    id,
    configuration: { version: 1 },
    async interpret(assignment, signal) {
      const { xs, re, im, asked } = await survey(assignment, signal);
      const real = xs.length === 0 ? undefined : select(xs, re);
      if (real === undefined) return abstain(`None of ${asked} evenly spaced queries had a value.`);
      const complex = im.some((part) => part !== 0) ? select(xs, im) : undefined;
      return answerWithCode(
        describeFit(real, xs.length),
        sourceOf("", codeOf(real), complex === undefined ? "0" : codeOf(complex)),
      );
    },
  };
}

/** Schwarz's criterion (1978) for normal residuals: n·ln(RSS/n) + k·ln(n). */
function criterion(residual: number, parameters: number, points: number): number {
  if (residual === 0) return -Infinity;
  return points * ln(residual / points) + parameters * ln(points);
}

function smallest(
  fits: readonly Fit[],
  cost: (fit: Fit, degree: number) => number,
): Fit | undefined {
  let best: { readonly fit: Fit; readonly cost: number } | undefined;
  fits.forEach((fit, degree) => {
    const value = cost(fit, degree);
    if (best === undefined || value < best.cost) best = { fit, cost: value };
  });
  return best?.fit;
}

/** Horner's rule in t, where the coefficients stay small. */
function codeOf({ centre, halfWidth, coefficients }: Fit): string {
  const shifted = centre === 0 ? "x" : `(x ${centre < 0 ? "+" : "-"} ${Math.abs(centre)})`;
  const t = `(${shifted} / ${halfWidth})`;
  return coefficients.reduceRight(
    (sum, c) => (sum === "" ? String(c) : `(${sum}) * ${t} + ${String(c)}`),
    "",
  );
}

function describeFit(fit: Fit, points: number): string {
  const degree = fit.coefficients.length - 1;
  const spelt = degree > SPELT_DEGREE ? "" : `, ${termsInX(fit)}`;
  const kind = degree === 1 ? "A straight line" : `A polynomial of degree ${degree}`;
  return `${kind}, fitted by least squares to ${points} evenly spaced answers${spelt}. Other kinds of rule were not tried.`;
}

/** The polynomial as people write it: `3·x² − 0.5·x + 2`. */
function termsInX(fit: Fit): string {
  return inPowersOfX(fit)
    .map((c, power) => `${c < 0 ? "−" : "+"} ${readable(Math.abs(c))}${POWERS[power] ?? ""}`)
    .toReversed()
    .join(" ")
    .replace(/^\+ /u, "");
}

const POWERS = ["", "·x", "·x²", "·x³", "·x⁴", "·x⁵"];
