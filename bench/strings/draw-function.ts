import { chanceFrom } from "../../src/core/index.ts";
import type { Chance } from "../../src/core/index.ts";
import {
  sampleChain,
  sampleException,
  sampleJoined,
  sampleStringAtom,
  stringKinds,
} from "../../src/categories/strings/index.ts";
import type { StringLaw, StringSpec } from "../../src/categories/strings/index.ts";

/** What kinds of function are drawn. */
export const drawnKinds = ["paper", "exceptions", "depth3", "two"] as const;

/** A kind of function to draw. */
export type DrawnKind = (typeof drawnKinds)[number];

/** One function of a kind, decided by the seed and its number. */
export function drawFunction(kind: DrawnKind, seed: string, number: number): StringSpec {
  const chance = chanceFrom(seed).fork("bench-strings", kind, number);
  switch (kind) {
    case "paper":
      return paperLaw(chance);
    case "exceptions":
      return sampleException(paperLaw(chance), chance.fork("exception"));
    case "depth3":
      return sampleChain(chance, 3);
    case "two":
      return sampleJoined(chance);
  }
}

/** One operation or, more often, two, as released. */
function paperLaw(chance: Chance): StringLaw {
  const isSingle = chance.uniform() < 0.3;
  return isSingle ? sampleStringAtom(chance.pick(stringKinds), chance) : sampleChain(chance, 2);
}
