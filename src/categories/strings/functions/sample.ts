import { BenchError } from "../../../core/index.ts";
import type { Draws } from "../../../core/index.ts";
import type { StringKind } from "./atom-of.ts";
import { releasedDraws } from "./drawn-kinds.ts";
import type { DrawnKinds } from "./drawn-kinds.ts";
import { operationOf } from "./operations.ts";
import type { Chain, Joined, Reading, StringAtom } from "./spec.ts";

/** An operation with parameters drawn as released. */
export function sampleStringAtom(
  kind: StringKind,
  draws: Draws,
  reading: Reading = "sound",
): StringAtom {
  return operationOf(kind).sample(draws, reading);
}

/**
 * Operations one after the other by the released rules: the last one among all, each before it
 * among those whose work the next one does not undo. Throws `bad-argument` for a depth that is no
 * whole number from 2 to 16.
 */
export function sampleChain(
  draws: Draws,
  depth: number,
  reading: Reading = "sound",
  from: DrawnKinds = releasedDraws,
): Chain {
  if (!Number.isInteger(depth) || depth < 2 || depth > 16) {
    throw new BenchError(
      "bad-argument",
      `Expected a depth that is a whole number from 2 to 16; got ${depth}; give another depth`,
    );
  }
  const kinds = [draws.pick(from.operations)];
  for (let outer = kinds[0]; outer !== undefined && kinds.length < depth;) {
    outer = draws.pick(from.innersOf(outer));
    kinds.push(outer);
  }
  const steps = kinds.map((kind) => operationOf(kind).sample(draws, reading));
  return { kind: "chain", steps: steps.toReversed() };
}

/** Two texts joined; each is changed first as often as not, by what leaves a text and no number. */
export function sampleJoined(
  draws: Draws,
  reading: Reading = "sound",
  from: DrawnKinds = releasedDraws,
): Joined {
  // These four for ever: one more would change every draw that was ever made.
  const how = draws.pick(["concatenate", "interleave", "longer", "common"] as const);
  const side = (): StringAtom | null =>
    draws.uniform() < 0.5 ? operationOf(draws.pick(from.sides)).sample(draws, reading) : null;
  return { kind: "joined", how, left: side(), right: side() };
}
