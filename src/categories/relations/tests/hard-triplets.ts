import type { Chance } from "../../../core/index.ts";
import type { Member } from "../lexicon/fact-class.ts";
import { isRight } from "../lexicon/same-answer.ts";
import type { RelationPair, RelationTriplet } from "../problem.ts";
import type { TestSource } from "./test-source.ts";
import { tripletOf } from "./triplet-of.ts";
import { truePairs } from "./true-pairs.ts";

/** Draws of a wrong pair until there is none to be had. */
const MOST_DRAWS = 200;

/**
 * Hard unit tests: the wrong pairs are of the relation's own class. A value is another member's; with
 * an exception, what it leaves out has its answer all the same, and what it does not has none.
 */
export function hardTriplets(
  source: TestSource,
  count: number,
  chance: Chance,
): readonly RelationTriplet[] {
  return truePairs(source, count, chance.fork("right")).flatMap((right, i) => {
    const own = chance.fork("wrong", i);
    const one = wrongPair(source, [right], own.fork(0), source.excepted.length > 0);
    if (one === null) return [];
    const other = wrongPair(source, [right, one], own.fork(1), false);
    return other === null ? [] : [tripletOf(right, [one, other], own.fork("order"))];
  });
}

function wrongPair(
  source: TestSource,
  taken: readonly RelationPair[],
  chance: Chance,
  aboutException: boolean,
): RelationPair | null {
  const isNew = ({ input }: RelationPair): boolean => taken.every((pair) => pair.input !== input);
  for (let tried = 0; tried < MOST_DRAWS; tried += 1) {
    const pair = aboutException
      ? exceptionMissed(source, taken[0]?.output === null, chance)
      : wrongValue(source, chance);
    if (pair !== null && isNew(pair)) return pair;
  }
  return null;
}

/** Where the right pair has no answer, another one that has none although it should; else the reverse. */
function exceptionMissed(
  { answered, excepted, function: { relation } }: TestSource,
  isExcepted: boolean,
  chance: Chance,
): RelationPair | null {
  if (isExcepted) return { input: chance.pick(answered).name, output: null };
  const member = chance.pick(excepted);
  const [value] = member.values(relation.attribute);
  return value === undefined ? null : { input: member.name, output: value };
}

/** A member with another member's answer, which is wrong for it, numbers by far. */
function wrongValue(source: TestSource, chance: Chance): RelationPair | null {
  const { answered, facts } = source;
  const { relation } = source.function;
  const valuesOf = (member: Member): readonly string[] => member.values(relation.attribute);
  const member = chance.pick(answered);
  const [value] = valuesOf(chance.pick(answered));
  const wide = { ...relation, tolerance: 2 * (relation.tolerance ?? 0) };
  if (value === undefined || isRight(wide, valuesOf(member), value, facts)) return null;
  return { input: member.name, output: value };
}
