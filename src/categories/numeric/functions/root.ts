import * as z from "zod";
import { cos, pow, sin } from "../../../core/index.ts";
import { ordinal, spoken, withOffset } from "./english.ts";
import { call, choice, compare, number, plus, root as rootOf, times } from "./expression.ts";
import { one } from "./form-class.ts";
import type { NumericFamily, Shape } from "./family.ts";
import { finite } from "./number-schema.ts";
import { nonzeroTenth, tenth } from "./sampling.ts";

const schema = z.strictObject({
  kind: z.literal("root"),
  scale: finite,
  degree: finite
    .int({ error: "a whole number of at least 1" })
    .min(1, { error: "a whole number of at least 1" }),
  offset: finite,
  negative: z.enum(["complex", "undefined"], { error: '"complex" or "undefined"' }),
});

/**
 * x ↦ scale·x^(1/degree) + offset. Left of zero the principal root is complex (`"complex"`), or
 * there is no value (`"undefined"`); for degree 1 the root is x itself.
 */
export type Root = Shape<typeof schema>;

/**
 * x ↦ scale·x^(1/degree) + offset; left of zero the principal value, whose argument is π/degree
 * (https://dlmf.nist.gov/4.2#iv).
 */
export const root: NumericFamily<Root> = {
  kind: "root",
  origin: "released",
  schema,
  sample: (draws) => ({
    kind: "root",
    scale: nonzeroTenth(draws, 300),
    degree: draws.integer(1, 2),
    offset: tenth(draws, -100, 100),
    negative: "undefined",
  }),
  real: (atom) => {
    const { scale, degree, offset } = atom;
    if (degree === 1) return (x) => scale * x + offset;
    if (atom.negative === "undefined") return (x) => scale * realRoot(x, degree) + offset;
    const { re } = direction(degree);
    return (x) =>
      x >= 0 ? scale * realRoot(x, degree) + offset : scale * (realRoot(-x, degree) * re) + offset;
  },
  imaginary: (atom) => {
    if (!isComplex(atom)) return null;
    const { im } = direction(atom.degree);
    return (x) => (x >= 0 ? 0 : atom.scale * (realRoot(-x, atom.degree) * im));
  },
  describe: (atom, variable) => {
    const { scale, degree, offset } = atom;
    const text = withOffset(
      `${spoken(scale)} times the ${rootName(degree)} root of ${variable}`,
      offset,
    );
    if (degree === 1) return `${text} (a first root is ${variable} itself)`;
    return isComplex(atom)
      ? `${text} (the principal complex root where ${variable} is below 0)`
      : `${text} (without a value where ${variable} is below 0)`;
  },
  lower: (atom, x, bind) => {
    const [scale, offset] = [number(atom.scale), number(atom.offset)];
    if (atom.degree === 1) return plus(times(scale, x), offset);
    if (!isComplex(atom)) return plus(times(scale, rootOf(atom.degree, x)), offset);
    const radius = bind(rootOf(atom.degree, call("abs", x)));
    const right = compare(x, ">=", number(0));
    const { re, im } = direction(atom.degree);
    const turned = re === 0 ? number(0) : times(scale, times(radius, number(re)));
    return {
      kind: "complex",
      re: choice(right, plus(times(scale, radius), offset), plus(turned, offset)),
      im: choice(right, number(0), times(scale, times(radius, number(im)))),
    };
  },
  breaks: ({ degree }) => (degree === 1 ? [] : [0]),
  coefficients: ({ scale, degree, offset }) => (degree === 1 ? [offset, scale] : null),
  adjusted: (atom, { scaled, moved }) => ({
    ...atom,
    scale: scaled(atom.scale),
    offset: moved(atom.offset),
  }),
  magnitude: ({ scale, degree, offset }, x) => {
    const size = Math.abs(x);
    return Math.abs(scale) * (1 + (degree === 1 ? size : Math.sqrt(size))) + Math.abs(offset);
  },
  form: (atom) =>
    atom.degree === 1
      ? { class: "powers", degree: 1 }
      : { class: "columns", own: [root.real({ ...atom, scale: 1, offset: 0 })], rest: [one] },
  afterLine: "jump",
};

function isComplex({ degree, negative }: Root): boolean {
  return degree !== 1 && negative === "complex";
}

/** NaN left of zero. Adding 0 takes the sign off −0, of which `pow` makes a positive number. */
function realRoot(x: number, degree: number): number {
  return degree === 2 ? Math.sqrt(x) : pow(x + 0, 1 / degree);
}

/** The principal root of −1; exact for the square root. */
function direction(degree: number): { readonly re: number; readonly im: number } {
  if (degree === 2) return { re: 0, im: 1 };
  return { re: cos(Math.PI / degree), im: sin(Math.PI / degree) };
}

function rootName(degree: number): string {
  if (degree === 1) return "first";
  if (degree === 2) return "square";
  return degree === 3 ? "cube" : ordinal(degree);
}
