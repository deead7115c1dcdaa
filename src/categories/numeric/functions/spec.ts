import type { Region } from "../../../contract/index.ts";

/** x ↦ value */
export interface Constant {
  readonly kind: "constant";
  readonly value: number;
}
/** x ↦ slope·x + intercept */
export interface Linear {
  readonly kind: "linear";
  readonly slope: number;
  readonly intercept: number;
}
/** x ↦ Σ coefficients[k]·xᵏ, summed from the highest power down */
export interface Polynomial {
  readonly kind: "polynomial";
  readonly coefficients: readonly number[];
}
/** x ↦ slope·|x| + offset */
export interface Absolute {
  readonly kind: "absolute";
  readonly slope: number;
  readonly offset: number;
}
/**
 * x ↦ scale·x^(1/degree) + offset. Left of zero the principal root is complex (`"complex"`), or
 * there is no value (`"undefined"`); for degree 1 the root is x itself.
 */
export interface Root {
  readonly kind: "root";
  readonly scale: number;
  readonly degree: number;
  readonly offset: number;
  readonly negative: "complex" | "undefined";
}
/** x ↦ scale·log_base(x) + offset; undefined for x ≤ 0 */
export interface Logarithm {
  readonly kind: "logarithm";
  readonly scale: number;
  readonly base: number;
  readonly offset: number;
}
/** x ↦ offset left of 0, height + offset right of 0, height·atZero + offset at 0 */
export interface Step {
  readonly kind: "step";
  readonly height: number;
  readonly atZero: number;
  readonly offset: number;
}
/** x ↦ slope·x + offset right of 0, slope·leak·x + offset elsewhere */
export interface LeakyRelu {
  readonly kind: "leaky-relu";
  readonly slope: number;
  readonly leak: number;
  readonly offset: number;
}
/** x ↦ amplitude·tanh(2π(x − shift)/period) + offset */
export interface Tanh {
  readonly kind: "tanh";
  readonly amplitude: number;
  readonly period: number;
  readonly shift: number;
  readonly offset: number;
}
/** x ↦ amplitude·sin(2π(x − shift)/period) + offset */
export interface Sine {
  readonly kind: "sine";
  readonly amplitude: number;
  readonly period: number;
  readonly shift: number;
  readonly offset: number;
}
/** x ↦ amplitude·cos(2π(x − shift)/period) + offset */
export interface Cosine {
  readonly kind: "cosine";
  readonly amplitude: number;
  readonly period: number;
  readonly shift: number;
  readonly offset: number;
}
/** x ↦ 1/(scale·x); undefined at 0 */
export interface Reciprocal {
  readonly kind: "reciprocal";
  readonly scale: number;
}
/** x ↦ the normal density with this mean and standard deviation */
export interface Gaussian {
  readonly kind: "gaussian";
  readonly mean: number;
  readonly deviation: number;
}
/** x ↦ Σ numerator[k]·xᵏ / Σ denominator[k]·xᵏ, summed from the lowest power up */
export interface Rational {
  readonly kind: "rational";
  readonly numerator: readonly number[];
  readonly denominator: readonly number[];
}
/** x ↦ 1 where |x| ≤ width/2, 0 elsewhere */
export interface Rectangle {
  readonly kind: "rectangle";
  readonly width: number;
}
/**
 * x ↦ 1 in the first half of each period from `shift` on, −1 in the second. An `exact` one is 1 where
 * ⌊2(x − shift)/period⌋ is even, so that each half begins with its start; any other is 1 where
 * sin(2π(x − shift)/period) > 0, as released, and rounding decides at the starts.
 */
export interface SquareWave {
  readonly kind: "square-wave";
  /** > 0 where `exact`. */
  readonly period: number;
  readonly shift: number;
  readonly exact?: true;
}
/** x ↦ the smallest whole number ≥ x */
export interface Ceil {
  readonly kind: "ceil";
}
/** x ↦ the largest whole number ≤ x */
export interface Floor {
  readonly kind: "floor";
}

/** x ↦ scale·exp(rate·x) + offset */
export interface Exponential {
  readonly kind: "exponential";
  readonly scale: number;
  readonly rate: number;
  readonly offset: number;
}
/** x ↦ height/(1 + exp(−steepness·(x − centre))) + offset */
export interface Logistic {
  readonly kind: "logistic";
  readonly height: number;
  readonly steepness: number;
  readonly centre: number;
  readonly offset: number;
}
/** x ↦ scale·(x − divisor·⌊x/divisor⌋) + offset */
export interface Modulo {
  readonly kind: "modulo";
  readonly divisor: number;
  readonly scale: number;
  readonly offset: number;
}
/** x ↦ amplitude·exp(−decay·|x|)·sin(2π(x − shift)/period) + offset */
export interface DampedSine {
  readonly kind: "damped-sine";
  readonly amplitude: number;
  readonly period: number;
  readonly shift: number;
  readonly decay: number;
  readonly offset: number;
}

/** A law of one family, in its first argument. */
export type Atom =
  | Constant
  | Linear
  | Polynomial
  | Absolute
  | Root
  | Logarithm
  | Step
  | LeakyRelu
  | Tanh
  | Sine
  | Cosine
  | Reciprocal
  | Gaussian
  | Rational
  | Rectangle
  | SquareWave
  | Ceil
  | Floor
  | Exponential
  | Logistic
  | Modulo
  | DampedSine;

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
