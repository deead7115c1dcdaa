import type { Chance } from "../../../core/index.ts";
import type { Joined } from "../functions/spec.ts";
import { changedAtom } from "./changed-atom.ts";
import { sampleSingle } from "../drawing/sample-single.ts";

const ways: readonly Joined["how"][] = ["concatenate", "interleave", "longer", "common"];

/** Joinings of two texts that differ from one by a single thing. */
export function changedJoining(joined: Joined, chance: Chance): readonly Joined[] {
  const { left, right } = joined;
  const others = ways.filter((how) => how !== joined.how).map((how) => ({ ...joined, how }));
  const lefts = left === null ? [sampleSingle(chance.fork("left"))] : changedAtom(left, chance);
  const rights = right === null ? [sampleSingle(chance.fork("right"))] : changedAtom(right, chance);
  return [
    { ...joined, left: right, right: left },
    ...others,
    ...lefts.map((atom) => ({ ...joined, left: atom })),
    ...rights.map((atom) => ({ ...joined, right: atom })),
  ];
}
