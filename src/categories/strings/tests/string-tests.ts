import type { StringTests, TextPair } from "../problem.ts";
import type { Chance } from "../../../core/index.ts";
import type { DrawnKinds } from "../functions/drawn-kinds.ts";
import type { StringSpec } from "../functions/spec.ts";
import { hardTriplet } from "./hard-triplet.ts";
import { publishedTriplet } from "./published-triplet.ts";
import type { StringSection } from "../drawing/string-section.ts";
import { tellingInputs } from "./telling-inputs.ts";
import { truePair } from "./true-pair.ts";

/**
 * The tests of a string function. `drawOther` draws another function of as many texts, of which
 * wrong pairs are made; it may be the same function.
 */
export function stringTests(
  spec: StringSpec,
  counts: StringSection["tests"],
  drawOther: (chance: Chance) => StringSpec,
  chance: Chance,
  from: DrawnKinds,
): StringTests {
  const stream = (name: string): readonly TextPair[] => {
    const own = chance.fork(name);
    const count = name === "pairs" ? counts.pairs : counts.triplets;
    return tellingInputs(spec, count, own.fork("inputs")).map((input, i) =>
      truePair(spec, input, own.fork("output", i)),
    );
  };
  const pairs = stream("pairs");
  return {
    kind: "strings",
    pairs,
    triplets: Array.from({ length: counts.triplets }, (_, i) => pairs[i % pairs.length]).flatMap(
      (pair, i) =>
        pair === undefined
          ? []
          : [publishedTriplet(spec, pair, drawOther, chance.fork("triplet", i))],
    ),
    hardTriplets: stream("hard-pairs").map((pair, i) =>
      hardTriplet(spec, pair, drawOther, chance.fork("hard-triplet", i), from),
    ),
    hidden: counts.hidden,
  };
}
