import type { Atom } from "./spec.ts";

/** The 16 families of the released benchmark. */
export const familyKinds = [
  "constant",
  "linear",
  "polynomial",
  "absolute",
  "root",
  "logarithm",
  "step",
  "leaky-relu",
  "tanh",
  "sine",
  "cosine",
  "reciprocal",
  "gaussian",
  "rational",
  "rectangle",
  "square-wave",
] as const satisfies readonly Atom["kind"][];

/** Families beyond those of the released benchmark. */
export const hardKinds = [
  "exponential",
  "logistic",
  "modulo",
  "damped-sine",
] as const satisfies readonly Atom["kind"][];

/** All families: the released ones, two that stand in compositions only, and those beyond. */
export const atomKinds: readonly Atom["kind"][] = [...familyKinds, "ceil", "floor", ...hardKinds];
