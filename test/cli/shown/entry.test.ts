import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { entry, listed, roomBesideLabels, wrapped } from "../../../src/cli/shown/entry.ts";

const word = fc.stringMatching(/^[!-+\--~]{1,12}$/u);
const text = fc.array(word, { maxLength: 60 }).map((words) => words.join(" "));
const wide = fc.integer({ min: 12, max: 120 });

describe("wrapped text", () => {
  it("keeps every word in its order, and no line is wider than the room", () =>
    fc.assert(
      fc.property(text, wide, (given, room) => {
        const lines = wrapped(given, room);
        expect(lines.join(" ")).toBe(given);
        expect(lines.filter((line) => line.length > room)).toEqual([]);
      }),
    ));

  it("breaks no earlier than it has to", () =>
    fc.assert(
      fc.property(text, wide, (given, room) => {
        const lines = wrapped(given, room);
        for (const [i, line] of lines.slice(1).entries()) {
          const [next = ""] = line.split(" ");
          expect(`${lines[i]} ${next}`.length).toBeGreaterThan(room);
        }
      }),
    ));

  it("keeps line breaks, and lets a long word stick out", () =>
    expect(wrapped("a b\nc\nsplendidly d", 5)).toEqual(["a b", "c", "splendidly", "d"]));
});

it("lists items whole, with commas between them", () =>
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 30 }), wide, (items, room) => {
      const lines = listed(items, room);
      expect(lines.join(" ")).toBe(items.join(", "));
      expect(lines.filter((line) => line.length > room + 1)).toEqual([]);
    }),
  ));

describe("an entry", () => {
  it("fits the width with its label on the left", () =>
    fc.assert(
      fc.property(text, fc.integer({ min: 40, max: 200 }), (given, width) => {
        const lines = entry("Hypothesis", wrapped(given, roomBesideLabels(width)));
        expect(lines[0]).toMatch(/^ {2}Hypothesis/u);
        expect(lines.filter((line) => line.length > Math.min(width, 100))).toEqual([]);
        expect(lines.slice(1).every((line) => line.startsWith(" ".repeat(14)))).toBe(true);
      }),
    ));

  it("gives a long label a line of its own", () =>
    expect(entry("Second thoughts", ["a", "", "b"])).toEqual([
      "  Second thoughts",
      "              a",
      "",
      "              b",
    ]));
});

it("shows nothing that a terminal would take for a command", () => {
  expect(entry("Thought", ["a\u001b[2Jb\tc", "\u0007"])).toEqual([
    "  Thought     a\u{FFFD}[2Jb\tc",
    "              \u{FFFD}",
  ]);
});
