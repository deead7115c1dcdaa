import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { limitsFor } from "../../src/sandbox/limits.ts";

describe("the limits of a batch", () => {
  it("grow with its inputs in work, and in nothing else", () =>
    fc.assert(
      fc.property(fc.nat(1e6), fc.integer({ min: 1, max: 1e6 }), (inputs, more) => {
        const [small, large] = [limitsFor(inputs), limitsFor(inputs + more)];
        expect(large.work).toBeGreaterThan(small.work);
        expect({ ...large, work: 0 }).toEqual({ ...small, work: 0 });
      }),
    ));

  it("are what was given last", () => {
    const limits = limitsFor(9, { work: 1, wall: 100 }, { work: 2 });
    expect(limits).toEqual({ memory: 64 * 2 ** 20, work: 2, wall: 100 });
  });
});
