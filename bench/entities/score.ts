import type { Interpretation } from "../../src/contract/index.ts";
import type { EntityProblem } from "../../src/categories/entities/index.ts";
import type { Lexicon } from "../../src/categories/entities/lexicon/lexicon.ts";
import { conceptsOf } from "../../src/categories/entities/opening/concepts-of.ts";
import { unitOf } from "../../src/categories/entities/opening/unit.ts";
import {
  conceptsF1,
  isExactlyNamed,
  isExceptionStated,
  isFalselyExcepted,
  statedConcepts,
} from "../../src/categories/entities/scorers/stated.ts";

/** What an answer is worth, as the scorers of a run have it. */
export interface Score {
  /** Every concept of the unit is among those that are stated. */
  readonly allNamed: boolean;
  /** These and no others, joined as they are. */
  readonly exact: boolean;
  readonly f1: number;
  /** The exception is stated; `null` where there is none. */
  readonly exception: boolean | null;
  /** An exception is stated where there is none; `null` where there is one. */
  readonly falseException: boolean | null;
}

/** Scores an answer. */
export function scoreOf(
  { truth: { spec } }: EntityProblem,
  interpretation: Interpretation,
  lexicon: Lexicon,
): Score {
  const own = conceptsOf(spec, lexicon);
  const stated = statedConcepts(interpretation, lexicon);
  const { exception } = spec;
  const unit = unitOf(spec, lexicon);
  return {
    allNamed: own.every((each) => stated.known.includes(each)),
    exact: isExactlyNamed(stated, interpretation, spec, own, lexicon),
    f1: conceptsF1(stated, own),
    exception:
      exception === undefined ? null : isExceptionStated(interpretation, exception, unit, lexicon),
    falseException:
      exception === undefined ? isFalselyExcepted(interpretation, spec, own, lexicon) : null,
  };
}
