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

/** All that a law can be made of: the families, and two that stand in compositions only. */
export const atomKinds: readonly Atom["kind"][] = [...familyKinds, "ceil", "floor"];
