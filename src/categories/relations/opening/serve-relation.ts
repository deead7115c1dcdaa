import { drawsFrom, streamKey } from "../../../core/index.ts";
import type { FactFunction, Said } from "../lexicon/fact-function.ts";
import { shippedFacts } from "../shipped/shipped-facts.ts";
import { functionOf } from "../lexicon/function-of.ts";
import { keyOf } from "../lexicon/key-of.ts";
import { isRight } from "../lexicon/same-answer.ts";
import type { RelationSpec } from "../problem.ts";

/** Members that are looked at for a wrong answer. */
const MOST_TRIES = 50;

/** What a relation gives for an input: its canonical answer, or `null` where it has none. */
export type ServedRelation = (input: string) => string | null;

/**
 * A relation as the black box gives it. With noise some inputs get the answer of another one, the
 * same inputs each time; `seed` decides which.
 */
export function serveRelation(spec: RelationSpec, seed: string): ServedRelation {
  const facts = functionOf(spec);
  const { noise } = spec;
  return (input) => {
    const said = facts.say(input);
    if (said.kind !== "answers") return null;
    const [answer = null] = said.answers;
    if (noise === undefined) return answer;
    const name = keyOf(facts.inputs.find(input)?.name ?? input);
    const draws = drawsFrom(() => streamKey(`relation/${seed}/${name}`));
    return draws.uniform() < noise ? (wrongAnswer(facts, said, draws) ?? answer) : answer;
  };
}

function wrongAnswer(
  { answered, relation }: FactFunction,
  { answers }: Extract<Said, { readonly kind: "answers" }>,
  draws: ReturnType<typeof drawsFrom>,
): string | null {
  for (let tried = 0; tried < MOST_TRIES && answered.length > 0; tried += 1) {
    const [other] = draws.pick(answered).values(relation.attribute);
    if (other !== undefined && !isRight(relation, answers, other, shippedFacts())) return other;
  }
  return null;
}
