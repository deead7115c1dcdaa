import { describe, expect, it } from "vitest";
import {
  distributionOf,
  fromReleased,
  releasedName,
} from "../../../../src/categories/strings/index.ts";
import type {
  Reading,
  ReleasedStep,
  StringSpec,
} from "../../../../src/categories/strings/index.ts";

function results(spec: StringSpec, text: string): readonly (string | null)[] {
  return distributionOf(spec, [text]).map(({ result }) =>
    typeof result === "string" ? result : null,
  );
}

type Case = readonly [
  spec: StringSpec,
  text: string,
  released: string | null,
  sound: string | null,
];

const read = (
  kind:
    | "spell-digits"
    | "length"
    | "digit-indexes"
    | "letter-indexes"
    | "count-vowels"
    | "count-consonants"
    | "shift-by-length"
    | "first-ordinal"
    | "last-ordinal"
    | "middle-ordinal",
): StringSpec => ({ kind, reading: "released" });
const by = (
  kind:
    | "shift-up"
    | "shift-down"
    | "shift-last-up"
    | "shift-last-down"
    | "shift-first-up"
    | "shift-first-down",
  by: number,
): StringSpec => ({ kind, by, reading: "released" });
const letterUp: StringSpec = { kind: "shift-by-letter-up", position: 1, reading: "released" };
const letterDown: StringSpec = { kind: "shift-by-letter-down", position: 1, reading: "released" };
const positionDown: StringSpec = {
  kind: "shift-position-down",
  from: 3,
  at: 1,
  reading: "released",
};

describe("both readings", () => {
  it.each<Case>([
    [read("digit-indexes"), "1a2b2", "two", "zero two four"],
    [read("digit-indexes"), "12a", "", "zero one"],
    [read("digit-indexes"), "", "", ""],
    // The released code looks up every digit's word on its way to the last: any of them may have none.
    [read("digit-indexes"), `${"x".repeat(31)}1`, null, null],
    [read("digit-indexes"), `${"x".repeat(31)}1x`, null, null],
    [read("digit-indexes"), `2${"x".repeat(31)}12`, null, null],
    [read("digit-indexes"), `${"x".repeat(30)}1`, "thirty", "thirty"],
    [read("digit-indexes"), `1${"x".repeat(30)}1`, "zero", null],
    [read("letter-indexes"), "hello", "zero one two two four", "zero one two three four"],
    [read("count-consonants"), "banana", "six", "three"],
    [read("count-consonants"), "AbA", "one", "one"],
    [read("length"), "x".repeat(31), "unknown", null],
    [read("count-vowels"), "a".repeat(31), null, null],
    [read("spell-digits"), "1²3", null, "one three"],
    [read("first-ordinal"), "é", null, "zero"],
    [read("first-ordinal"), "İ", "zero", "zero"],
    [read("last-ordinal"), "", null, null],
    [read("middle-ordinal"), "abcd", "three", "three"],
    [by("shift-up", 1), "Zé", "Ah", "Aé"],
    [by("shift-last-up", 25), "y", "\x92", "x"],
    [by("shift-last-up", 6), "Y", "_", "E"],
    [by("shift-last-up", 0), "z", "a", "z"],
    [by("shift-last-down", 3), "b", "_", "y"],
    [by("shift-first-down", 20), "B", ".", "H"],
    [by("shift-first-down", 0), "ab", "zb", "ab"],
    [by("shift-first-up", 1), "é", "ê", "é"],
    [letterUp, "A bc", "n op", "A bc"],
    [letterUp, "a0b", "d0e", "a0b"],
    [letterUp, "AcB", "ced", "ced"],
    [letterDown, "AcB", "yaz", "yaz"],
    [letterDown, "İa", null, "İa"],
    [positionDown, "abcd", "aecd", "aycd"],
    [read("shift-by-length"), "ab", "cd", "cd"],
  ])("%j of %j: %j, %j", (spec, text, released, sound) => {
    expect(results(spec, text)).toEqual([released]);
    expect(results({ ...spec, reading: "sound" } as StringSpec, text)).toEqual([sound]);
  });
});

describe("one reading", () => {
  it.each<readonly [StringSpec, string, string | null]>([
    [{ kind: "first-character" }, "", null],
    [{ kind: "middle-character" }, "", ""],
    [{ kind: "middle-character" }, "abcd", "bc"],
    [{ kind: "remove-repeats" }, "Hello  o", "Helo "],
    [{ kind: "reverse-words" }, "  ab  cd ", "ba dc"],
    [{ kind: "replace-vowels-with-middle" }, "a", "a"],
    [{ kind: "replace-vowels-with-middle" }, "hello", "hllll"],
    [{ kind: "replace-vowels-at-count" }, "audio", "iidii"],
    [{ kind: "replace-vowels-at-count" }, "", null],
    [{ kind: "reverse-vowels" }, "hEllo", "hollE"],
    [{ kind: "append-middle" }, "abcd", "abcdc"],
    [{ kind: "swap-ends" }, "abc", "cba"],
    [{ kind: "swap-positions", first: 0, second: 9 }, "abc", "abc"],
    [{ kind: "insert-number", number: 5 }, "abc", "a5bc"],
    [{ kind: "append-letter-if-missing", letter: "c" }, "abc", "abc"],
    [{ kind: "split-at-letter", letter: "l" }, "hello", "he  o"],
    [{ kind: "find-letter", letter: "x", reading: "released" }, "abc", "none"],
    [{ kind: "capitalize" }, "ßA", "Ssa"],
    [{ kind: "uppercase" }, "ß", "SS"],
    [{ kind: "map-letters", alphabet: "bcdefghijklmnopqrstuvwxyza" }, "Zé!", "aé!"],
  ])("%j of %j: %j", (spec, text, expected) => expect(results(spec, text)).toEqual([expected]));

  it("draws a position anew each time", () => {
    const spec: StringSpec = { kind: "shift-any-up", reading: "released" };
    expect(distributionOf(spec, ["a1c"])).toEqual([
      { result: "a1c", probability: 2 / 3 },
      { result: "a1e", probability: 1 / 3 },
    ]);
    expect(distributionOf(spec, ["z"])).toEqual([{ result: "z", probability: 1 }]);
  });
});

describe("released names", () => {
  const law = (steps: readonly ReleasedStep[], consonants: Reading = "released"): StringSpec =>
    fromReleased(steps, { consonants });

  it("are read with the outermost first", () => {
    const steps: ReleasedStep[] = [
      ["advance_by_character_order", [5]],
      ["get_string_length", []],
    ];
    expect(law(steps)).toEqual({
      kind: "chain",
      steps: [
        { kind: "length", reading: "released" },
        { kind: "shift-by-letter-up", position: 5, reading: "released" },
      ],
    });
    expect(results(law(steps), "This is a test")).toEqual(["jsyvxiir"]);
  });

  it("take consonants by either reading", () => {
    expect(results(law([["count_consonants", []]]), "ab")).toEqual(["two"]);
    expect(results(law([["count_consonants", []]], "sound"), "ab")).toEqual(["one"]);
  });

  it("take a substitution as an object", () => {
    const to = Object.fromEntries([..."abcdefghijklmnopqrstuvwxyz"].map((c) => [c, c]));
    expect(law([["map_string", [{ ...to, a: "b", b: "a" }]]])).toMatchObject({
      alphabet: "bacdefghijklmnopqrstuvwxyz",
    });
    expect(releasedName("map-letters")).toBe("map_string");
  });

  it.each<readonly [string, readonly ReleasedStep[]]>([
    ["an unknown name", [["frobnicate", []]]],
    ["a missing parameter", [["insert_letter", []]]],
    ["a parameter too many", [["reverse_string", [1]]]],
    ["a bad parameter", [["insert_letter", ["ab"]]]],
    ["no steps", []],
  ])("refuse %s", (_, steps) => {
    expect(() => law(steps)).toThrow(expect.objectContaining({ code: "bad-data" }));
  });
});
