/** The ways in which a language model can stand for a unit. */
export const VERDICTS = ["log-probabilities", "frequency", "verdict"] as const;
