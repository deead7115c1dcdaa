/** Known oddities of released functions: the code that a problem carries → what it means. */
export const stringQuirkMeanings = {
  "stand-in-expression":
    "No code of this function was released: it is the simplest expression that reproduces its ten published pairs.",
  "several-expressions":
    "The ten published pairs fit more than one expression, so that the function may be another one.",
  "ambiguous-triplet":
    "A published unit test has a wrong pair that is right as well, by the expression that stands in.",
  "dangling-quote":
    "A published input has a double quote that is not closed, left over from how inputs were parsed.",
  "dangling-blank":
    "A published input begins or ends with a blank, left over from how it was parsed.",
} as const;

/** The code of a known oddity. */
export type QuirkCode = keyof typeof stringQuirkMeanings;
