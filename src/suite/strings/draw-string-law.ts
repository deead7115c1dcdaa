import type { Chance } from "../../core/index.ts";
import { sampleChain, sampleException, sampleJoined, sampleStringAtom } from "../../functions/index.ts";
import type { StringLaw, StringSpec } from "../../functions/index.ts";
import { weighted } from "../weighted.ts";
import type { StringGroup } from "./string-section.ts";

/** A law of texts as a group of a recipe describes it, without an exception. */
export function drawStringLaw(law: StringGroup["law"], chance: Chance): StringLaw {
  switch (law.structure) {
    case "single":
      return sampleStringAtom(chance);
    case "composed":
      return sampleChain(chance, law.depth);
    case "several":
      return sampleJoined(chance, law.depth);
  }
}
