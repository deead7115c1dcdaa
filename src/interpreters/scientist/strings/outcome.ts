/** What a function of texts gave: a text, or `null` where it gave none. */
export type Outcome = string | null;

/** An input with what it gave. */
export interface TextReading {
  /** One text per argument. */
  readonly texts: readonly string[];
  readonly outcome: Outcome;
}

/** One text that became another, or nothing. */
export interface Step {
  readonly from: string;
  readonly to: Outcome;
}
