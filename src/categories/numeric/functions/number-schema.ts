import * as z from "zod";

/** Terms that a polynomial may have: up to the power 20. */
const MOST_COEFFICIENTS = 21;

// The messages complete the sentence "Expected …".

/** Any finite number. */
export const finite = z.number({ error: "a finite number" });
/** A finite number other than 0. */
export const nonzero = finite.refine((value) => value !== 0, { error: "a number other than 0" });
/** A finite number above 0. */
export const positive = finite.gt(0, { error: "a number above 0" });
/** A finite number, 0 or more. */
export const nonnegative = finite.min(0, { error: "a number of at least 0" });
/** The numbers before the powers of x, from the power 0 up. */
export const coefficients = z
  .array(finite, { error: "a list of coefficients" })
  .min(1, { error: "at least one coefficient" })
  .max(MOST_COEFFICIENTS, { error: `at most ${MOST_COEFFICIENTS} coefficients` });
/** Means up to which Poisson noise is drawn; a draw takes as many steps. */
export const MOST_POISSON = 1000;
/** How large noise may be where x is 0. */
export const noiseScale = positive.max(1e6, { error: "a number of at most 1000000" });
/** How fast noise may grow with x. */
export const noiseGrowth = nonnegative.max(1, { error: "a number of at most 1" });
