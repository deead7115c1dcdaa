import type { Columns } from "../../functions/inputs.ts";

/** A number that enters a form other than as a factor of a column. */
export interface Parameter {
  /** What the law itself has. */
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** How far from 0 it has to stay, on either side. */
  readonly apart: number;
  /** By how much it may change before anything shows; > 0. */
  readonly step: number;
  /** False where values jump when it moves, as with an edge. */
  readonly smooth: boolean;
}

/** All that a form can give once its parameters are set: `fixed` and any multiples of the columns. */
export interface Span {
  readonly fixed: Float64Array | null;
  readonly columns: readonly Float64Array[];
}

/** Settings of some parameters that are worth a try. */
export interface Scan {
  /** The position of the first parameter that is set. */
  readonly at: number;
  readonly sets: readonly (readonly number[])[];
  /** The points to try them on, one row after another; further ones come in as the fit gets better. */
  readonly rows: readonly number[];
  /** How many of the rows suffice to tell the sets apart. */
  readonly count: number;
}

/** The equivalence class of a law, as a family of spans. */
export interface Part {
  readonly parameters: readonly Parameter[];
  span(parameters: readonly number[], inputs: Columns): Span;
  /** Settings to try, given what is to be explained. */
  scans(ys: Float64Array): readonly Scan[];
  /** The same with one of its families lost at a time, parameters kept in place. */
  reduced(): readonly Part[];
}

/** What the law itself has. */
export function valuesOf({ parameters }: Part): number[] {
  return parameters.map(({ value }) => value);
}
