/** The interval that points cover; of length 1 where they are all the same. */
export interface Extent {
  readonly from: number;
  readonly to: number;
  readonly length: number;
}

type Curve = (x: number) => number;

/** A number that enters a form other than as a factor, and may be anything between two ends. */
interface CurveParameter {
  /** What the law itself has. */
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** By how much it may change before anything shows; > 0. */
  readonly step: number;
  /** How far from 0 it has to stay, on either side; 0 where left out. */
  readonly apart?: number;
}

/** Which laws are of the same form as one: what of it may change, and what may not. */
export type FormClass =
  /** Polynomials up to a degree; from degree 2 on a straight line is not one of them. */
  | { readonly class: "powers"; readonly degree: number }
  /** Σ factor·curve; without one of its `own` it is another form. */
  | { readonly class: "columns"; readonly own: readonly Curve[]; readonly rest: readonly Curve[] }
  /** The same with parameters, among which the `tries` are worth a look. */
  | {
      readonly class: "curves";
      readonly parameters: readonly CurveParameter[];
      own(parameters: readonly number[]): readonly Curve[];
      readonly rest: readonly Curve[];
      readonly tries: readonly (readonly number[])[];
    }
  /** This curve alone. */
  | { readonly class: "fixed"; readonly of: Curve }
  /** Waves of any phase. */
  | { readonly class: "wave"; readonly period: number }
  | { readonly class: "damped-wave"; readonly period: number; readonly decay: number }
  | { readonly class: "square-wave"; readonly period: number; readonly shift: number }
  | { readonly class: "sigmoid"; readonly speed: number; readonly centre: number }
  | { readonly class: "bell"; readonly mean: number; readonly deviation: number }
  | {
      readonly class: "quotient";
      readonly numerator: readonly number[];
      readonly denominator: readonly number[];
    }
  | { readonly class: "pulse"; readonly width: number }
  | { readonly class: "remainder"; readonly divisor: number };

/** One kind of such classes. */
export type ClassOf<C extends FormClass["class"]> = Extract<FormClass, { readonly class: C }>;

/** The curve of which any number is a multiple. */
export function one(): number {
  return 1;
}

/** So many values from `from` on, each `ratio` times the one before. */
export function geometric(from: number, ratio: number, count: number): number[] {
  const values: number[] = [];
  for (let value = from; values.length < count; value *= ratio) values.push(value);
  return values;
}
