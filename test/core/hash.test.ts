import { createHash } from "node:crypto";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson, sha256Hex } from "../../src/core/index.ts";

const shuffledKeys = (value: unknown): unknown =>
  value !== null && typeof value === "object" && !Array.isArray(value)
    ? Object.fromEntries(
        Object.entries(value)
          .toReversed()
          .map(([key, part]) => [key, shuffledKeys(part)]),
      )
    : Array.isArray(value)
      ? value.map(shuffledKeys)
      : value;

describe("sha256Hex", () => {
  it("agrees with Node's own on any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(sha256Hex(text)).toBe(createHash("sha256").update(text, "utf8").digest("hex"));
      }),
    );
  });
});

/** The same by JSON's own means. */
const canonicalByReplacer = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

describe("canonicalJson", () => {
  it("is what JSON makes of data whose keys were put in order", () => {
    const data = fc.anything({ values: [fc.jsonValue(), fc.double(), fc.constant(undefined)] });
    fc.assert(
      fc.property(data, (value) => {
        expect(canonicalJson(value)).toBe(canonicalByReplacer(value));
      }),
    );
  });

  it("is the same for equal data, whatever the order of keys", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonicalJson(shuffledKeys(value))).toBe(canonicalJson(value));
      }),
    );
  });

  it("loses nothing", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
