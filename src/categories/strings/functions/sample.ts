import { BenchError } from "../../../core/index.ts";
import type { Draws } from "../../../core/index.ts";
import type { StringKind } from "./atom-of.ts";
import { innersOf } from "./avoid.ts";
import { operationOf, stringKinds } from "./operations.ts";
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
 * Operations one after the other by the released rules: the last one uniform among all, each before
 * it uniform among those whose work the next one does not undo. Throws `bad-argument` for a depth
 * that is no whole number from 2 to 16.
 */
export function sampleChain(draws: Draws, depth: number, reading: Reading = "sound"): Chain {
  if (!Number.isInteger(depth) || depth < 2 || depth > 16) {
    throw new BenchError(
      "bad-argument",
      `Expected a depth that is a whole number from 2 to 16; got ${depth}; give another depth`,
    );
  }
  const kinds = [draws.pick(stringKinds)];
  for (let outer = kinds[0]; outer !== undefined && kinds.length < depth;) {
    outer = draws.pick(innersOf(outer));
    kinds.push(outer);
  }
  const steps = kinds.map((kind) => operationOf(kind).sample(draws, reading));
  return { kind: "chain", steps: steps.toReversed() };
}

/** Two texts joined; each is changed first as often as not, by what leaves a text and no number. */
export function sampleJoined(draws: Draws, reading: Reading = "sound"): Joined {
  const how = draws.pick(["concatenate", "interleave", "longer", "common"] as const);
  const side = (): StringAtom | null =>
    draws.uniform() < 0.5 ? operationOf(draws.pick(sideKinds)).sample(draws, reading) : null;
  return { kind: "joined", how, left: side(), right: side() };
}

/** What keeps the text that comes in recognisable, without chance. */
const sideKinds: readonly StringKind[] = innersOf("length").filter(
  (kind) => operationOf(kind).draw === undefined,
);
