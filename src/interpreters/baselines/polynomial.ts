import { ln } from "../../core/index.ts";
import type { Interpreter } from "../../contract/index.ts";
import { abstain, answerWithCode, ARGUMENTS, readable, sourceOf } from "./answer.ts";
import { inPowersOfX, polynomialFits } from "./least-squares.ts";
import type { Fit } from "./least-squares.ts";
import { surfaceFit } from "./monomials.ts";
import type { SurfaceFit } from "./monomials.ts";
import { survey } from "./survey.ts";

const HIGHEST_DEGREE = 20;
/** With several variables the number of terms grows fast. */
const HIGHEST_SURFACE_DEGREE = 6;
/** Residuals below this share of the data's own energy are rounding. */
const ROUNDING = 1e-24;
/** Degree up to which the description spells the coefficients out. */
const SPELT_DEGREE = 5;

/** Fits one polynomial by least squares, of the degree that the Bayesian information criterion picks. */
export function polynomial(): Interpreter {
  return fitter("polynomial", HIGHEST_DEGREE, HIGHEST_SURFACE_DEGREE);
}

/** Fits one straight line, or plane, by least squares. */
export function line(): Interpreter {
  return fitter("line", 1, 1);
}

/** A polynomial as text: its degree, its code and, where it is short, its terms. */
interface Told {
  readonly degree: number;
  readonly code: string;
  readonly terms: string;
}

function fitter(id: string, curveDegree: number, surfaceDegree: number): Interpreter {
  const least = id === "line" ? 1 : 0;
  return {
    id,
    configuration: { version: 1 },
    async interpret(assignment, signal) {
      const { axes, points, re, im, asked } = await survey(assignment, signal);
      const fit = (values: readonly number[]): Told | null =>
        axes.length === 1
          ? curve(
              points.map(([x = 0]) => x),
              values,
              least,
              curveDegree,
            )
          : surface(points, values, least, surfaceDegree);
      const real = points.length === 0 ? null : fit(re);
      if (real === null) return abstain(`None of ${asked} evenly spaced queries had a value.`);
      const complex = im.some((part) => part !== 0) ? fit(im) : null;
      const kind = real.degree === 1 ? STRAIGHT[axes.length] : undefined;
      return answerWithCode(
        `${kind ?? `A polynomial of degree ${real.degree}`}, fitted by least squares to ${points.length} evenly spaced answers${real.terms}. Other kinds of rule were not tried.`,
        sourceOf({ arity: axes.length, prelude: "", re: real.code, im: complex?.code ?? null }),
      );
    },
  };
}

const STRAIGHT: Readonly<Record<number, string>> = {
  1: "A straight line",
  2: "A plane",
  3: "A rule that is linear in each argument",
};

function curve(
  xs: readonly number[],
  ys: readonly number[],
  least: number,
  most: number,
): Told | null {
  const fits = polynomialFits(xs, ys, most > 1 ? Math.min(most, Math.max(0, xs.length - 2)) : most);
  const fit = best(
    fits.slice(Math.min(least, fits.length - 1)),
    ys,
    ({ coefficients }) => coefficients.length,
  );
  if (fit === null) return null;
  const degree = fit.coefficients.length - 1;
  return {
    degree,
    code: curveCode(fit),
    terms: degree > SPELT_DEGREE ? "" : `: ${curveTerms(fit)}`,
  };
}

function surface(
  points: readonly (readonly number[])[],
  ys: readonly number[],
  least: number,
  most: number,
): Told | null {
  const degrees = Array.from({ length: most + 1 }, (_, degree) => degree);
  const fits = degrees
    .map((degree) => surfaceFit(points, ys, degree))
    .filter((fit) => fit !== null);
  const fit = best(fits.slice(Math.min(least, fits.length - 1)), ys, ({ terms }) => terms.length);
  if (fit === null) return null;
  const degree = Math.max(...fit.terms.map((powers) => powers.reduce((a, b) => a + b, 0)));
  return { degree, code: surfaceCode(fit), terms: degree > 1 ? "" : `: ${surfaceTerms(fit)}` };
}

/** The fit with the smallest n·ln(RSS/n) + k·ln(n), the criterion of Schwarz (1978). */
function best<F extends { readonly residual: number }>(
  fits: readonly F[],
  ys: readonly number[],
  parameters: (fit: F) => number,
): F | null {
  const n = ys.length;
  const rounding = ROUNDING * ys.reduce((sum, y) => sum + y * y, 0);
  const cost = (fit: F): number => {
    const residual = Math.max(fit.residual, rounding);
    return residual === 0 ? -Infinity : n * ln(residual / n) + parameters(fit) * ln(n);
  };
  return fits.reduce<F | null>((a, b) => (a === null || cost(b) < cost(a) ? b : a), null);
}

/** Horner's rule in t, where the coefficients stay small. */
function curveCode({ centre, halfWidth, coefficients }: Fit): string {
  const shifted = centre === 0 ? "x" : `(x ${centre < 0 ? "+" : "-"} ${Math.abs(centre)})`;
  const t = `(${shifted} / ${halfWidth})`;
  return coefficients.reduceRight(
    (sum, c) => (sum === "" ? String(c) : `(${sum}) * ${t} + ${String(c)}`),
    "",
  );
}

function surfaceCode({ halfWidth, terms, coefficients }: SurfaceFit): string {
  return terms
    .map((powers, i) => {
      const factors = powers.flatMap((power, axis) =>
        Array<string>(power).fill(`(${ARGUMENTS[axis] ?? "x"} / ${halfWidth})`),
      );
      return [String(coefficients[i] ?? 0), ...factors].join(" * ");
    })
    .join(" + ");
}

/** The polynomial as people write it: `3·x² − 0.5·x + 2`. */
function curveTerms(fit: Fit): string {
  const terms = inPowersOfX(fit).map((c, power) => ({ c, name: POWERS[power] ?? "" }));
  return signed(terms.toReversed());
}

function surfaceTerms({ halfWidth, terms, coefficients }: SurfaceFit): string {
  return signed(
    terms
      .map((powers, i) => {
        const axis = powers.indexOf(1);
        const c = coefficients[i] ?? 0;
        return axis < 0
          ? { c, name: "" }
          : { c: c / halfWidth, name: `·${ARGUMENTS[axis] ?? "x"}` };
      })
      .toReversed(),
  );
}

function signed(terms: readonly { readonly c: number; readonly name: string }[]): string {
  return terms
    .map(({ c, name }) => `${c < 0 ? "−" : "+"} ${readable(Math.abs(c))}${name}`)
    .join(" ")
    .replace(/^\+ /u, "");
}

const POWERS = ["", "·x", "·x²", "·x³", "·x⁴", "·x⁵"];
