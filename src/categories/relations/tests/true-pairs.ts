import type { Chance } from "../../../core/index.ts";
import type { Member } from "../lexicon/fact-class.ts";
import type { RelationPair } from "../problem.ts";
import type { TestSource } from "./test-source.ts";

/** One unit test in five is about an exception, where there is one, as in the released data. */
const EXCEPTED_OF = 5;

/** True pairs for so many unit tests, exceptions first; inputs come again where there are too few. */
export function truePairs(
  { function: { relation }, answered, excepted }: TestSource,
  count: number,
  chance: Chance,
): readonly RelationPair[] {
  const exceptions = excepted.length === 0 ? 0 : Math.ceil(count / EXCEPTED_OF);
  const take = (members: readonly Member[], many: number, name: string): readonly Member[] => {
    const order = chance.fork(name).shuffled(members);
    return Array.from({ length: many }, (_, i) => order[i % order.length]).flatMap(
      (member) => member ?? [],
    );
  };
  return [
    ...take(excepted, exceptions, "excepted").map(({ name }) => ({ input: name, output: null })),
    ...take(answered, count - exceptions, "answered").map((member) => ({
      input: member.name,
      output: member.values(relation.attribute)[0] ?? null,
    })),
  ];
}
