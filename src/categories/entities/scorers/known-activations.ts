import { canonicalJson } from "../../../core/index.ts";
import type { Output } from "../../../contract/index.ts";
import { inTestOrder } from "../../common/index.ts";
import type { EntitySpec } from "../functions/spec.ts";
import { lexiconFor } from "../opening/lexicon-for.ts";
import { unitOf } from "../opening/unit.ts";
import type { HiddenWords } from "../tests/hidden-words.ts";

/**
 * What a known unit gives in a test, without its noise, in the order of the test: what the test says
 * where the unit is the problem's own, and otherwise what the lexicon says of another one.
 */
export function knownActivations(
  known: EntitySpec,
  { words, activations, batch }: Pick<HiddenWords, "words" | "activations" | "batch">,
  own: EntitySpec,
): readonly Output[] {
  if (known.backend.name === "model" && canonicalJson(known) === canonicalJson(own))
    return words.map((_, i) => ({ kind: "value", value: activations[i] ?? 0 }));
  const unit = unitOf(known, lexiconFor(known));
  return inTestOrder(
    batch,
    batch.inputs.map((input) => ({ kind: "value", value: unit.activation(String(input)) })),
  );
}
