import type { Lexicon } from "../lexicon/lexicon.ts";
import { wordKey } from "../lexicon/word-key.ts";
import type { Unit } from "../opening/unit.ts";
import type { WordTriplet } from "../problem.ts";
import { ACTIVE } from "../tests/word-pools.ts";
import type { EntityQuirk } from "./quirks.ts";

/** Released unit tests with what is odd about each, as the others and the lexicon show it. */
export function flaggedTriplets(
  triplets: readonly WordTriplet[],
  initial: readonly string[],
  unit: Unit,
  lexicon: Lexicon,
): readonly WordTriplet[] {
  const keyOf = (word: string): string => lexicon.find(word)?.key ?? wordKey(word);
  const positives = triplets.map(({ options, correct }) => keyOf(options[correct]));
  const hints = new Set(initial.map(keyOf));
  return triplets.map((triplet, i) => {
    const { options, correct } = triplet;
    const right = positives[i] ?? "";
    const wrong = options.filter((_, at) => at !== correct);
    const isPositive = (word: string): boolean => positives.includes(keyOf(word));
    const quirks: readonly (readonly [boolean, EntityQuirk])[] = [
      [wrong.some(isPositive), "positive-as-distractor"],
      [
        wrong.some((word) => !isPositive(word) && unit.activation(word) >= ACTIVE),
        "related-distractor",
      ],
      [unit.activation(options[correct]) < ACTIVE, "weak-positive"],
      [hints.has(right), "answered-by-hint"],
      [positives.indexOf(right) !== i, "repeated-positive"],
      [options.some((word) => word !== word.trim()), "dangling-blank-in-word"],
    ];
    const remarks = quirks.filter(([applies]) => applies).map(([, quirk]) => quirk);
    return remarks.length === 0 ? triplet : { ...triplet, remarks };
  });
}
