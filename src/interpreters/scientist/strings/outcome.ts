import { isFixedText } from "./fixed-texts.ts";

/** What a string function gave: a text, or `null` where it gave none. */
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
 * The readings of one text as steps. Those that gave something come first, since nothing is learned
 * from the others alone; of these the texts that every function is asked, since it is remembered
 * what operations make of them. Texts with characters beyond ASCII are left out: parameters are read off by
 * places and letters, which such texts may shift.
 */
export function stepsOf(readings: readonly TextReading[]): readonly Step[] {
  const steps = readings.flatMap(({ texts: [from = ""], outcome }): readonly Step[] =>
    isBeyondAscii(from) ? [] : [{ from, to: outcome }],
  );
  const rank = ({ from, to }: Step): number => (to === null ? 2 : 0) + (isFixedText(from) ? 0 : 1);
  return steps.toSorted((a, b) => rank(a) - rank(b));
}

/** Whether a text has characters beyond ASCII. */
export function isBeyondAscii(text: string): boolean {
  return /[^\p{ASCII}]/u.test(text);
}
