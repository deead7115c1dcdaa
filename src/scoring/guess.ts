import type { Guess } from "../contract/index.ts";
import { unscored } from "./unscored.ts";
import type { Unscored } from "./unscored.ts";

/** A guess whose code gave no outputs at all. */
export type GuessWithoutOutputs = Exclude<Guess, { readonly kind: "ran" }>;

/** Why a guess has no outputs to score. */
export function withoutOutputs(guess: GuessWithoutOutputs): Unscored {
  switch (guess.kind) {
    case "no-code":
    case "abstained":
      return unscored(guess.kind);
    case "stateful":
      return unscored("stateful", guess.detail);
    case "not-loaded":
      return unscored("code-not-loaded", guess.message);
    case "timed-out":
      return unscored("code-timed-out");
    case "out-of-memory":
      return unscored("code-out-of-memory");
    case "crashed":
      return unscored("code-crashed", guess.message);
    case "no-sandbox":
      return unscored("no-sandbox", guess.remedy);
  }
}
