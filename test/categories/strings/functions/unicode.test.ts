import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { distributionOf, matches } from "../../../../src/categories/strings/index.ts";
import type { CharacterClass, StringSpec } from "../../../../src/categories/strings/index.ts";

// What Python 3.11 says of every code point; its characters are those of Unicode 14.
const PYTHON = `
import json, sys
points = [chr(i) for i in range(0x110000) if not 0xD800 <= i < 0xE000]

def ranges(test):
    found, before = [], False
    for i, c in enumerate(points):
        if test(c) != before:
            found.append(ord(c))
            before = not before
    return found

def changed(change):
    return [[c, change(c)] for c in points if change(c) != c]

json.dump({
    "classes": {
        "letter": ranges(str.isalpha), "digit": ranges(str.isdigit), "space": ranges(str.isspace),
        "uppercase": ranges(str.isupper), "lowercase": ranges(str.islower),
    },
    "cases": {
        "lowercase": changed(str.lower), "uppercase": changed(str.upper),
        "capitalize": changed(str.capitalize),
    },
    "endings": "".join("1" if ("A" + c + chr(0x3a3)).lower().endswith(chr(0x3c2)) else "0" for c in points),
    "beginnings": "".join("1" if (c + chr(0x3a3)).lower().endswith(chr(0x3c2)) else "0" for c in points),
}, sys.stdout)
`;

interface Facts {
  readonly classes: Readonly<Record<Exclude<CharacterClass, "vowel">, readonly number[]>>;
  readonly cases: Readonly<
    Record<"lowercase" | "uppercase" | "capitalize", readonly (readonly [string, string])[]>
  >;
  readonly endings: string;
  readonly beginnings: string;
}

const run = spawnSync("python3", ["-c", PYTHON], { encoding: "utf8", maxBuffer: 1 << 26 });
const facts: Facts = JSON.parse(run.stdout);
const points = Array.from({ length: 0x110000 }, (_, i) => i)
  .filter((i) => i < 0xd800 || i >= 0xe000)
  .map((i) => String.fromCodePoint(i));

function give(spec: StringSpec, text: string): string {
  const [first] = distributionOf(spec, [text]);
  return typeof first?.result === "string" ? first.result : "";
}

describe("characters are what they are to Python 3.11", () => {
  it.each(["letter", "digit", "space", "uppercase", "lowercase"] as const)("%s", (name) => {
    const found: number[] = [];
    let before = false;
    for (const c of points) {
      if (matches({ kind: "starts-with", class: name }, c) === before) continue;
      found.push(c.codePointAt(0) ?? 0);
      before = !before;
    }
    expect(found).toEqual(facts.classes[name]);
  });

  it.each(["lowercase", "uppercase", "capitalize"] as const)("%s", (kind) => {
    const changed = points.map((c) => [c, give({ kind }, c)]).filter(([c, to]) => c !== to);
    expect(changed).toEqual(facts.cases[kind]);
  });

  it("a sigma ends a word after the same characters", () => {
    const ending = (before: string): string =>
      points
        .map((c) => (give({ kind: "lowercase" }, `${before}${c}Σ`).endsWith("ς") ? "1" : "0"))
        .join("");
    expect(ending("A") === facts.endings).toBe(true);
    expect(ending("") === facts.beginnings).toBe(true);
  });
});
