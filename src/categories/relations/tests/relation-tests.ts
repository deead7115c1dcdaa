import type { Chance } from "../../../core/index.ts";
import type { RelationSection } from "../drawing/relation-section.ts";
import type { FactFunction } from "../lexicon/fact-function.ts";
import type { Member } from "../lexicon/fact-class.ts";
import type { Facts } from "../lexicon/facts.ts";
import { keyOf } from "../lexicon/key-of.ts";
import type { RelationTests } from "../problem.ts";
import { hardTriplets } from "./hard-triplets.ts";
import { outsiders } from "./outsiders.ts";
import { publishedTriplets } from "./published-triplets.ts";
import type { TestSource } from "./test-source.ts";

/** The tests of a relation; no word to begin with is an input of any. */
export function relationTests(
  known: FactFunction,
  facts: Facts,
  counts: RelationSection["tests"],
  initial: readonly string[],
  chance: Chance,
): RelationTests {
  const told = new Set(initial.map(keyOf));
  const isUntold = ({ name }: Member): boolean => !told.has(keyOf(name));
  const source: TestSource = {
    function: known,
    facts,
    answered: known.answered.filter(isUntold),
    excepted: known.excepted.filter(isUntold),
  };
  const some = (members: readonly Member[], count: number, name: string): readonly string[] =>
    chance
      .fork(name)
      .shuffled(members)
      .slice(0, count)
      .map((member) => member.name);
  const half = Math.floor(counts.hidden / 2);
  return {
    kind: "relations",
    triplets: publishedTriplets(source, counts.triplets, chance.fork("triplets")),
    hardTriplets: hardTriplets(source, counts.triplets, chance.fork("hard-triplets")),
    hidden: {
      answered: some(source.answered, counts.hidden, "answered"),
      excepted: some(source.excepted, half, "excepted"),
      outside: outsiders(known, facts, chance.fork("outside"))
        .map(({ member }) => member.name)
        .filter((name) => !told.has(keyOf(name)))
        .slice(0, half),
    },
  };
}
