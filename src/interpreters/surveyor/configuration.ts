/** Operators that expressions are made of, beside sums and multiples by constants. */
export const operators = [
  "×",
  "÷",
  "power",
  "sin",
  "exp",
  "log",
  "abs",
  "max",
  "floor",
  "sign",
  "step",
] as const;

/** One operator of the search's alphabet. */
export type Operator = (typeof operators)[number];

/** Whatever changes what the surveyor finds, as data. */
export interface Configuration {
  readonly version: number;
  /** The operators that it may use. */
  readonly operators: readonly Operator[];
  /** Language of the code it hands in, where the problem accepts it. */
  readonly codeLanguage: "javascript" | "python";
  /** The search's work, in evaluations of one operator at one point; the whole search stops at it. */
  readonly work: number;
  /** The shortest period that is looked for. */
  readonly shortestPeriod: number;
  /** Queries spent where the budget is unlimited. */
  readonly queries: number;
}

/** What the surveyor can be told. */
export interface SurveyorOptions {
  /** Operators to do without, to see what each is worth. */
  readonly without?: readonly Operator[];
  readonly codeLanguage?: "javascript" | "python";
}

/** The configuration that follows from options. */
export function configurationOf({ without = [], codeLanguage = "javascript" }: SurveyorOptions) {
  const configuration: Configuration = {
    version: 1,
    operators: operators.filter((operator) => !without.includes(operator)),
    codeLanguage,
    work: 100_000_000,
    shortestPeriod: 0.08,
    queries: 256,
  };
  return configuration;
}
