import { describe, expect, it } from "vitest";
import { canonicalOf, describeText } from "../../../../src/categories/strings/index.ts";
import type { StringSpec } from "../../../../src/categories/strings/index.ts";

describe("English", () => {
  it.each<readonly [StringSpec, string]>([
    [{ kind: "reverse" }, "f(s) reverses the text."],
    [
      {
        kind: "chain",
        steps: [{ kind: "uppercase" }, { kind: "append", suffix: "xy" }, { kind: "reverse" }],
      },
      "f(s) first puts the text in upper case; then, with the result as the text, it appends `xy`; " +
        "then, with the result as the text, it reverses the text.",
    ],
    [
      { kind: "joined", how: "concatenate", left: null, right: { kind: "reverse" } },
      "f(s, t) takes two texts: with t as the text, reverses the text; and gives s followed by the changed t.",
    ],
    [
      {
        kind: "excepted",
        inner: { kind: "reverse" },
        when: { kind: "starts-with", class: "digit" },
        then: { kind: "constant-text", text: "no" },
      },
      'f(s) reverses the text. This does not hold where s starts with a digit: there f(s) is "no".',
    ],
    [
      {
        kind: "excepted",
        inner: { kind: "joined", how: "longer", left: null, right: null },
        when: { kind: "longer-than", length: 1 },
        then: { kind: "lowercase" },
      },
      "f(s, t) gives the one with more characters of s and t, or s if they have as many. This does not hold " +
        "where s has more than 1 character: there f(s, t) instead puts the text in lower case, with s as " +
        "it came in as the text, whatever t is.",
    ],
  ])("%#", (spec, told) => expect(describeText(spec)).toBe(told));
});

describe("two names for one function", () => {
  it.each<readonly [StringSpec, StringSpec]>([
    [
      { kind: "count-substring", letter: "a", reading: "released" },
      { kind: "count-letter", letter: "a", reading: "sound" },
    ],
    [
      { kind: "swap-positions", first: 3, second: 1 },
      { kind: "swap-positions", first: 1, second: 3 },
    ],
    [
      { kind: "shift-position-down", from: 1, at: 2, reading: "released" },
      { kind: "shift-position-up", from: 1, at: 2, reading: "released" },
    ],
    [
      { kind: "shift-last-down", by: 1, reading: "sound" },
      { kind: "shift-last-up", by: 25, reading: "sound" },
    ],
    [
      { kind: "find-letter", letter: "a", reading: "released" },
      { kind: "find-letter", letter: "a", reading: "sound" },
    ],
  ])("%j and %j", (one, other) => expect(canonicalOf(one)).toEqual(canonicalOf(other)));

  it("are told apart where they differ", () => {
    const down: StringSpec = { kind: "shift-position-down", from: 1, at: 2, reading: "sound" };
    const up: StringSpec = { kind: "shift-position-up", from: 1, at: 2, reading: "sound" };
    expect(canonicalOf(down)).not.toEqual(canonicalOf(up));
  });
});
