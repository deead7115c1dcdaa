import { BenchError } from "../../../core/index.ts";
import type { Chance } from "../../../core/index.ts";
import { factFunction } from "../lexicon/fact-function.ts";
import type { Facts } from "../lexicon/facts.ts";
import type { RelationSpec } from "../problem.ts";
import type { RelationGroup } from "./relation-section.ts";

/** Members that are left out, and that are answered, from which on an exception can be found. */
const FEWEST_EXCEPTED = 4;
const FEWEST_ANSWERED = 12;

/** A relation of a group, with an exception that can be found where the group has them. */
export function drawRelation(group: RelationGroup, facts: Facts, chance: Chance): RelationSpec {
  const choices = choicesOf(facts, group);
  if (choices.length === 0)
    throw new BenchError(
      "bad-recipe",
      `Expected relations of the kind ${group.relations}${group.exception ? " with exceptions" : ""}; got none among the facts; take other relations`,
    );
  // The relation first: one with many exceptions is no more frequent.
  const relation = chance.pick([...new Set(choices.map((choice) => choice.relation))]);
  const drawn = chance.pick(choices.filter((choice) => choice.relation === relation));
  const version = factFunction(facts, drawn.relation, drawn.exception).version();
  return {
    kind: "relation",
    ...drawn,
    ...(group.noise === undefined ? {} : { noise: group.noise }),
    backend: { name: "lexicon", version },
  };
}

interface Choice {
  readonly relation: string;
  readonly exception: string | null;
}

const chosen = new WeakMap<Facts, Map<string, readonly Choice[]>>();

function choicesOf(facts: Facts, { relations, exception }: RelationGroup): readonly Choice[] {
  const known = chosen.get(facts) ?? new Map<string, readonly Choice[]>();
  chosen.set(facts, known);
  const name = `${relations}/${exception}`;
  const found = known.get(name) ?? allChoices(facts, relations, exception);
  known.set(name, found);
  return found;
}

function allChoices(
  facts: Facts,
  source: RelationGroup["relations"],
  excepting: boolean,
): readonly Choice[] {
  return [...facts.relations.values()]
    .filter((relation) => source === "all" || relation.source === source)
    .flatMap((relation): Choice[] => {
      if (!excepting) return [{ relation: relation.id, exception: null }];
      return [...facts.exceptions.values()]
        .filter((exception) => exception.class === relation.class)
        .map((exception) => ({ relation: relation.id, exception: exception.id }));
    })
    .filter((choice) => canBeFound(facts, choice));
}

function canBeFound(facts: Facts, { relation, exception }: Choice): boolean {
  const { answered, excepted } = factFunction(facts, relation, exception);
  return (
    answered.length >= FEWEST_ANSWERED && (exception === null || excepted.length >= FEWEST_EXCEPTED)
  );
}
