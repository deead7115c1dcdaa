/** Known oddities of released functions: the code that a problem carries → what it means. */
export const numericQuirks = {
  "absolute-without-offset":
    "The documented offset of the absolute value is missing from the served function.",
  "square-wave-as-sign":
    "A square wave that is composed, noised or corrupted is served as the sign of x: −1 up to 0, 1 above.",
  "complex-root":
    "The square root of a negative input is served as a complex number; only code that answers in complex numbers can match it.",
  "root-undefined":
    "The square root of a negative input is served as NaN, because the function is corrupted.",
  "poisson-shifts-mean":
    "Poisson noise has the mean 1, so that every answer lies 1 above the law on average.",
  "network-retrained":
    "The released weights of this network were not at hand: it was trained anew by the published recipe.",
  "network-domain":
    "The network was trained on the domain in the metadata, not on the one that the problem states.",
  "mean-as-std":
    "The released field `std` of the corruption holds the mean that replaces the function; its scatter is 0.1.",
} as const;

/** The code of a known oddity. */
export type QuirkCode = keyof typeof numericQuirks;
