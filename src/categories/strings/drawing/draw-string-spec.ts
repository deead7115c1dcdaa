import type { Chance } from "../../../core/index.ts";
import { sampleException } from "../functions/sample-exception.ts";
import type { DrawnKinds } from "../functions/drawn-kinds.ts";
import type { StringSpec } from "../functions/spec.ts";
import { weighted } from "../../common/index.ts";
import { drawStringLaw } from "./draw-string-law.ts";
import type { StringGroup } from "./string-section.ts";

/** Draws of an exception until one of another kind is taken. */
const MOST_DRAWS = 100;

/** A string function as a group of a recipe describes it. */
export function drawStringSpec(
  { law, exception }: StringGroup,
  chance: Chance,
  from: DrawnKinds,
): StringSpec {
  const drawn = drawStringLaw(law, chance.fork("law"), from);
  if (exception === undefined) return drawn;
  const stream = chance.fork("exception");
  const kind = weighted(exception.conditions, stream);
  for (let number = 1; ; number += 1) {
    const spec = sampleException(drawn, stream, "sound", from);
    if (spec.when.kind === kind || number >= MOST_DRAWS) return spec;
  }
}
