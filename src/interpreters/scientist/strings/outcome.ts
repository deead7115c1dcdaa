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

/**
 * The readings of one text as steps, those that gave something first, since nothing is learned from
 * the others alone. Texts with characters beyond ASCII are left out: parameters are read off by
 * places and letters, which such texts may shift.
 */
export function stepsOf(readings: readonly TextReading[]): readonly Step[] {
  const steps = readings.flatMap(({ texts: [from = ""], outcome }): readonly Step[] =>
    isBeyondAscii(from) ? [] : [{ from, to: outcome }],
  );
  return [...steps.filter(({ to }) => to !== null), ...steps.filter(({ to }) => to === null)];
}

/** Whether a text has characters beyond ASCII. */
export function isBeyondAscii(text: string): boolean {
  return /[^\p{ASCII}]/u.test(text);
}
