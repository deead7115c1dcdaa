import * as fc from "fast-check";
import { expect, it } from "vitest";
import { messageOf } from "../../src/core/index.ts";

it("is the message of an error, and the text of all else", () =>
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(messageOf(new Error(text))).toBe(text);
      expect(messageOf(text)).toBe(text);
    }),
  ));

it("is a text, whatever is thrown", () =>
  fc.assert(
    fc.property(fc.anything({ withNullPrototype: true }), (thrown) => {
      expect(messageOf(thrown)).toBeTypeOf("string");
    }),
  ));

const deaf = Object.defineProperty(new Error("text"), "message", {
  get: () => {
    throw new Error("no text");
  },
});

it.each([
  ["an object without a prototype", Object.create(null)],
  ["an error that throws when it is read", deaf],
])("says so where there is none: %s", (_, thrown) =>
  expect(messageOf(thrown)).toBe("Something without a text was thrown"),
);
