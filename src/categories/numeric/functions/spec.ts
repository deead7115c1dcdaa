import type { Region } from "../../../contract/index.ts";
import type { Constant } from "./constant.ts";
import type { Atom } from "./families.ts";
import type { Linear } from "./linear.ts";
import type { Polynomial } from "./polynomial.ts";

export type { Atom };

/** (x, y, …) ↦ the argument at this position, from 0 */
export interface Argument {
  readonly kind: "argument";
  readonly index: number;
}

/** x ↦ Σ terms; at least two */
export interface Sum {
  readonly kind: "sum";
  readonly terms: readonly Law[];
}
/** x ↦ Π factors; at least two */
export interface Product {
  readonly kind: "product";
  readonly factors: readonly Law[];
}
/**
 * (x, y, …) ↦ outer(inner(x, y, …), y, …): the inner value takes the place of the first argument.
 * Undefined where the inner value is complex or undefined.
 */
export interface Compose {
  readonly kind: "compose";
  readonly outer: Law;
  readonly inner: Law;
}

/** One law of several, and the end of the stretch that it holds in. */
export interface Piece {
  /** The end, which belongs to this piece; `null` for the last piece, which has none. */
  readonly upTo: number | null;
  readonly law: Law;
}
/** x ↦ the law of the first piece with x ≤ upTo; ends ascend, at least two pieces */
export interface Piecewise {
  readonly kind: "piecewise";
  readonly pieces: readonly Piece[];
}

/** A noise-free rule without exceptions. */
export type Law = Atom | Argument | Sum | Product | Compose | Piecewise;

/** What stands in for the law inside a region. */
export type Replacement = Constant | Linear | Polynomial;

/** A layer of a network; row i of the weights and bias i belong to its i-th unit. */
export interface Layer {
  readonly weights: readonly (readonly number[])[];
  readonly biases: readonly number[];
}

/** A network trained to follow a law: ReLU after every layer but the last. It, not the law, answers. */
export interface Approximated {
  readonly kind: "approximated";
  readonly law: Law;
  /** First to last; the last has one unit. */
  readonly layers: readonly Layer[];
  /** The arithmetic in which the network is evaluated. */
  readonly precision: "float64" | "float32";
  /** Where it was trained, both ends included. */
  readonly domain: { readonly from: number; readonly to: number };
  /** Σ(f − g)² / Σf² of law f and network g over the training points; `null` where f is 0 there. */
  readonly error: number | null;
  /** Whether that error is below 0.01: elsewhere the law is not to be found in the network. */
  readonly learned: boolean;
}

/** A closed stretch of the number line with its replacement. */
export interface CorruptedRegion extends Region {
  readonly replacement: Replacement;
}

/** A law that does not hold in some regions. */
export interface Corrupted {
  readonly kind: "corrupted";
  readonly inner: Law | Approximated;
  /** Sorted from left to right, without overlap; at least one. */
  readonly regions: readonly CorruptedRegion[];
  /** Standard deviation of the normal scatter around the replacement; 0 for none. */
  readonly spread: number;
  /** Whether asking the same input twice gives the same scatter. */
  readonly scatter: "per-input" | "per-call";
}

/** A rule whose every answer carries additive noise, drawn anew each time. */
export interface Noised {
  readonly kind: "noised";
  readonly inner: Law | Approximated | Corrupted;
  /** normal: mean 0; uniform: on ±scale; poisson: mean `scale`, so that it shifts the law. */
  readonly distribution: "normal" | "uniform" | "poisson";
  /** Standard deviation, half-width or mean; > 0. Where noise grows, that at x = 0. */
  readonly scale: number;
  /** ≥ 0; the scale at x is scale·(1 + growth·|x|). Absent where noise is the same everywhere. */
  readonly growth?: number;
}

/**
 * A numeric function as data: a law, or a law in its wrappers, always in the order
 * law → approximated → corrupted → noised.
 */
export type NumericSpec = Law | Approximated | Corrupted | Noised;
