import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Output, RunOutcome } from "../../src/contract/index.ts";
import { buffersOf, packed, unpacked } from "../../src/sandbox/packed-outcome.ts";

const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
const output: fc.Arbitrary<Output> = fc.oneof(
  fc.record({
    kind: fc.constant("value" as const),
    value: fc.oneof(finite, fc.string(), fc.record({ re: finite, im: finite })),
  }),
  fc.constant({ kind: "undefined" as const }),
  fc.record({ kind: fc.constant("invalid" as const), got: fc.string() }),
  fc.record({ kind: fc.constant("threw" as const), message: fc.string() }),
);
const outcome: fc.Arbitrary<RunOutcome> = fc.oneof(
  fc.record(
    {
      kind: fc.constant("ran" as const),
      outputs: fc.array(output),
      alone: fc.array(output),
      again: fc.array(output),
      nearLimit: fc.constant(true as const),
    },
    { requiredKeys: ["kind", "outputs"] },
  ),
  fc.record({ kind: fc.constant("not-loaded" as const), message: fc.string() }),
  fc.constant({ kind: "timed-out" as const }),
);

describe("an outcome that is packed, sent and unpacked", () => {
  it("is the outcome that it was, −0 and all", () => {
    fc.assert(
      fc.property(outcome, (before) => {
        const sent = packed(before);
        const arrived = structuredClone(sent, { transfer: buffersOf(sent) });
        expect(unpacked(arrived)).toEqual(before);
      }),
    );
  });
});
