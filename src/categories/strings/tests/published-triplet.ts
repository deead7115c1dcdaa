import type { TextPair, Triplet } from "../problem.ts";
import { changedText, sampleTexts } from "../../../core/index.ts";
import type { Chance } from "../../../core/index.ts";
import type { StringSpec } from "../functions/spec.ts";
import { outputsOf } from "./outputs-of.ts";
import { tripletOf } from "./triplet-of.ts";
import { truePair } from "./true-pair.ts";

/** Draws of a wrong pair until it is made by force. */
const MOST_DRAWS = 200;

/** A unit test of the published kind: the wrong pairs are other functions' on inputs of their own. */
export function publishedTriplet(
  spec: StringSpec,
  right: TextPair,
  drawOther: (chance: Chance) => StringSpec,
  chance: Chance,
): Triplet {
  const wrongAfter = (taken: readonly TextPair[]): TextPair => {
    const isTaken = (input: readonly string[]): boolean =>
      taken.some((pair) => JSON.stringify(pair.input) === JSON.stringify(input));
    for (let number = 1; ; number += 1) {
      const own = chance.fork("wrong", taken.length, number);
      const input = sampleTexts(right.input.length, own.fork("input"));
      if (isTaken(input)) continue;
      const pair =
        number < MOST_DRAWS
          ? truePair(drawOther(own.fork("function")), input, own.fork("output"))
          : { input, output: changedText(input.join(" "), own.fork("change")) };
      if (pair.output !== null && !outputsOf(spec, input).includes(pair.output)) return pair;
    }
  };
  const first = wrongAfter([right]);
  const second = wrongAfter([right, first]);
  return tripletOf(right, [first, second], chance.fork("order"));
}
