import type { Law } from "../../../../categories/numeric/index.ts";
import type { Target } from "./target.ts";

/** A kind of formula with the numbers that suit it best. */
export interface Shape {
  /** What it is, as a noun phrase. */
  readonly name: string;
  readonly parameters: readonly number[];
  /** The formula with these numbers. */
  build(parameters: readonly number[]): Law;
}

/** Finds the numbers with which a kind of formula comes closest to a target; `null` for none. */
export type Family = (target: Target) => Shape | null;
