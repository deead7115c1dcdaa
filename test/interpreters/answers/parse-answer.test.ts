import { readdir } from "node:fs/promises";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { parseAnswer } from "../../../src/interpreters/answers/parse-answer.ts";
import type { ParsedAnswer } from "../../../src/interpreters/answers/parse-answer.ts";
import { pythonSandbox } from "../../../src/sandbox/index.ts";
import { pythonSyntax } from "../../../src/syntax/index.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const DOUBLE = "def f(x):\n    return 2 * x";

function fenced(source: string, info = "python"): string {
  return `\`\`\`${info}\n${source}\n\`\`\``;
}

const sandbox = pythonSandbox();
afterAll(() => sandbox.close());

describe.each([
  ["a grammar", pythonSyntax(undefined), 1],
  ["Python itself", pythonSyntax(sandbox), 0.05],
] as const)("what is Python being decided by %s:", async (_, python, share) => {
  const runs = (count: number): number => Math.ceil(share * count);

  function parse(text: string, arity = 1): Promise<ParsedAnswer> {
    return parseAnswer(text, { arity, python });
  }

  function answer(...lines: readonly string[]): Promise<ParsedAnswer> {
    return parse(lines.join("\n"));
  }

  describe("laws", () => {
    it("takes any text", async () => {
      const noise = fc.constantFrom(
        "[CODE]:",
        "[DESCRIPTION]",
        "[domain] ",
        "```",
        "```python\n",
        "~~~",
        "COMMAND:",
        "PYTHON(",
        "def f(x):",
        " return x",
        "f'{",
        "\r\n",
        "    ",
        "=>",
        "é\u{1d4b3}",
      );
      const text = fc.oneof(
        fc.string({ unit: "binary", maxLength: 300 }),
        fc.array(fc.oneof(noise, fc.string()), { maxLength: 40 }).map((parts) => parts.join("")),
      );
      await fc.assert(
        fc.asyncProperty(text, async (raw) => {
          const { description, code, preamble } = await parse(raw);
          const seen = raw.replaceAll(/\r\n?/gu, "\n");
          expect(seen).toContain(description);
          expect(seen).toContain(preamble);
          if (code !== null) expect(code.source).toContain(code.entry);
        }),
        { numRuns: runs(2_000) },
      );
    });

    const words = fc
      .array(fc.stringMatching(/^[a-zA-Zéλ𝒳.,;0-9=+-]{1,9}$/u), { minLength: 1, maxLength: 12 })
      .map((parts) => parts.join(" "));
    const name = fc.stringMatching(/^[a-z]{1,8}$/u).map((text) => `${text}_1`);
    const program = fc.record({ name, slope: fc.integer(), isPython: fc.boolean() });
    const parts = fc.record({
      preamble: fc.option(words, { nil: "" }),
      description: words,
      domain: fc.option(words),
      program: fc.option(program),
      newline: fc.constantFrom("\n", "\r\n"),
      gap: fc.constantFrom(" ", "\n", "\n\n", ""),
      colon: fc.constantFrom(":", ": ", ":\n"),
    });

    it("gives back what a well-formed answer was written from", async () => {
      await fc.assert(
        fc.asyncProperty(
          parts,
          async ({ preamble, description, domain, program, newline, gap, colon }) => {
            const language = program?.isPython === true ? "python" : "javascript";
            const source = program === null ? "" : sourceOf(program);
            const text = [
              preamble,
              `[DESCRIPTION]${colon}${description}`,
              ...(domain === null ? [] : [`[DOMAIN]${colon}${domain}`]),
              ...(program === null ? [] : [`[CODE]${colon}${gap}${fenced(source, language)}`]),
            ].join("\n\n");
            expect(await parse(text.replaceAll("\n", newline))).toEqual({
              preamble: preamble.trim(),
              description: description.trim(),
              domain: domain === null ? null : domain.trim(),
              code: program === null ? null : { language, source, entry: program.name },
              remarks: program === null ? ["It has no code."] : [],
            });
          },
        ),
        { numRuns: runs(100) },
      );
    });

    it("reads the same code with a fence and without", async () => {
      await fc.assert(
        fc.asyncProperty(program, words, async ({ name, slope }, after) => {
          const source = sourceOf({ name, slope, isPython: true });
          const prose = `Let's see: ${after}`;
          const open = await answer("[DESCRIPTION]: a line", "[CODE]:", source, "", prose);
          const closed = await answer("[DESCRIPTION]: a line", "[CODE]:", fenced(source), prose);
          expect(open.code).toEqual(closed.code);
          expect(open.code?.entry).toBe(name);
        }),
        { numRuns: runs(100) },
      );
    });

    function sourceOf(one: { name: string; slope: number; isPython: boolean }): string {
      return one.isPython
        ? `def ${one.name}(x):\n    y = ${one.slope} * x\n    return y`
        : `function ${one.name}(x) {\n  return ${one.slope} * x;\n}`;
    }
  });

  describe("headings", () => {
    it.each([
      ["as asked", "[DESCRIPTION]: a line\n[DOMAIN]: all\n[CODE]:\n"],
      ["in lower case", "[description]: a line\n[domain]: all\n[code]:\n"],
      ["without colons", "[DESCRIPTION] a line\n[DOMAIN] all\n[CODE] "],
      ["on lines of their own", "[DESCRIPTION]\na line\n\n[DOMAIN]\nall\n\n[CODE]\n"],
      ["in bold", "**[DESCRIPTION]:** a line\n**[DOMAIN]**: all\n## [CODE]\n"],
      ["on one line", "[DESCRIPTION]: a line [DOMAIN]: all [CODE]: "],
      ["with a blank before the colon", "[DESCRIPTION] : a line\n[DOMAIN] : all\n[CODE] :\n"],
      ["with more words for code", "[DESCRIPTION]: a line\n[DOMAIN]: all\n[CODE_WITH_CASES]:\n"],
      ["with a part of code", "[DESCRIPTION]: a line\n[DOMAIN]: all\n[Code Block]:\n"],
    ])("are read %s", async (_, head) => {
      const code = { language: "python", source: DOUBLE, entry: "f" };
      expect(await parse(head + fenced(DOUBLE))).toMatchObject({
        description: "a line",
        domain: "all",
        code,
      });
    });

    it("may be missing: the words before the code are the description", async () => {
      expect((await answer("It doubles.", "[CODE]:", fenced(DOUBLE))).description).toBe(
        "It doubles.",
      );
      expect((await answer("It doubles.", fenced(DOUBLE), "Done.")).description).toBe(
        "It doubles.",
      );
      expect(await parse("It doubles.")).toMatchObject({
        description: "It doubles.",
        preamble: "",
      });
    });

    it("count last where the description is given twice", async () => {
      const draft = "[DESCRIPTION]: perhaps a square";
      const read = await answer(
        "So far:",
        draft,
        "No.",
        "[DESCRIPTION]: a line",
        "[CODE]: ",
        DOUBLE,
      );
      expect(read).toMatchObject({ description: "a line", preamble: `So far:\n${draft}\nNo.` });
    });

    it("are no headings in the middle of a sentence or in code", async () => {
      expect((await answer("[DESCRIPTION]: the [CODE] below shows it")).description).toBe(
        "the [CODE] below shows it",
      );
      const source = 'def f(x):\n    # [DESCRIPTION]: no\n    return "[DOMAIN]: none"';
      expect(await answer("[DESCRIPTION]: a text", "[CODE]:", fenced(source))).toMatchObject({
        description: "a text",
        domain: null,
        code: { source },
      });
    });
  });

  describe("what goes on after the answer", () => {
    it.each(["COMMAND: PYTHON(f.py 1 2)", "Once more: PYTHON(f.py 3)", "COMMAND: ask 4"])(
      "is cut off at %s",
      async (command) => {
        const later = fenced("def g(x):\n    return 0");
        const read = await answer(
          "[DESCRIPTION]: a line",
          "[CODE]:",
          fenced(DOUBLE),
          command,
          later,
        );
        expect(read.code?.entry).toBe("f");
        expect(read.remarks).toEqual(["It goes on experimenting; that part was cut off."]);
        expect((await answer("It is a line.", command)).description).not.toContain(command);
      },
    );

    it("is no matter inside a fence, and none of what stands before the answer", async () => {
      const source = `${DOUBLE}\n# PYTHON(f(2)) gives 4`;
      expect((await answer("[CODE]:", fenced(source))).code?.source).toBe(source);
      const read = await answer("COMMAND: PYTHON(f.py 1)", "[DESCRIPTION]: a line");
      expect(read).toMatchObject({ description: "a line", remarks: ["It has no code."] });
    });
  });

  describe("code", () => {
    const javascript = "const f = (x) => 2 * x;";
    it.each([
      ["python", "python", DOUBLE, "python"],
      ["py", "python", DOUBLE, "py"],
      ["python3", "python", DOUBLE, "Python3"],
      ["Python without a name", "python", DOUBLE, ""],
      ["javascript", "javascript", javascript, "javascript"],
      ["js", "javascript", javascript, "js"],
      ["JavaScript without a name", "javascript", javascript, ""],
      ["a stray name", "python", DOUBLE, "text"],
    ])("is read from a fence that says %s", async (_, language, source, info) => {
      expect((await answer("[CODE]:", fenced(source, info))).code).toEqual({
        language,
        source,
        entry: "f",
      });
    });

    it.each([
      ["on the line of the heading", `[CODE]: ${fenced(DOUBLE)}`],
      ["that is indented", `[CODE]:\n    ${fenced(DOUBLE).replaceAll("\n", "\n    ")}`],
      ["of tildes", `[CODE]:\n~~~python\n${DOUBLE}\n~~~`],
      ["of four marks", `[CODE]:\n\`\`\`\`python\n${DOUBLE}\n\`\`\`\``],
      ["that ends on the last line of code", `[CODE]:\n\`\`\`python\n${DOUBLE}\`\`\``],
      ["with prose behind it", `[CODE]:\n${fenced(DOUBLE)} Please note that f is a guess.`],
      ["in front of examples without a def", `[CODE]:\n${fenced(DOUBLE)}\n${fenced("f(2)")}`],
      ["in front of one that does not parse", `[CODE]:\n${fenced(DOUBLE)}\n${fenced("def g(x:")}`],
      ["behind an earlier try", `[CODE]:\n${fenced("def g(x): return 1")}\n${fenced(DOUBLE)}`],
      ["behind one that was not closed", `[CODE]:\n\`\`\`\nf(1) is 2\n${fenced(DOUBLE)}`],
    ])("is read from a fence %s", async (_, text) => {
      expect((await parse(text)).code).toEqual({ language: "python", source: DOUBLE, entry: "f" });
    });

    it("is read from one line", async () => {
      const { code } = await answer("[CODE]: ```def f(x): return 2 * x```");
      expect(code).toEqual({ language: "python", source: "def f(x): return 2 * x", entry: "f" });
    });

    it("is read from a fence that is not closed, with whatever follows", async () => {
      const open = await answer("[CODE]:", "```python", DOUBLE, "", "That's my answer, isn't it?");
      expect(open).toMatchObject({
        code: { source: DOUBLE },
        remarks: ["It has no [DESCRIPTION].", "The fence around its code is not closed."],
      });
      const next = await answer("[CODE]:", "```python", DOUBLE, "[DESCRIPTION]: a line");
      expect(next).toMatchObject({ code: { source: DOUBLE }, description: "a line" });
    });

    it.each([
      ["below the heading", `[CODE]:\n${DOUBLE}`, DOUBLE],
      ["beside it, far to the right", "[CODE]: def f(x):\n            return x", undefined],
      [
        "in an indented answer",
        "    [CODE]: def f(x):\n        return x\n    So it's done.",
        undefined,
      ],
      ["behind a sentence", `[CODE]: Here's what I'd write:\n\n${DOUBLE}`, DOUBLE],
      [
        "with an import",
        `[CODE]:\n\nimport math\n\n${DOUBLE}\n\nIt's close.`,
        `import math\n\n${DOUBLE}`,
      ],
      ["in JavaScript", "[CODE]:\nfunction f(x) {\n  return x;\n}\nIt's close.", undefined],
      ["in front of a fence", `[CODE]:\n${DOUBLE}\nUse it so:\n${fenced("f(2)")}`, DOUBLE],
    ])("is read without a fence %s", async (_, text, source) => {
      const read = await parse(text);
      expect(read.code?.entry).toBe("f");
      if (source !== undefined) expect(read.code?.source).toBe(source);
      expect(read.remarks).toContain("There is no fence around its code.");
    });

    it("is never half a function", async () => {
      const cut = "def f(x):\n    if x > 3:\n        return 1\n    elif x <";
      expect((await answer("[CODE]:", cut)).code).toBeNull();
      expect((await answer("[CODE]:", "```python", cut)).code).toBeNull();
      expect((await answer("[CODE]:", DOUBLE, cut.replace("f(", "g("))).code?.source).toBe(DOUBLE);
    });

    it("of the answer goes before code of a draft, which stands in where there is none", async () => {
      const draft = fenced("def g(x): return 1");
      expect((await answer(draft, "[DESCRIPTION]: a line", "[CODE]:", DOUBLE)).code?.entry).toBe(
        "f",
      );
      expect((await answer(draft, "[DESCRIPTION]: a line")).code?.entry).toBe("g");
    });

    it("is none where there is none", async () => {
      expect(await answer("[DESCRIPTION]: a line", "[CODE]:", "f(x) = 2x")).toMatchObject({
        code: null,
        remarks: ["Code was refused: it does not parse."],
      });
      expect((await answer("[CODE]:", fenced("y = 3"))).remarks).toContain(
        "Code was refused: it defines no function.",
      );
    });
  });

  describe("the function to call", () => {
    it.each([
      ["the only one", "def only(x): return x", "only"],
      ["the one that calls", "def main(x): return help(x)\ndef help(x): return x", "main"],
      ["the one that hands on", "def main(x): return map(help, x)\ndef help(x): return x", "main"],
      ["the last of several", "def a(x): return 1\ndef b(x): return 2", "b"],
      [
        "not one inside another",
        "def main(x):\n    def inner(y): return y\n    return inner(x)",
        "main",
      ],
      ["one that calls itself", "def main(x): return main(x - 1) if x > 0 else 0", "main"],
      ["the last of a circle", "def a(x): return b(x)\ndef b(x): return a(x)", "b"],
      ["one with defaults", "def main(x, shift=3, *rest, key=1, **more): return x", "main"],
      ["one by position", "def main(x, /): return x", "main"],
      ["a decorated one", "@cache\ndef main(x): return x", "main"],
      ["a lambda", "main = lambda x, y=1: x + y", "main"],
      ["the later of the same name", "def main(x, y): return x\ndef main(x): return x", "main"],
      [
        "one before top-level statements",
        "def main(x): return x\nfor i in [1]: print(main(i))",
        "main",
      ],
      ["one with hints", "def main(x: float = 0.) -> float:\n    return -1. * x", "main"],
      ["a declaration", "function main(x, y = 1, ...rest) { return x; }", "main"],
      ["an arrow", "const help = (x) => x;\nconst main = (x) => help(x);", "main"],
      ["an expression", "let main = function (x) { return x; }", "main"],
      ["an assignment", "main = x => x", "main"],
      ["one that looks at nothing", "function main() { return 4; }", "main"],
    ])("is %s", async (_, source, entry) => {
      expect((await answer("[CODE]:", fenced(source, ""))).code?.entry).toBe(entry);
    });

    it.each([
      "def f(x, shift): return x",
      "def f(): return 1",
      "def f(x, *, key): return x",
      "def f(x, *rest, key): return x",
      "async def f(x): return x",
      "class A: pass",
      "function f(x, shift) { return x; }",
      "async function f(x) { return x; }",
      "function* f(x) { yield x; }",
      "const f = async (x) => x;",
      "def g(x): return x\ndef f(x, y): return g(x)",
    ])("is none in `%s`", async (source) => {
      expect((await answer("[CODE]:", fenced(source, ""))).code).toBeNull();
    });

    it("takes as many arguments as it is asked for", async () => {
      const text = fenced("def g(x): return x\ndef f(x, y): return g(x) + y");
      expect((await parse(text, 2)).code?.entry).toBe("f");
      expect((await parse(text, 3)).remarks).toContain(
        "Code was refused: `f` cannot be called with 3 arguments.",
      );
    });
  });

  describe("hostile text", () => {
    it("is not run", async () => {
      const folder = await temporaryFolder();
      const python = `open(${JSON.stringify(`${folder}/a`)}, "w")\ndef f(x): return x`;
      const script = `require("fs").writeFileSync(${JSON.stringify(`${folder}/b`)}, "");\nfunction f(x) {}`;
      expect((await answer("[CODE]:", fenced(python))).code?.entry).toBe("f");
      expect((await answer("[CODE]:", fenced(script, "js"))).code?.entry).toBe("f");
      expect(await readdir(folder)).toEqual([]);
    });

    const bombs: readonly [string, string][] = [
      ["ten megabytes of prose", "It is a line, isn't it? ".repeat(420_000)],
      ["ten megabytes of empty lines", "\n".repeat(10_000_000)],
      ["ten megabytes of code", `[CODE]:\n${"x = 1\n".repeat(1_700_000)}`],
      ["ten megabytes of headings", "[DESCRIPTION]: a [CODE]: b\n".repeat(380_000)],
      ["a hundred thousand fences", "```python\ndef f(x): return (\n```\n".repeat(100_000)],
      ["a hundred thousand open fences", "```python\n".repeat(100_000)],
      ["deep brackets", `[CODE]:\ndef f(x):\n    return ${"(".repeat(60_000)}`],
      ["deep brackets that close", `[CODE]:\nx = ${"[".repeat(50_000)}${"]".repeat(50_000)}`],
      [
        "deep functions",
        Array.from({ length: 400 }, (_, i) => `${" ".repeat(i)}def f(x):`).join("\n"),
      ],
      ["texts within texts", `[CODE]:\n${"f'{".repeat(40_000)}`],
      ["signs", `[CODE]:\nx = ${"-".repeat(100_000)}1`],
      ["an open bracket before many lines", `[CODE]:\n${DOUBLE}\n${"x = (\n".repeat(20_000)}`],
      ["many short functions", `[CODE]:\n${"def f(): 0\n".repeat(11_000)}`],
      ["many statements on a line", `[CODE]:\n\`\`\`\ndef f(x):\n  ${"a;".repeat(60_000)}\n\`\`\``],
      ["many commands", "COMMAND: PYTHON(".repeat(600_000)],
    ];
    it.each(bombs)("is read before the test's time is over: %s", async (_, text) => {
      expect((await parse(text)).description.length).toBeLessThanOrEqual(text.length);
    });

    it("says where a text was too long", async () => {
      const { remarks } = await parse(`[DESCRIPTION]: ${"a".repeat(2_000_000)}`);
      expect(remarks).toContain("It is too long; only its beginning was read.");
    });
  });
});
