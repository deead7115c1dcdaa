import * as fc from "fast-check";
import { expect, it } from "vitest";
import { distributionOf } from "../../../../src/categories/strings/index.ts";
import { restOf } from "../../../../src/interpreters/scientist/strings/joined-rest.ts";

const text = fc.string({ unit: "binary-ascii", maxLength: 12 });

it.each(["concatenate", "interleave"] as const)("gives back the other text of %s", (how) => {
  fc.assert(
    fc.property(text, text, (left, right) => {
      const [only] = distributionOf({ kind: "joined", how, left: null, right: null }, [
        left,
        right,
      ]);
      const whole = typeof only?.result === "string" ? only.result : "";
      expect(restOf(how, "left", left, whole)).toBe(right);
      expect(restOf(how, "right", right, whole)).toBe(left);
    }),
  );
});

it("sees that a text was no part", () => {
  expect(restOf("concatenate", "left", "x", "abc")).toBeNull();
  expect(restOf("concatenate", "right", "abcd", "abc")).toBeNull();
  expect(restOf("interleave", "left", "zz", "abc")).toBeNull();
  expect(restOf("interleave", "right", "abcd", "abc")).toBeNull();
});
