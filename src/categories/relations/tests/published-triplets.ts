import type { Chance } from "../../../core/index.ts";
import type { RelationPair, RelationTriplet } from "../problem.ts";
import { outsiders } from "./outsiders.ts";
import type { Outsider } from "./outsiders.ts";
import type { TestSource } from "./test-source.ts";
import { tripletOf } from "./triplet-of.ts";
import { truePairs } from "./true-pairs.ts";

/** Members of other classes that are looked at per unit test: of some nothing is known. */
const LOOKED_AT = 8;

/**
 * Unit tests of the published kind: the wrong pairs are what other relations say of inputs of their
 * own classes, for which this one has no answer.
 */
export function publishedTriplets(
  source: TestSource,
  count: number,
  chance: Chance,
): readonly RelationTriplet[] {
  const { function: known, facts } = source;
  const relations = [...facts.relations.values()];
  const wrongs = outsiders(known, facts, chance.fork("wrong"))
    .slice(0, LOOKED_AT * count)
    .flatMap((outsider, i) => pairOf(outsider, relations, chance.fork("relation", i)));
  return truePairs(source, count, chance.fork("right")).flatMap((right, i) => {
    const [one, other] = [wrongs[2 * i], wrongs[2 * i + 1]];
    if (one === undefined || other === undefined) return [];
    return [tripletOf(right, [one, other], chance.fork("order", i))];
  });
}

/** What some relation of its own class says of an outsider. */
function pairOf(
  outsider: Outsider,
  relations: readonly { readonly class: string; readonly attribute: string }[],
  chance: Chance,
): readonly RelationPair[] {
  const values = relations
    .filter((relation) => relation.class === outsider.class)
    .flatMap(({ attribute }) => outsider.member.values(attribute).slice(0, 1));
  return values.length === 0 ? [] : [{ input: outsider.member.name, output: chance.pick(values) }];
}
