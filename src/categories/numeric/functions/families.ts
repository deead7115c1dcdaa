import { absolute } from "./absolute.ts";
import { ceil } from "./ceil.ts";
import { constant } from "./constant.ts";
import { cosine } from "./cosine.ts";
import { dampedSine } from "./damped-sine.ts";
import { exponential } from "./exponential.ts";
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
import { squareWave } from "./square-wave.ts";
import { step } from "./step.ts";
import { tanh } from "./tanh.ts";

/** All families, in the order in which they are named. */
export const families = [
  constant,
  linear,
  polynomial,
  absolute,
  root,
  logarithm,
  step,
  leakyRelu,
  tanh,
  sine,
  cosine,
  reciprocal,
  gaussian,
  rational,
  rectangle,
  squareWave,
  ceil,
  floor,
  exponential,
  logistic,
  modulo,
  dampedSine,
] as const;

type Family = (typeof families)[number];
type AtomOf<F> = F extends NumericFamily<infer A> ? A : never;

/** A law of one family, in its first argument. */
export type Atom = AtomOf<Family>;

/** All families: the released ones, two that stand in compositions only, and those beyond. */
export const atomKinds: readonly Atom["kind"][] = families.map(({ kind }) => kind);
/** The 16 families of the released benchmark. */
export const familyKinds = kindsOf("released");
/** Families beyond those of the released benchmark. */
export const hardKinds = kindsOf("own");

const byKind = Object.fromEntries(families.map((family) => [family.kind, family])) as {
  readonly [K in Atom["kind"]]: NumericFamily<Atom>;
};

/** The family of a kind: the one place that tells the families apart. */
export function familyOf(kind: Atom["kind"]): NumericFamily<Atom> {
  return byKind[kind];
}

function kindsOf(origin: Family["origin"]): readonly Atom["kind"][] {
  return families.filter((family) => family.origin === origin).map(({ kind }) => kind);
}
