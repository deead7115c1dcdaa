import type { Chance } from "../../../core/index.ts";
import type { FactFunction } from "../lexicon/fact-function.ts";
import type { Facts } from "../lexicon/facts.ts";
import type { RelationSection } from "./relation-section.ts";

/** Words to begin with: some that the relation answers, the others of other classes, one each. */
export function initialWords(
  { answered, relation, inputs }: FactFunction,
  facts: Facts,
  { words, fitting }: RelationSection["initial"],
  chance: Chance,
): readonly string[] {
  const own = chance.fork("fitting").shuffled(answered).slice(0, fitting);
  const others = chance
    .fork("classes")
    .shuffled([...facts.classes.values()].filter(({ id }) => id !== relation.class))
    .map(({ id, members }) => chance.fork("word", id).pick(members).name)
    .filter((name) => inputs.find(name) === null)
    .slice(0, words - own.length);
  return chance.fork("order").shuffled([...own.map(({ name }) => name), ...others]);
}
