import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Language, Score } from "../../../../src/contract/index.ts";
import { codeLength } from "../../../../src/scoring/index.ts";

const lengthOf = (language: Language, source: string): number => {
  const score = codeLength({ language, source });
  return score.kind === "scored" ? score.value : NaN;
};
const javascript = (source: string): number => lengthOf("javascript", source);
const python = (source: string): number => lengthOf("python", source);

/** The same program in both languages, and its leaves. */
const programs: readonly (readonly [string, number, string, string])[] = [
  ["a line", 9, "function f(x) { return 2 * x + 1; }", "def f(x):\n    return 2 * x + 1\n"],
  [
    "a sine",
    18,
    "function f(x) { return 1.5 * Math.sin(2 * Math.PI * x / 6.2) - 3; }",
    "import math\n\n\ndef f(x):\n    return 1.5 * math.sin(2 * math.pi * x / 6.2) - 3\n",
  ],
  [
    "a region",
    18,
    "function f(x) { if (x >= 3 && x <= 9.5) { return -4; } return Math.abs(x); }",
    "import math\ndef f(x):\n    if x >= 3 and x <= 9.5:\n        return -4\n    return math.fabs(x)\n",
  ],
  [
    "a variable",
    12,
    "function f(x) { const u = x - 1; return u * u; }",
    "def f(x):\n    u = x - 1\n    return u * u\n",
  ],
  [
    "three ways",
    20,
    "function f(x) { if (x < 0) { return 1; } else if (x < 9) { return 2; } else { return a[0]; } }",
    "def f(x):\n    if x < 0:\n        return 1\n    elif x < 9:\n        return 2\n    else:\n        return a[0]\n",
  ],
  ["a text", 5, "function f(x) { return 'abc'; }", "def f(x): return 'abc'\n"],
];

describe("codeLength", () => {
  it.each(programs)("of %s is %d in both languages", (_, length, inJavaScript, inPython) =>
    expect([javascript(inJavaScript), python(inPython)]).toEqual([length, length]),
  );

  it("counts no brackets, separators, comments, docstrings, imports or declaring words", () => {
    expect(javascript("const t = [1, 2, {a: 3}];")).toBe(javascript("t=[1,2,{a:3}]"));
    expect(javascript("/* a\nb */ let y = (((x))); // c")).toBe(3);
    expect(javascript("'use strict'; y = x")).toBe(3);
    expect(python("# a\n'''what it does,\nat length'''\ny = ((x))\n")).toBe(3);
    expect(python("y = -3.\n")).toBe(python("y = -3.0\n"));
    expect(python("from math import sin, cos as c\nimport numpy as np\ny = x\n")).toBe(3);
    expect(javascript("")).toBe(0);
  });

  it("grows by one node per constant, so that a table has its length", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true, noDefaultInfinity: true, min: 0 })), (list) => {
        const table = list.map(String).join(", ");
        expect(javascript(`const t = [${table}];`)).toBe(2 + list.length);
        expect(python(`t = [${table}]\n`)).toBe(2 + list.length);
      }),
      { numRuns: 40 },
    );
  });

  it("does not depend on spaces and line ends, nor on what names are called", () => {
    const length = javascript("function f(x){const a=2;return a*x<=3?a:-x}");
    expect(length).toBe(17);
    expect(
      javascript("function f(x)\n{\n  const a = 2;\n  return a * x <= 3 ? a : - x;\n}\n"),
    ).toBe(length);
    expect(javascript("function law(t){const rate=2;return rate*t<=3?rate:-t}")).toBe(length);
  });

  it("prices what is packed into a text, a number or a name by its size", () => {
    const packed = "1.25,-3.5,".repeat(240);
    expect(javascript(`const t = "${packed}".split(",");`)).toBe(2 + 101 + 2);
    expect(python(`t = '${packed}'.split(',')\n`)).toBe(2 + 101 + 2);
    expect(javascript(`const t = \`${packed}\`;`)).toBeGreaterThan(100);
    expect(javascript(`const t = ${"9".repeat(2400)}n;`)).toBe(2 + 101);
    expect(javascript(`const t = /${"a".repeat(2398)}/;`)).toBe(2 + 100);
    expect(javascript(`const ${"a".repeat(2400)} = 1;`)).toBe(100 + 2);
    expect(python(`t = f'${"a".repeat(2397)}'\n`)).toBe(2 + 100);
  });

  it("counts what is inserted into a text", () => {
    expect(javascript("y = `a${x + 1}b`")).toBe(3 + 3);
    expect(python("y = f'a{x + 1}b'\n")).toBe(3 + 3);
    expect(javascript("y = 'a\\n\\tb'")).toBe(3);
  });

  it.each<[string, Language, string]>([
    ["a bracket that is left open", "javascript", "function f(x) { return (x; }"],
    ["the other language", "python", "function f(x) { return x; }"],
    ["the other language", "javascript", "def f(x):\n    return x\n"],
    ["prose", "javascript", "The function doubles its input."],
    ["ten million characters", "javascript", `f = [${"1,".repeat(5_000_000)}]`],
    ["deep brackets", "javascript", `f = ${"(".repeat(200_000)}1${")".repeat(200_000)}`],
    ["deep lists", "python", `f = ${"[".repeat(200_000)}1${"]".repeat(200_000)}\n`],
    ["deep functions", "javascript", "function f(){".repeat(50_000)],
    ["deep arrows", "javascript", "((a)=>".repeat(100_000)],
    ["deep templates", "javascript", "`${".repeat(200_000)],
    ["deep patterns", "javascript", "[a,b]=[".repeat(100_000)],
    [
      "deep blocks",
      "python",
      Array.from({ length: 1400 }, (_, i) => `${" ".repeat(i)}if x:\n`).join(""),
    ],
    ["a text without end", "python", "x = '''" + "a".repeat(1_000_000)],
  ])("gives up on %s (%s) before the test's time is over", (_, language, source) => {
    const score: Score = codeLength({ language, source });
    expect(score).toMatchObject({ kind: "unscored", reason: "code-unparsable" });
  });

  it("holds a long sum and a chain of a thousand choices", () => {
    expect(javascript(`y = ${"x + ".repeat(50_000)}1`)).toBe(2 + 100_001);
    expect(javascript(`y = ${"x < 1 ? 2 : ".repeat(500)}3`)).toBe(3 + 6 * 500);
  });

  it("never throws, whatever the source", () => {
    const pieces = fc.constantFrom(
      ..."( ) [ ] { } => ` ${ ' \" \\ / * ; : , . x 1 if def return lambda \n \t # // é 😀 \u0000".split(
        " ",
      ),
    );
    const sources = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(pieces).map((p) => p.join("")),
    );
    fc.assert(
      fc.property(
        sources,
        fc.constantFrom<Language>("javascript", "python"),
        (source, language) => {
          const score = codeLength({ language, source });
          expect(
            score.kind === "scored" ? score.value >= 0 : score.reason === "code-unparsable",
          ).toBe(true);
        },
      ),
      { numRuns: 400 },
    );
  });
});
