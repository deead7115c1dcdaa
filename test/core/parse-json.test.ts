import * as fc from "fast-check";
import { expect, it } from "vitest";
import { parseJson } from "../../src/core/index.ts";

it("gives what JSON holds", () =>
  fc.assert(
    fc.property(fc.json(), (text) => {
      expect(parseJson(text)).toEqual({ kind: "json", value: JSON.parse(text) });
    }),
  ));

it.each(["", "{", '{"a":1', "undefined", "NaN", "[1,]", "{} {}"])("says that %j is none", (text) =>
  expect(parseJson(text)).toEqual({ kind: "broken", cause: expect.any(SyntaxError) }),
);
