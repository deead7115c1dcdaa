/** Inputs that can be asked at once. */
export const MOST_INPUTS = 256;

/** Characters that are kept of any text that a model writes. */
export const LONGEST_TEXT = 20_000;

/** Characters that are kept of a program, or of a whole answer. */
export const LONGEST_ANSWER = 200_000;
