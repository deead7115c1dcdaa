import type { Chance } from "../../../core/index.ts";
import { sampleAtom, sampleComposition } from "../functions/sample.ts";
import { sampleDeep, samplePiecewise, sampleSeveral } from "../functions/sample-structure.ts";
import type { Law } from "../functions/spec.ts";
import type { NumericGroup } from "./numeric-section.ts";
import { weighted } from "../../common/index.ts";

/** How far the middle of a shifted law lies from 0 at most. */
const FARTHEST_SHIFT = 100;
/** Draws of kinds until neighbours may be the same after all. */
const MOST_DRAWS = 100;

/** A law as a group of a recipe describes it. */
export function drawLaw(law: NumericGroup["law"], chance: Chance): Law {
  const kind = () => weighted(law.families, chance);
  switch (law.structure) {
    case "simple":
      return sampleAtom(kind(), chance);
    case "composed": {
      const operation = () => weighted(law.operations, chance);
      if (law.depth === 2) return sampleComposition(operation(), [kind(), kind()], chance);
      return sampleDeep(operation, kind, law.depth, chance);
    }
    case "shifted": {
      const outer = sampleAtom(kind(), chance);
      const shift = chance.integer(10, 10 * FARTHEST_SHIFT) / 10;
      const intercept = chance.uniform() < 0.5 ? shift : -shift;
      return { kind: "compose", outer, inner: { kind: "linear", slope: 1, intercept } };
    }
    case "piecewise":
      return samplePiecewise(takingTurns(kind, chance.integer(2, 3)), chance);
    case "several": {
      const arity = Number(weighted(law.arguments, chance));
      const kinds = Array.from({ length: arity }, kind);
      return sampleSeveral(arity, kinds, [weighted(law.operations, chance)], chance);
    }
  }
}

/** Kinds of which no neighbours are the same, since two floors in a row are one. */
function takingTurns<K>(kind: () => K, count: number): readonly K[] {
  const kinds: K[] = [];
  for (let draws = 0; kinds.length < count && draws < MOST_DRAWS; draws += 1) {
    const next = kind();
    if (next !== kinds.at(-1)) kinds.push(next);
  }
  // A recipe with a single family has nothing to take turns with.
  while (kinds.length < count) kinds.push(kind());
  return kinds;
}
