import type { Chance } from "../../../core/index.ts";
import type { DrawnKinds } from "../functions/drawn-kinds.ts";
import type { Joined, StringAtom } from "../functions/spec.ts";
import { changedAtom } from "./changed-atom.ts";
import { sampleSingle } from "../drawing/sample-single.ts";

const ways: readonly Joined["how"][] = ["concatenate", "interleave", "longer", "common"];

/** Joinings of two texts that differ from one by a single thing. */
export function changedJoining(
  joined: Joined,
  chance: Chance,
  from: DrawnKinds,
): readonly Joined[] {
  const { left, right } = joined;
  const others = ways.filter((how) => how !== joined.how).map((how) => ({ ...joined, how }));
  const changed = (atom: StringAtom | null, side: string): readonly StringAtom[] =>
    atom === null ? [sampleSingle(chance.fork(side), from)] : changedAtom(atom, chance, from);
  const lefts = changed(left, "left");
  const rights = changed(right, "right");
  return [
    { ...joined, left: right, right: left },
    ...others,
    ...lefts.map((atom) => ({ ...joined, left: atom })),
    ...rights.map((atom) => ({ ...joined, right: atom })),
  ];
}
