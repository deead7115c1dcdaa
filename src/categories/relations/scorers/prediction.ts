import type { Guess, Interpretation, Output } from "../../../contract/index.ts";
import { unscored, withoutOutputs } from "../../../scoring/index.ts";
import type { Unscored } from "../../../scoring/index.ts";
import type { Facts } from "../lexicon/facts.ts";
import { keyOf } from "../lexicon/key-of.ts";
import { statedFunction, understood } from "./understood.ts";

/** What an answer comes to for one input. */
export type Prediction =
  /** These are all right, if the answer is; the canonical one first. */
  | { readonly kind: "answers"; readonly answers: readonly string[] }
  | { readonly kind: "undefined" }
  /** Some answer: the class is known, and not the property. */
  | { readonly kind: "some" }
  /** The answer says nothing about it. */
  | { readonly kind: "nothing" };

const UNDEFINED: Prediction = { kind: "undefined" };

/**
 * What an answer predicts for each input: what its code gave, or else what its stated relation and
 * exceptions come to by the facts; or why it predicts nothing at all. Words alone are an answer.
 */
export function predictions(
  inputs: readonly string[],
  interpretation: Interpretation,
  guess: Guess,
  facts: Facts,
): readonly Prediction[] | Unscored {
  if (guess.kind === "ran") return inputs.map((_, i) => ofOutput(guess.outputs[i]));
  if (interpretation.abstained) return unscored("abstained");
  const stated = understood(interpretation, facts);
  if (stated === null)
    return guess.kind === "no-code" ? unscored("not-stated") : withoutOutputs(guess);
  const known = statedFunction(stated, facts);
  const classes = stated.classes.flatMap((id) => facts.classes.get(id) ?? []);
  return inputs.map((input): Prediction => {
    if (known === null) {
      if (classes.length === 0) return { kind: "nothing" };
      return classes.some((each) => each.find(input) !== null) ? { kind: "some" } : UNDEFINED;
    }
    const said = known.say(input);
    return said.kind === "answers" ? said : UNDEFINED;
  });
}

/** What a program gave: an exception that it threw and the word «undefined» are no answer. */
function ofOutput(output: Output | undefined): Prediction {
  switch (output?.kind) {
    case "value":
      return typeof output.value === "object" || keyOf(String(output.value)) === "undefined"
        ? UNDEFINED
        : { kind: "answers", answers: [String(output.value)] };
    case "undefined":
    case "threw":
      return UNDEFINED;
    case "invalid":
    case undefined:
      return { kind: "nothing" };
  }
}
