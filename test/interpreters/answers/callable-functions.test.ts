import { describe, expect, it } from "vitest";
import { callableFunctions } from "../../../src/interpreters/index.ts";
import { pythonSyntax } from "../../../src/syntax/index.ts";

const python = pythonSyntax(undefined);
const names = (...found: readonly string[]): unknown => ({ kind: "read", names: found });

describe("the functions that may be meant to be called", () => {
  it.each([
    ["the only one", "def f(x):\n    return x\n", names("f")],
    [
      "the one that calls the others",
      "def g(x):\n    return x\ndef f(x):\n    return g(x)\n",
      names("f"),
    ],
    [
      "not one that takes another number",
      "def g(x, y):\n    return x\ndef f(x):\n    return x\n",
      names("f"),
    ],
    [
      "what only a main calls",
      "def f(x):\n    return x\ndef main():\n    print(f(1))\nmain()\n",
      names("f"),
    ],
    [
      "a helper of a helper stays one",
      "def a(x):\n    return x\ndef b(x, y):\n    return a(x)\ndef f(x):\n    return b(x, x)\n",
      names("f"),
    ],
    ["both of two", "def f(x):\n    return x\ndef g(x):\n    return x\n", names("f", "g")],
    ["one that calls itself", "def f(x):\n    return f(x - 1)\n", names("f")],
    [
      "both of two that call each other",
      "def f(x):\n    return g(x)\ndef g(x):\n    return f(x)\n",
      names("f", "g"),
    ],
    ["none", "x = 3\n", names()],
    ["the later of one name", "def f(x, y):\n    return x\ndef f(x):\n    return x\n", names("f")],
  ])("in Python: %s", async (_, source, expected) => {
    expect(await callableFunctions(source, "python", 1, python)).toEqual(expected);
  });

  it.each([
    ["a declaration", "function f(x) { return x; }", names("f")],
    ["an arrow", "const g = (x) => x;\nconst f = (x) => g(x);", names("f")],
    ["nothing that is asynchronous", "async function f(x) { return x; }", names()],
  ])("in JavaScript: %s", async (_, source, expected) => {
    expect(await callableFunctions(source, "javascript", 1, python)).toEqual(expected);
  });

  it("says on which line it was stuck", async () => {
    const source = "def f(x):\n    return x\ndef g(:\n    pass\n";
    expect(await callableFunctions(source, "python", 1, python)).toEqual({
      kind: "unreadable",
      line: 3,
    });
  });

  it("looks for so many arguments", async () => {
    const source = "def f(x):\n    return x\ndef g(x, y):\n    return x\n";
    expect(await callableFunctions(source, "python", 2, python)).toEqual(names("g"));
  });
});
