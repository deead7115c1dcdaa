import type { Chance, Draws } from "../../../core/index.ts";
import type { EntityTests, WordTriplet } from "../problem.ts";
import { ACTIVE, inTurn } from "./word-pools.ts";
import type { WordPools } from "./word-pools.ts";
import type { Unit } from "../opening/unit.ts";

/** How far the activation of the right word is above those of the others at least. */
const GAP = 0.25;

/** How many tests to draw. */
export interface TestCounts {
  readonly triplets: number;
  readonly hidden: number;
}

/**
 * The tests of a unit: in each triplet one word activates it, and the others plainly do not; `null`
 * where there are too few words for that.
 */
export function entityTests(
  pools: WordPools,
  unit: Unit,
  { triplets, hidden }: TestCounts,
  chance: Chance,
): EntityTests | null {
  const draw = (name: string, wrong: readonly string[]): readonly WordTriplet[] => {
    const own = chance.fork(name);
    const [, second = Infinity] = wrong.map((word) => unit.activation(word)).sort((a, b) => a - b);
    const right = inTurn(
      pools.strong.map((words, i) => own.fork("right", i).shuffled(words)),
    ).filter((word) => second < mostWrong(word, unit));
    return Array.from({ length: right.length === 0 ? 0 : triplets }, (_, i) => {
      const word = right[i % right.length] ?? "";
      return tripletOf(word, others(word, wrong, unit, own.fork("wrong", i)), own.fork("order", i));
    });
  };
  const silent = pools.exceptional.filter((word) => unit.activation(word) < ACTIVE);
  const easy = draw("triplets", pools.far);
  const hard = draw("hard-triplets", [...pools.near, ...silent]);
  if (easy.length === 0 || hard.length === 0) return null;
  return { kind: "entities", triplets: easy, hardTriplets: hard, hidden };
}

/** What the activation of a wrong word has to be below. */
function mostWrong(right: string, unit: Unit): number {
  return Math.min(unit.activation(right) - GAP, ACTIVE);
}

/** Draws of a wrong word until all are looked through. */
const MOST_DRAWS = 50;

function others(
  right: string,
  wrong: readonly string[],
  unit: Unit,
  chance: Chance,
): readonly [string, string] {
  const most = mostWrong(right, unit);
  const isWrong = (word: string): boolean => unit.activation(word) < most;
  const found = new Set<string>();
  for (let i = 0; i < MOST_DRAWS && found.size < 2; i += 1) {
    const word = chance.pick(wrong);
    if (isWrong(word)) found.add(word);
  }
  const [one = "", other = ""] = found.size < 2 ? chance.shuffled(wrong).filter(isWrong) : found;
  return [one, other];
}

function tripletOf(
  right: string,
  [one, other]: readonly [string, string],
  draws: Draws,
): WordTriplet {
  switch (draws.integer(0, 2)) {
    case 0:
      return { options: [right, one, other], correct: 0 };
    case 1:
      return { options: [one, right, other], correct: 1 };
    default:
      return { options: [one, other, right], correct: 2 };
  }
}
