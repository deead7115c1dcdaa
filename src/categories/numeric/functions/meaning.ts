import { absolute } from "./absolute.ts";
import { ceil } from "./ceil.ts";
import { constant } from "./constant.ts";
import { cosine } from "./cosine.ts";
import { dampedSine } from "./damped-sine.ts";
import { exponential } from "./exponential.ts";
import type { ComplexExpression, Expression, Name } from "./expression.ts";
import type { NumericFamily } from "./family.ts";
import { floor } from "./floor.ts";
import { gaussian } from "./gaussian.ts";
import { leakyRelu } from "./leaky-relu.ts";
import { linear } from "./linear.ts";
import { logarithm } from "./logarithm.ts";
import { logistic } from "./logistic.ts";
import { modulo } from "./modulo.ts";
import { polynomial } from "./polynomial.ts";
import { rational } from "./rational.ts";
import { reciprocal } from "./reciprocal.ts";
import { rectangle } from "./rectangle.ts";
import { root } from "./root.ts";
import { sine } from "./sine.ts";
import type { Atom } from "./spec.ts";
import { squareWave } from "./square-wave.ts";
import { step } from "./step.ts";
import { tanh } from "./tanh.ts";

/** Each family by its kind. */
export const families: {
  readonly [K in Atom["kind"]]: NumericFamily<Extract<Atom, { readonly kind: K }>>;
} = {
  absolute,
  ceil,
  constant,
  cosine,
  exponential,
  floor,
  gaussian,
  linear,
  logarithm,
  logistic,
  modulo,
  polynomial,
  rational,
  reciprocal,
  rectangle,
  root,
  sine,
  step,
  tanh,
  "damped-sine": dampedSine,
  "leaky-relu": leakyRelu,
  "square-wave": squareWave,
};

/** What an atom means, its parameters filled in. */
export interface Meaning {
  readonly real: (x: number) => number;
  readonly imaginary: ((x: number) => number) | null;
  describe(variable: string): string;
  /** The same, moved so that its kink is not at 0 but here; `null` for families without one. */
  readonly describeAt: ((variable: string, at: number) => string) | null;
  lower(x: Name, bind: (value: Expression) => Name): Expression | ComplexExpression;
}

/** The meaning of an atom: the one place that tells the families apart. */
export function meaningOf(atom: Atom): Meaning {
  switch (atom.kind) {
    case "absolute":
      return meant(absolute, atom);
    case "ceil":
      return meant(ceil, atom);
    case "constant":
      return meant(constant, atom);
    case "cosine":
      return meant(cosine, atom);
    case "damped-sine":
      return meant(dampedSine, atom);
    case "exponential":
      return meant(exponential, atom);
    case "floor":
      return meant(floor, atom);
    case "gaussian":
      return meant(gaussian, atom);
    case "leaky-relu":
      return meant(leakyRelu, atom);
    case "linear":
      return meant(linear, atom);
    case "logarithm":
      return meant(logarithm, atom);
    case "logistic":
      return meant(logistic, atom);
    case "modulo":
      return meant(modulo, atom);
    case "polynomial":
      return meant(polynomial, atom);
    case "rational":
      return meant(rational, atom);
    case "reciprocal":
      return meant(reciprocal, atom);
    case "rectangle":
      return meant(rectangle, atom);
    case "root":
      return meant(root, atom);
    case "sine":
      return meant(sine, atom);
    case "square-wave":
      return meant(squareWave, atom);
    case "step":
      return meant(step, atom);
    case "tanh":
      return meant(tanh, atom);
  }
}

function meant<A extends Atom>(family: NumericFamily<A>, atom: A): Meaning {
  return {
    real: family.real(atom),
    imaginary: family.imaginary?.(atom) ?? null,
    describe: (variable) => family.describe(atom, variable),
    describeAt:
      family.describeAt === undefined
        ? null
        : (variable, at) => family.describeAt?.(atom, variable, at) ?? "",
    lower: (x, bind) => family.lower(atom, x, bind),
  };
}
