/** The share of points that a law has to be right on to count as known. */
export const NEARLY_ALL = 0.99;
