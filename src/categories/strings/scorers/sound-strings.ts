import type { Interpretation, Output, Score, Scores } from "../../../contract/index.ts";
import { mean } from "../../../core/index.ts";
import { withoutOutputs } from "../../../scoring/index.ts";
import type { Guess } from "../../../contract/index.ts";
import { codeLength } from "../../../scoring/index.ts";
import { scored, unscored } from "../../../scoring/index.ts";
import type { Unscored } from "../../../scoring/index.ts";
import { drawDistance } from "./draw-distance.ts";
import { isPossible } from "./text-truth.ts";
import type { TextTruth } from "./text-truth.ts";

/** Mean distance of distributions up to which code draws as the function does. */
const SAME_DRAWS = 0.3;

/** Everything that the sound metrics of one item are made from, evaluated by the caller. */
export interface SoundStringParts {
  /** One per hidden input. */
  readonly truths: readonly TextTruth[];
  /** Which hidden inputs are local exceptions; `null` where the function has none. */
  readonly exceptional: readonly boolean[] | null;
  /** Inputs on which code is run again and again; empty unless the function draws at random. */
  readonly repeated: readonly TextTruth[];
  readonly interpretation: Interpretation;
  /** Its code's outputs at the hidden inputs. */
  readonly guess: Guess;
  /** The length of its code as Python itself counts it; absent where `codeLength` is to count. */
  readonly length?: Score;
  /** Its code's outputs at the repeated inputs, one list each. */
  readonly draws: readonly (readonly Output[])[];
}

/** Every sound metric of string functions that applies to an item, by the names of `soundStringMetrics`. */
export function soundStringScores(parts: SoundStringParts): Scores {
  const { exceptional, interpretation, guess } = parts;
  return {
    ...(guess.kind === "ran"
      ? outputScores(parts, guess.outputs)
      : silent(parts, withoutOutputs(guess))),
    length: lengthOf(parts),
    ...(exceptional === null ? { "exception.false": falseException(interpretation) } : {}),
  };
}

function outputScores(parts: SoundStringParts, outputs: readonly Output[]): Scores {
  const { truths, exceptional, repeated, draws } = parts;
  const right = truths.map((truth, i) => isPossible(truth, outputs[i]));
  const rate = (which: (i: number) => boolean): Score => {
    const some = right.filter((_, i) => which(i));
    return some.length === 0 ? unscored("no-such-input") : scored(mean(some.map(Number)));
  };
  const distance = repeated.length === 0 ? null : drawDistance(repeated, draws);
  const isExact = right.every(Boolean) && (distance === null || distance <= SAME_DRAWS);
  return {
    exact: scored(Number(isExact)),
    accuracy: rate(() => true),
    ...(distance === null ? {} : { "accuracy.draws": scored(1 - distance) }),
    ...(exceptional === null
      ? {}
      : {
          "accuracy.rule": rate((i) => exceptional[i] === false),
          "accuracy.exceptions": rate((i) => exceptional[i] === true),
        }),
  };
}

function silent({ exceptional, repeated }: SoundStringParts, reason: Unscored): Scores {
  return {
    exact: reason,
    accuracy: reason,
    ...(repeated.length === 0 ? {} : { "accuracy.draws": reason }),
    ...(exceptional === null ? {} : { "accuracy.rule": reason, "accuracy.exceptions": reason }),
  };
}

function lengthOf({ interpretation: { code }, length }: SoundStringParts): Score {
  return code === null ? unscored("no-code") : (length ?? codeLength(code));
}

function falseException({ abstained, exceptions }: Interpretation): Score {
  return abstained ? unscored("abstained") : scored(Number(exceptions.length > 0));
}
