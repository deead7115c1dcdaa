import type { Chance } from "../../../core/index.ts";
import { sampleChain, sampleJoined } from "../functions/sample.ts";
import type { DrawnKinds } from "../functions/drawn-kinds.ts";
import type { Joined, StringLaw } from "../functions/spec.ts";
import { weighted } from "../../common/index.ts";
import { chainOf } from "./chain-of.ts";
import type { StringGroup } from "./string-section.ts";
import { sampleSingle } from "./sample-single.ts";

/** Draws of a joining until one in another way is taken. */
const MOST_DRAWS = 100;

/** A law of texts as a group of a recipe describes it, without an exception. */
export function drawStringLaw(
  law: StringGroup["law"],
  chance: Chance,
  from: DrawnKinds,
): StringLaw {
  switch (law.structure) {
    case "single":
      return sampleSingle(chance, from);
    case "composed":
      return sampleChain(chance, law.depth, "sound", from);
    case "several": {
      const after = Array.from({ length: law.depth - 1 }, (_, i) =>
        sampleSingle(chance.fork("after", i), from),
      );
      const how = weighted(law.ways, chance);
      return chainOf([joinedBy(how, chance.fork("joined"), from), ...after]);
    }
  }
}

function joinedBy(how: Joined["how"], chance: Chance, from: DrawnKinds): Joined {
  for (let number = 1; ; number += 1) {
    const joined = sampleJoined(chance, "sound", from);
    if (joined.how === how || number >= MOST_DRAWS) return joined;
  }
}
