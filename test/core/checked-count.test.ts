import * as fc from "fast-check";
import { expect, it } from "vitest";
import { checkedCount } from "../../src/core/index.ts";

it("takes every whole number from 1", () =>
  fc.assert(
    fc.property(fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), (count) => {
      expect(checkedCount("workers", count)).toBe(count);
    }),
  ));

it.each([0, -1, 1.5, NaN, Infinity, 2 ** 53])("refuses %d, and says of what", (count) =>
  expect(() => checkedCount("workers", count)).toThrow(
    expect.objectContaining({
      code: "bad-argument",
      message: `Expected a whole number of workers, 1 or more; got ${count}; give such a number`,
      data: { workers: count },
    }),
  ),
);
