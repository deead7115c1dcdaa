import type { Output, TestBatch } from "../../../contract/index.ts";
import { inTestOrder } from "../../common/index.ts";
import type { EntitySpec } from "../functions/spec.ts";
import { lexiconFor } from "../opening/lexicon-for.ts";
import { unitOf } from "../opening/unit.ts";

/** What a known unit gives in a test, without its noise, in the order of the test. */
export function knownActivations(known: EntitySpec, batch: TestBatch): readonly Output[] {
  const unit = unitOf(known, lexiconFor(known));
  return inTestOrder(
    batch,
    batch.inputs.map((input) => ({ kind: "value", value: unit.activation(String(input)) })),
  );
}
