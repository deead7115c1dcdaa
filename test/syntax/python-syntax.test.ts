import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { pythonDefinitions } from "../../src/interpreters/answers/python-grammar.ts";
import { pythonSandbox } from "../../src/sandbox/index.ts";
import { codeLength } from "../../src/scoring/index.ts";
import { pythonSyntax } from "../../src/syntax/index.ts";
import type { PythonFacts } from "../../src/syntax/index.ts";
import { faults, forms } from "./python-snippets.ts";

// The interpreter that the sandbox takes.
const PYTHON = existsSync("/usr/bin/python3") ? "/usr/bin/python3" : "python3";

const ASK = `
import ast, json, sys, warnings
warnings.simplefilter("ignore")
def parses(source):
    try:
        ast.parse(source)
        return True
    except Exception:
        return False
verdicts = [parses(source) for source in json.load(sys.stdin)]
print(json.dumps([sys.version.split()[0], verdicts]))
`;

/** The version of Python, and whether it parses each of these. */
function asked(sources: readonly string[]): readonly unknown[] {
  const told: unknown = JSON.parse(
    execFileSync(PYTHON, ["-c", ASK], { input: JSON.stringify(sources) }).toString(),
  );
  if (!Array.isArray(told)) throw new TypeError("Expected a list");
  return told;
}

const sandbox = pythonSandbox();
afterAll(() => sandbox.close());

const readAll = (sources: readonly string[]): Promise<readonly (PythonFacts | null)[]> => {
  const python = pythonSyntax(sandbox);
  return Promise.all(sources.map((source) => python.read(source)));
};

async function read(source: string): Promise<PythonFacts> {
  const facts = await pythonSyntax(sandbox).read(source);
  if (facts === null) throw new Error("Expected a sandbox with Python");
  return facts;
}

describe("what is Python", () => {
  it("is what Python itself takes, on every form of its grammar and on what it refuses", async () => {
    const python = pythonSyntax(sandbox);
    const snippets = [...forms, ...faults];
    const facts = await Promise.all(snippets.map((source) => python.read(source)));
    const [version, verdicts] = asked(snippets);
    expect(python.parser()).toBe(`Python ${String(version)}`);
    expect(facts.map((one) => one?.kind === "valid")).toEqual(verdicts);
    const valid = facts.filter((one) => one?.kind === "valid").length;
    expect(valid).toBeGreaterThanOrEqual(300);
    expect(facts.slice(forms.length).filter((one) => one?.kind === "valid")).toEqual([]);
  });

  it.each([
    ["a null byte", "def f(x):\n    return x\0\n", 22],
    ["a lone surrogate", "x = '\ud800'\n", 5],
    ["a byte order mark", "\ufeffx = 1\n", 0],
    ["a flaw behind another one", "def f(x):\n    return x\nThis is it.\nLet's see\n", 27],
    ["a flaw behind letters beyond 16 bits", "x = '𝒳'; y = )\n", 13],
  ])("ends at %s", async (_, source, stuckAt) => {
    const facts = await read(source);
    expect(facts).toMatchObject({ kind: "invalid" });
    // Versions differ in the word that they point at, not in the line.
    const place = facts.kind === "invalid" ? facts.stuckAt : NaN;
    expect(source.slice(0, place).split("\n").length).toBe(
      source.slice(0, stuckAt).split("\n").length,
    );
    expect(source.slice(place).length).toBeGreaterThan(0);
  });

  it("is not run", async () => {
    const facts = await read("raise SystemExit\nwhile True: pass\ndef f(x): return x\n");
    expect(facts).toMatchObject({ kind: "valid", functions: [{ name: "f" }] });
  });

  it("costs no other source its facts where one is beyond the parser", async () => {
    const bombs = [
      `x = ${"-".repeat(100_000)}1`,
      `x = ${"x + ".repeat(50_000)}1`,
      `x = ${"(".repeat(100_000)}`,
      `x = ${"[".repeat(150)}${"]".repeat(150)}`,
      "def f():\n".repeat(5_000),
      `x = 0x${"f".repeat(100_000)}`,
      "a".repeat(1_000_001),
    ];
    const facts = await readAll(bombs.flatMap((bomb) => [bomb, "def f(x): return x"]));
    const fine = facts.filter((_, index) => index % 2 === 1);
    expect(fine.map((one) => one?.kind)).toEqual(bombs.map(() => "valid"));
    const kinds = facts.filter((_, index) => index % 2 === 0).map((one) => one?.kind);
    expect(kinds).toEqual([
      "invalid",
      "invalid",
      "invalid",
      "valid",
      "invalid",
      "valid",
      "invalid",
    ]);
  });

  it("is left to the grammar where no Python is at hand", async () => {
    const python = pythonSyntax(undefined);
    expect(python.parser()).toBeNull();
    expect(await python.read("x")).toBeNull();
    expect(python.parser()).toBe("grammar");
  });
});

describe("the functions of a program", () => {
  const found = async (source: string): Promise<unknown> => {
    const facts = await read(source);
    return facts.kind === "valid"
      ? facts.functions.map(({ name, fewest, most }) => [name, fewest, most])
      : facts;
  };

  it.each<[string, unknown]>([
    ["def f(x, /, y, z=1): pass", [["f", 2, 3]]],
    ["def f(x, *y): pass", [["f", 1, Infinity]]],
    ["def f(x, *, y): pass", [["f", Infinity, Infinity]]],
    ["def f(x, *, y=1, **z): pass", [["f", 1, 1]]],
    ["async def f(x): pass", []],
    ["@a\ndef f(x): pass\nclass A:\n  def g(self): pass", [["f", 1, 1]]],
    [
      "f = lambda x, y=1: x\ng: int = lambda: 1\nh = g",
      [
        ["f", 1, 2],
        ["g", 0, 0],
      ],
    ],
    ["if 1:\n  def f(x): pass", []],
  ])("of %j", async (source, expected) => expect(await found(source)).toEqual(expected));

  it("are those that the grammar finds, with what they mention", async () => {
    const source =
      "def helper(s): return s\ndef g(x, k=helper): return [helper(y) for y in x]\nf = lambda x: g(x)\n@helper\ndef last(x):\n  def inner(z): return f(z)\n  return inner(x).g";
    const facts = await read(source);
    const own = facts.kind === "valid" ? facts.functions : [];
    const names = new Set(own.map(({ name }) => name));
    const byGrammar = pythonDefinitions(source).map((one) => ({
      ...one,
      // The grammar leaves a decorator out of the function.
      mentions: new Set(
        [...one.mentions, ...(one.name === "last" ? ["helper"] : [])].filter((name) =>
          names.has(name),
        ),
      ),
    }));
    const sorted = (list: typeof byGrammar): unknown =>
      list.map(({ mentions, ...rest }) => ({ ...rest, mentions: [...mentions].sort() }));
    const withItself = own.map((one) => ({ ...one, mentions: new Set(one.mentions) }));
    const without = (list: typeof byGrammar): typeof byGrammar =>
      list.map((one) => ({
        ...one,
        mentions: new Set([...one.mentions].filter((name) => name !== one.name)),
      }));
    expect(sorted(without(withItself))).toEqual(sorted(without(byGrammar)));
  });
});

describe("length", () => {
  it("is what the grammar counts, wherever that reads the snippet whole", async () => {
    const facts = await readAll(forms);
    let same = 0;
    const differing = forms.filter((source, index) => {
      const own = facts[index];
      const other = codeLength({ language: "python", source });
      if (own?.kind !== "valid" || other.kind !== "scored") return false;
      same += Number(own.length === other.value);
      return own.length !== other.value;
    });
    // Literals side by side are one constant, and the digits of one do not matter; the grammar takes
    // the operator `@` for a decorator's mark, and misreads `1.e-5`.
    const literals = /["'] *(?:\\\n)? *[a-zA-Z]{0,2}["']|\{x *=|7fff_|1\.e-5|1\.j| @ /u;
    expect(differing.filter((source) => !literals.test(source))).toEqual([]);
    expect(same).toBeGreaterThanOrEqual(250);
  });

  it.each<[string, number]>([
    ["def f(x):\n    return 2 * x + 1\n", 9],
    ["'''what it does'''\nimport math\nx = -3.\n", 4],
    ["if x: a\nelif y: b\nelse: c\n", 9],
    ["x = a @ b", 5],
    ["x = f'{s:=^10}'", 4],
    ["match x:\n  case [1, *_] | {'a': y}: z\n", 10],
  ])("of %j is %d", async (source, expected) =>
    expect(await read(source)).toMatchObject({ kind: "valid", length: expected }),
  );

  it("prices what is packed into a text, a number or a name by its size, and a table by its numbers", async () => {
    const facts = await readAll([
      `t = '${"a".repeat(2398)}'`,
      `t = f'${"a".repeat(2397)}'`,
      `t = 0x${"f".repeat(20_000)}`,
      `${"a".repeat(2400)} = 1`,
      `t = [${"1.5, ".repeat(1000)}]`,
    ]);
    const lengths = facts.map((one) => (one?.kind === "valid" ? one.length : null));
    expect(lengths).toEqual([102, 102, 1006, 102, 1002]);
  });
});
