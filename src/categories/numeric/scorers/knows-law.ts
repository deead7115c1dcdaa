import type { Score } from "../../../contract/index.ts";
import { scored } from "../../../scoring/index.ts";
import { spreadOfTruth } from "../../../scoring/index.ts";
import type { ValueColumn } from "../../../scoring/index.ts";
import { agreement } from "./agreement.ts";
import type { HiddenInputs } from "./hidden-inputs.ts";
import { NEARLY_ALL } from "../../../scoring/index.ts";

/** What tells whether code knows a law. */
export interface LawEvidence {
  readonly hidden: HiddenInputs;
  /** The law at the hidden inputs. */
  readonly law: ValueColumn;
  readonly code: ValueColumn;
  /** The length of the code. */
  readonly length: Score;
  /** The length of the law's own rendering in the code's language. */
  readonly lawLength: number;
}

/** How many times as long as the law's own rendering code may be: a table of points is longer. */
const LONGEST = 3;

/**
 * 1 where the code is the law and not a table of it: nearly all points agree inside the domain,
 * outside it and at the breakpoints, and the code is at most three times as long as the law.
 */
export function knowsLaw({ hidden, law, code, length, lawLength }: LawEvidence): Score {
  const scale = spreadOfTruth(law, hidden.domain);
  const agreesEverywhere = [hidden.domain, hidden.outside, hidden.breakpoints].every(
    (range) => (agreement(law, code, scale, range) ?? 1) >= NEARLY_ALL,
  );
  if (!agreesEverywhere) return scored(0);
  if (length.kind === "unscored") return length;
  return scored(length.value <= LONGEST * lawLength ? 1 : 0);
}
