import type { Briefing, Problem } from "../../contract/index.ts";
import type { NumberSpec } from "./functions/number-spec.ts";

/** The inputs that a black box is about; it answers any finite number all the same. */
export interface NumericDomain {
  readonly kind: "numeric";
  /** One closed interval per argument; most functions have one argument. */
  readonly arguments: readonly Interval[];
}

/** A closed interval of the number line. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

/** How a problem is tested: a seed and counts; the inputs themselves are drawn when needed. */
export interface NumericTests {
  readonly kind: "numeric";
  /** Hidden inputs uniform in the domain. */
  readonly domain: number;
  /** Hidden inputs in each corrupted region. */
  readonly region: number;
  /** Hidden inputs outside the domain, up to twice its half-width away from the centre. */
  readonly outside: number;
}

/** A problem whose function takes numbers and gives a number. */
export type NumericProblem<S = NumberSpec> = Problem<S, NumericDomain, NumericTests>;

/** Half the width of the domain that every numeric problem states, whatever its family. */
const HALF_WIDTH = 128;

/** The briefing of a numeric problem; every argument has the same domain. */
export function numericBriefing(budget: number | null, count = 1): Briefing<NumericDomain> {
  return {
    category: "numeric",
    domain: {
      kind: "numeric",
      arguments: Array.from({ length: count }, () => ({ from: -HALF_WIDTH, to: HALF_WIDTH })),
    },
    hints: [],
    budget,
    rounds: null,
    answer: { languages: ["javascript", "python"], regions: true },
  };
}

/** The interval of the first argument. */
export function firstInterval({ arguments: [first] }: NumericDomain): Interval {
  return first ?? { from: -HALF_WIDTH, to: HALF_WIDTH };
}
