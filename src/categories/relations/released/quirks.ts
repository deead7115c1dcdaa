import type { FactFunction } from "../lexicon/fact-function.ts";
import type { Facts } from "../lexicon/facts.ts";
import { isRight } from "../lexicon/same-answer.ts";
import type { RelationPair, RelationTriplet } from "../problem.ts";

/** Known oddities of released relations: the code that a problem or a unit test carries → what it means. */
export const relationQuirkMeanings = {
  "label-differs": "A published answer is not right by the facts.",
  "exception-missed":
    "A published answer leaves the exception out, or applies it where the facts have none.",
  "input-unknown": "The input of a published true pair is not among the facts of its class.",
  "right-distractor": "A wrong pair of a published unit test is right as well by the facts.",
  "dangling-blank": "A published answer begins or ends with a blank.",
  "no-fitting-word": "None of the published words to begin with is of the class of inputs.",
} as const;

/** The code of a known oddity. */
export type RelationQuirk = keyof typeof relationQuirkMeanings;

/** The oddities of a published unit test. */
export function tripletQuirks(
  { options, correct }: RelationTriplet,
  known: FactFunction,
  facts: Facts,
): readonly RelationQuirk[] {
  const own = oddityOf(options[correct], known, facts);
  const isDoubled = options.some(
    (option, i) => i !== correct && oddityOf(option, known, facts) === null,
  );
  return [...(own === null ? [] : [own]), ...(isDoubled ? ["right-distractor" as const] : [])];
}

/** What is odd about a pair as the relation's own; `null` where it is right. */
function oddityOf(
  { input, output }: RelationPair,
  known: FactFunction,
  facts: Facts,
): RelationQuirk | null {
  if (known.inputs.find(input) === null) return "input-unknown";
  const said = known.say(input);
  if (said.kind === "outside") return output === null ? "exception-missed" : "input-unknown";
  if (said.kind === "exception") return output === null ? null : "exception-missed";
  if (output === null) return "exception-missed";
  return isRight(known.relation, said.answers, output, facts) ? null : "label-differs";
}
