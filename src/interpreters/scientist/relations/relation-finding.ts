import type { Suspect } from "./exceptions.ts";
import type { RelationHypothesis } from "./hypotheses.ts";
import type { FactReading } from "./relation-laboratory.ts";

/** What an investigation of a relation came to. */
export interface RelationFinding extends RelationHypothesis {
  /** Probability of the class, whatever the property. */
  readonly classShare: number;
  /** Exceptions that may be, the likeliest first. */
  readonly suspects: readonly Suspect[];
  readonly readings: readonly FactReading[];
}
