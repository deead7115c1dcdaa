import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pythonDefinitions } from "../../../src/interpreters/answers/python-grammar.ts";

const ASK = `
import ast, json, sys, warnings
warnings.simplefilter("ignore")
def parses(source):
    try:
        ast.parse(source)
        return True
    except (SyntaxError, ValueError):
        return False
print(json.dumps([parses(source) for source in json.load(sys.stdin)]))
`;

/** Whether Python itself parses each of these. */
function pythonParses(sources: readonly string[]): readonly boolean[] {
  const input = JSON.stringify(sources);
  const verdicts: unknown = JSON.parse(execFileSync("python3", ["-c", ASK], { input }).toString());
  if (!Array.isArray(verdicts)) throw new TypeError("Expected a list of verdicts");
  return verdicts.map((verdict) => verdict === true);
}

function parses(source: string): boolean {
  try {
    pythonDefinitions(source);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

const PROGRAMS = [
  "import math\n\ndef f(x):\n    if x < 0.:\n        return -1. * x\n    elif x == 0:\n        return 0\n    else:\n        return math.sqrt(x) + 3.",
  "from math import sin, cos\ndef f(x: float, *, scale: float = 1_000) -> float:\n    '''A wave.'''\n    return scale * (sin(x) if x else cos(x))",
  "def helper(s):\n    out = []\n    for i, c in enumerate(s):\n        if c.isalpha(): out.append(chr(ord(c) + 1))\n        else:\n            out.append(c)  # kept\n    return ''.join(out)\n\ndef f(s):\n    return f'{helper(s)!r:>{len(s)}}'",
  "table = {\n    'a': 1, 'b': [2, 3.5e-3],\n    **{'c': (4,)},\n}\nf = lambda x, y=2: table.get(x, y)",
  "try:\n    import numpy as np\nexcept ImportError:\n    np = None\n\n@staticmethod\ndef f(x):\n    with open(x) as g, h: pass\n    while True:\n        x -= 1\n        if x < -3: break\n    return [y for y in range(3) if y % 2 == 0][::-1]",
  "def f(x):\n    match x:\n        case [1, *_]: return 1\n        case {'a': y}: return y\n    assert (n := 3) > 2, \"three\"\n    return not x and x @ x or x ** -n",
];

describe("agrees with Python", () => {
  it("on whole programs", () => {
    expect(PROGRAMS.map(parses)).toEqual(PROGRAMS.map(() => true));
    expect(pythonParses(PROGRAMS)).toEqual(PROGRAMS.map(() => true));
  });

  it("never refuses, and seldom takes, a program that was cut off anywhere", () => {
    const cuts = PROGRAMS.flatMap((source) =>
      Array.from({ length: source.length }, (_, i) => source.slice(0, i)),
    );
    const verdicts = pythonParses(cuts);
    expect(new Set(verdicts)).toEqual(new Set([true, false]));
    const differing = cuts.filter((source, i) => parses(source) !== verdicts[i]);
    expect(differing.filter((source) => !parses(source))).toEqual([]);
    // The parser takes a comma behind the last name of an import, for one.
    expect(differing.length).toBeLessThan(cuts.length / 100);
  });

  it.each([
    "print 'one'",
    "exec 'one'",
    "3 = x",
    "f(x) = 3",
    "x = 007",
    "try:\n    x\ny = 1",
    "x = 'open\ny = 1",
    "if x:\n    y\n  z",
    "def f(x):\n    if x:\n        y\n   return 1",
    "def f(x):\n    x\n\treturn 1",
    "  def f(x): return x",
    "def f(x):\nreturn x",
    "def f(x): y\n    return x",
    "def f(x) return x",
    "The function doubles its input.",
    "Let's see",
    "f(x) = 2x + 1",
    "function f(x) { return x; }",
    "```python",
  ])("that this does not parse: %j", (source) => {
    expect([parses(source), ...pythonParses([source])]).toEqual([false, false]);
  });

  it.each([
    "x = 1.\ny = [1., -2.]\nz = 1.e5",
    "x = 3;",
    "def f(x):\n    # only\n    return x # this\n# end",
    "if x: y\nelse: z",
    "x = y = 0",
    "a, *b = c",
    "x = {}\nx['a'] = 1\nx.b = 2",
    "def f(x): pass; return x",
    "é = 'λ'",
    "",
    "# nothing",
  ])("that this parses: %j", (source) => {
    expect([parses(source), ...pythonParses([source])]).toEqual([true, true]);
  });
});

it("never throws anything but a SyntaxError", () => {
  const token = fc.constantFrom(
    ..."def f ( ) : x = 1. ' \" \n \t # lambda , * return f' { } é".split(" "),
  );
  const text = fc.array(token, { maxLength: 30 }).map((tokens) => tokens.join(" "));
  fc.assert(
    fc.property(text, (source) => {
      expect([true, false]).toContain(parses(source));
    }),
  );
});
