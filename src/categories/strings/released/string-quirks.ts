import type { TextPair, Triplet } from "../problem.ts";
import type { StringSpec } from "../functions/spec.ts";
import { outputsOf } from "../tests/outputs-of.ts";
import type { QuirkCode } from "./quirks.ts";
import type { StandIn } from "./read-expressions.ts";
import type { ReleasedStrings } from "./released-tests.ts";

/** The known oddities of a released string function, as its stand-in shows them. */
export function stringQuirks(
  { pairs, triplets }: ReleasedStrings,
  { law, isOneOfSeveral }: StandIn,
): readonly QuirkCode[] {
  const inputs = pairs.map(({ input }) => input.join(""));
  const quirks: readonly (readonly [boolean, QuirkCode])[] = [
    [true, "stand-in-expression"],
    [isOneOfSeveral, "several-expressions"],
    [triplets.some((triplet) => isAmbiguous(law, triplet)), "ambiguous-triplet"],
    [inputs.some((text) => text.split('"').length % 2 === 0), "dangling-quote"],
    [inputs.some((text) => text !== text.trim()), "dangling-blank"],
  ];
  return quirks.filter(([applies]) => applies).map(([, quirk]) => quirk);
}

function isAmbiguous(spec: StringSpec, { options, correct }: Triplet): boolean {
  const isRight = ({ input, output }: TextPair): boolean => outputsOf(spec, input).includes(output);
  return options.some((pair, i) => i !== correct && isRight(pair));
}
