import type { Chance } from "../../../core/index.ts";
import { sampleChain, sampleJoined } from "../functions/sample.ts";
import type { Joined, StringLaw } from "../functions/spec.ts";
import { weighted } from "../../common/index.ts";
import { chainOf } from "./chain-of.ts";
import type { StringGroup } from "./string-section.ts";
import { sampleSingle } from "./sample-single.ts";

/** Draws of a joining until one in another way is taken. */
const MOST_DRAWS = 100;

/** A law of texts as a group of a recipe describes it, without an exception. */
export function drawStringLaw(law: StringGroup["law"], chance: Chance): StringLaw {
  switch (law.structure) {
    case "single":
      return sampleSingle(chance);
    case "composed":
      return sampleChain(chance, law.depth);
    case "several": {
      const after = Array.from({ length: law.depth - 1 }, (_, i) =>
        sampleSingle(chance.fork("after", i)),
      );
      return chainOf([joinedBy(weighted(law.ways, chance), chance.fork("joined")), ...after]);
    }
  }
}

function joinedBy(how: Joined["how"], chance: Chance): Joined {
  for (let number = 1; ; number += 1) {
    const joined = sampleJoined(chance);
    if (joined.how === how || number >= MOST_DRAWS) return joined;
  }
}
