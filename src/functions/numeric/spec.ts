import type { Region } from "../../contract/index.ts";

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
/** x ↦ 1 where sin(2π(x − shift)/period) > 0, −1 elsewhere */
export interface SquareWave {
  readonly kind: "square-wave";
  readonly period: number;
  readonly shift: number;
}
/** x ↦ the smallest whole number ≥ x */
export interface Ceil {
  readonly kind: "ceil";
}
/** x ↦ the largest whole number ≤ x */
export interface Floor {
  readonly kind: "floor";
}

/** A law of one family. */
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
  | Floor;

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
/** x ↦ outer(inner(x)); undefined where the inner value is complex or undefined */
export interface Compose {
  readonly kind: "compose";
  readonly outer: Law;
  readonly inner: Law;
}

/** A noise-free rule without exceptions. */
export type Law = Atom | Sum | Product | Compose;

/** What stands in for the law inside a region. */
export type Replacement = Constant | Linear | Polynomial;

/** A closed stretch of the number line with its replacement. */
export interface CorruptedRegion extends Region {
  readonly replacement: Replacement;
}

/** A law that does not hold in some regions. */
export interface Corrupted {
  readonly kind: "corrupted";
  readonly inner: Law;
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
  readonly inner: Law | Corrupted;
  /** normal: mean 0; uniform: on ±scale; poisson: mean `scale`, so that it shifts the law. */
  readonly distribution: "normal" | "uniform" | "poisson";
  /** Standard deviation, half-width or mean; > 0. */
  readonly scale: number;
}

/** A numeric function as data: a law, or a law in its wrappers, always in the order law → corrupted → noised. */
export type NumericSpec = Law | Corrupted | Noised;
