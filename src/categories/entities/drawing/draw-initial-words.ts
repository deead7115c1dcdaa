import type { Chance } from "../../../core/index.ts";
import { inTurn } from "../tests/word-pools.ts";
import type { WordPools } from "../tests/word-pools.ts";
import type { EntityGroup } from "./entity-section.ts";

/** Words to give away: a few that activate the unit among others from everywhere, in no order. */
export function drawInitialWords(
  { strong, far }: WordPools,
  hints: EntityGroup["hints"],
  chance: Chance,
): readonly string[] {
  if (hints === undefined) return [];
  const [least, most] = hints.positives;
  const count = chance.fork("count").integer(least, most);
  const lists = strong.map((words, i) => chance.fork("positives", i).shuffled(words));
  const positives = inTurn(lists).slice(0, count);
  const others = chance
    .fork("others")
    .shuffled(far)
    .slice(0, hints.words - positives.length);
  return chance.fork("order").shuffled([...positives, ...others]);
}
