import type { TextPair, Triplet } from "../problem.ts";
import { changedText } from "../../../core/index.ts";
import type { Chance } from "../../../core/index.ts";
import { releasedDraws } from "../functions/drawn-kinds.ts";
import type { DrawnKinds } from "../functions/drawn-kinds.ts";
import type { StringSpec } from "../functions/spec.ts";
import { nearMisses } from "./near-misses.ts";
import { outputsOf } from "./outputs-of.ts";
import { tripletOf } from "./triplet-of.ts";
import { truePair } from "./true-pair.ts";

/** Other functions tried where near misses give too little that is wrong. */
const MOST_OTHERS = 50;

/**
 * A hard unit test: the wrong pairs are what functions that differ by a single thing give for the
 * same input; where too few of them give anything else, what other functions give, or the true text
 * with one thing changed.
 */
export function hardTriplet(
  spec: StringSpec,
  right: TextPair,
  drawOther: (chance: Chance) => StringSpec,
  chance: Chance,
  from: DrawnKinds = releasedDraws,
): Triplet {
  const possible = outputsOf(spec, right.input);
  const wrong: string[] = [];
  const take = (output: string | null): void => {
    const isWrong = output !== null && !possible.includes(output) && !wrong.includes(output);
    if (isWrong && wrong.length < 2) wrong.push(output);
  };
  const give = (other: StringSpec, stream: Chance): void =>
    take(truePair(other, right.input, stream).output);
  chance
    .fork("order-of-misses")
    .shuffled(nearMisses(spec, chance.fork("misses"), from))
    .forEach((miss, i) => give(miss, chance.fork("output", i)));
  for (let number = 0; wrong.length < 2 && number < MOST_OTHERS; number += 1) {
    const own = chance.fork("other", number);
    give(drawOther(own.fork("function")), own.fork("output"));
  }
  const changes = chance.fork("changes");
  while (wrong.length < 2) take(changedText(right.output ?? right.input.join(" "), changes));
  const [one = "", other = ""] = wrong;
  const pairOf = (output: string): TextPair => ({ input: right.input, output });
  return tripletOf(right, [pairOf(one), pairOf(other)], chance.fork("order"));
}
