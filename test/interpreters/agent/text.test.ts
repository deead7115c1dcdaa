import { formed } from "../../support/formed.ts";
import type { Briefing } from "../../../src/contract/index.ts";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Domain, StatedNoise } from "../../../src/contract/index.ts";
import { statedConfidence, statedNoise } from "../../../src/interpreters/agent/stated.ts";
import { textDialect } from "../../../src/interpreters/agent/text-dialect.ts";
import { pythonSyntax } from "../../../src/syntax/index.ts";
import { numericBriefing } from "../../../src/categories/numeric/index.ts";
import { stringBriefing } from "../../../src/categories/strings/index.ts";
import { headed, interview, uppercase } from "./interview.ts";

const block = (...lines: readonly string[]): string => ["```ask", ...lines, "```"].join("\n");

function movesIn(text: string, about: Briefing = numericBriefing(10)) {
  const briefing = formed(about);
  const message = { role: "assistant", text, toolCalls: [], reasoning: [] } as const;
  return textDialect({ briefing, mayAsk: true, python: pythonSyntax(undefined) }).read(message);
}

describe("a model that writes", () => {
  it("asks, is told, and answers", async () => {
    const { heard, interpretation, requests } = await interview(
      [`I try two.\n${block("0", "1.5")}`, `${headed}\n[NOISE] normal 2\n[CONFIDENCE] 80 %`],
      { dialect: "text" },
    );
    expect(requests[0]?.tools).toBeUndefined();
    expect(heard(2)).toBe("f(0) -> 1\nf(1.5) -> 4\n\nQueries left: 8. Replies left: 5.");
    expect(interpretation).toMatchObject({
      description: "The line 2x + 1.",
      code: { language: "python", entry: "f" },
      noise: { distribution: "normal", scale: 2 },
      confidence: 0.8,
    });
  });

  it("asks for texts", async () => {
    const { heard } = await interview(
      [
        block('"a b"', "plain", '""'),
        "[DESCRIPTION] Upper case.\n[CODE]\ndef f(s):\n    return s.upper()",
      ],
      { dialect: "text" },
      { spec: uppercase },
    );
    expect(heard(2)).toContain('f("a b") -> "A B"\nf("plain") -> "PLAIN"\nf("") -> ""');
  });

  it("that answers before it has seen what it asked for is shown it first", async () => {
    const { queries, requests } = await interview([`${block("1")}\nf(1) = 9\n${headed}`, headed], {
      dialect: "text",
    });
    expect(queries).toBe(1);
    expect(requests).toHaveLength(2);
  });

  it("that goes on asking after its answer is not heard", async () => {
    const { queries, interpretation } = await interview([`${headed}\n${block("1")}`], {
      dialect: "text",
    });
    expect(queries).toBe(0);
    expect(interpretation.code).not.toBeNull();
  });

  it("that asks for something else is told what was expected, at no cost", async () => {
    const { queries, heard } = await interview([block("1", "two"), headed], { dialect: "text" });
    expect(queries).toBe(0);
    expect(heard(2)).toContain("Expected a block with one input a line: from 1 to 256 inputs");
  });

  it("has calls of tools that it was not given left out", async () => {
    const { requests } = await interview(
      [{ text: "Hm.", calls: [{ tool: "ask", arguments: { inputs: [1] } }] }, headed],
      { dialect: "text" },
    );
    expect(requests[1]?.messages.at(-2)).toMatchObject({ toolCalls: [] });
    expect(requests[1]?.messages.at(-1)).toMatchObject({ role: "user" });
  });
});

describe("an answer under headings", () => {
  const code = "function f(x) {\n  return 2 * x + 1;\n}";

  it.each([
    [
      "below them",
      `[DESCRIPTION]\nA line.\n\n[CODE]\n${code}\n\n[NOISE]\nnormal, 0.5\n\n[CONFIDENCE]\n0.7`,
    ],
    [
      "beside them",
      `[DESCRIPTION] A line.\n[CODE]:\n${code}\n[NOISE]: normal 0.5\n[CONFIDENCE]: 70 %`,
    ],
    [
      "in another order",
      `[CONFIDENCE]\n0.7\n[NOISE]\nnormal 0.5\n[DESCRIPTION]\nA line.\n[CODE]\n${code}`,
    ],
    [
      "in a fence",
      `**[DESCRIPTION]**\nA line.\n[NOISE]\nnormal 0.5\n[CODE]\n\`\`\`javascript\n${code}\n\`\`\`\n[CONFIDENCE]\n7/10`,
    ],
  ])("has each part %s", async (_, text) => {
    const [move] = await movesIn(text);
    expect(move).toMatchObject({
      complaint: null,
      interpretation: {
        description: "A line.",
        code: { language: "javascript", source: code },
        noise: { distribution: "normal", scale: 0.5 },
        confidence: 0.7,
      },
    });
  });

  it.each<[string, number | null]>([
    ["0.85", 0.85],
    ["about 0.7", 0.7],
    ["85", 0.85],
    ["85 percent sure", 0.85],
    ["7 out of 10", 0.7],
    [".5", 0.5],
    ["1", 1],
    ["9e-1", 0.9],
    ["1000", null],
    ["high", null],
    ["-0.5", null],
  ])("says %s of its confidence", (words, share) => {
    expect(statedConfidence(words)).toBe(share);
  });

  it.each<[string, StatedNoise | null]>([
    ["none", { distribution: "none", scale: null }],
    ["No noise in 3 repeats.", { distribution: "none", scale: null }],
    ["normal, standard deviation about 1e-3", { distribution: "normal", scale: 0.001 }],
    ["It looks Gaussian, with sd 0.5", { distribution: "normal", scale: 0.5 }],
    ["uniform on [-1, 1]", { distribution: "uniform", scale: 1 }],
    ["poisson", { distribution: "poisson", scale: null }],
    ["There may be some.", null],
  ])("says %s of its noise", (words, noise) => {
    expect(statedNoise(words)).toEqual(noise);
  });
});

describe("what a model thinks aloud", () => {
  it.each([
    `<think>I could ask\n${block("5", "6")}\nor not.</think>\n${block("1", "2")}`,
    `I could ask\n${block("5", "6")}\n</think>\n${block("1", "2")}`,
    `${block("1", "2")}\n<thinking>and then\n${block("5")}`,
  ])("asks nothing", async (text) => {
    expect(await movesIn(text)).toEqual([{ kind: "ask", inputs: [1, 2] }]);
  });

  it("is no question where it is prose", async () => {
    expect(await movesIn("Ask: what happens at 5?", stringBriefing(10))).toEqual([]);
  });
});

describe("a block that asks", () => {
  it.each<[string, string, unknown]>([
    ["lines", block("1", "-2.5e1", ".5"), [1, -25, 0.5]],
    ["commas", block("1, 2,3"), [1, 2, 3]],
    ["JSON", block("[1, 2]"), [1, 2]],
    ["one line", "ask: 1 2", [1, 2]],
    ["a fence with everything on it", "```ask 1, 2```", [1, 2]],
    ["no end", "```ask\n1\n2", [1, 2]],
    ["tildes and capitals", "~~~ASK\n7\n~~~", [7]],
  ])("may have %s", async (_, text, inputs) => {
    expect(await movesIn(text)).toEqual([{ kind: "ask", inputs }]);
  });

  it("holds an input of several numbers a line", async () => {
    const briefing = numericBriefing(10, 2);
    const rows = [[1, 2], [3, 4]]; // prettier-ignore
    for (const text of [
      block("1, 2", "(3, 4)"),
      block("[[1, 2], [3, 4]]"),
      block("[1,2]", "[3,4]"),
    ])
      expect(await movesIn(text, briefing)).toEqual([{ kind: "ask", inputs: rows }]);
    expect(await movesIn(block("[1, 2]"), briefing)).toEqual([{ kind: "ask", inputs: [[1, 2]] }]);
  });

  it("holds an input of two texts a line", async () => {
    const asked = await movesIn(block('"a", "b"', '["c", ""]'), stringBriefing(10, 2));
    expect(asked).toEqual([{ kind: "ask", inputs: [["a", "b"], ["c", ""]] }]); // prettier-ignore
  });

  it("gives back any texts that are written as JSON", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string(), { minLength: 1, maxLength: 5 }), async (texts) => {
        const lines = texts.map((text) => JSON.stringify(text));
        expect(await movesIn(block(...lines), stringBriefing(10))).toEqual([
          { kind: "ask", inputs: texts },
        ]);
      }),
    );
  });

  it("gives back any numbers", async () => {
    const anyNumber = fc.double({ noNaN: true, noDefaultInfinity: true });
    await fc.assert(
      fc.asyncProperty(fc.array(anyNumber, { minLength: 1, maxLength: 5 }), async (xs) => {
        expect(await movesIn(block(...xs.map(String)))).toEqual([
          { kind: "ask", inputs: xs.map((x) => Number(String(x))) },
        ]);
      }),
    );
  });

  it("is never thrown at, whatever a model writes", async () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(
        "```ask\n",
        "```",
        "\n",
        "[DESCRIPTION]",
        "[CODE]",
        "ask: ",
        "~~~",
        "[NOISE] 3",
        "[",
      ),
    );
    const anyText = fc.array(piece, { maxLength: 12 }).map((parts) => parts.join(""));
    const domains: readonly Domain["kind"][] = ["numeric", "strings"];
    await fc.assert(
      fc.asyncProperty(anyText, fc.constantFrom(...domains), async (text, kind) => {
        const briefing = kind === "numeric" ? numericBriefing(10) : stringBriefing(10);
        expect(Array.isArray(await movesIn(text, briefing))).toBe(true);
      }),
    );
  });
});
