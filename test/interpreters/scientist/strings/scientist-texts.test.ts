import { afterAll, describe, expect, it } from "vitest";
import { describeText, distributionOf } from "../../../../src/categories/strings/index.ts";
import type { StringSpec } from "../../../../src/categories/strings/index.ts";
import { javascriptSandbox } from "../../../../src/sandbox/index.ts";
import type { Interpretation, Sandbox } from "../../../../src/contract/index.ts";
import { servedBy, studied } from "./questioning-texts.ts";

const sound = { reading: "sound" } as const;
const released = { reading: "released" } as const;

const laws: readonly (readonly [string, StringSpec])[] = [
  ["one operation", { kind: "reverse" }],
  ["one with a letter", { kind: "insert-letter", letter: "q" }],
  ["a suffix", { kind: "append", suffix: "kLm" }],
  ["an alphabet", { kind: "map-letters", alphabet: "qwertyuiopasdfghjklzxcvbnm" }],
  [
    "two operations",
    { kind: "chain", steps: [{ kind: "remove-digits" }, { kind: "shift-up", by: 4, ...sound }] },
  ],
  [
    "an inner one that hardly shows",
    {
      kind: "chain",
      steps: [{ kind: "remove-digits" }, { kind: "find-letter", letter: "q", ...sound }],
    },
  ],
  [
    "a suffix inside",
    {
      kind: "chain",
      steps: [{ kind: "append", suffix: "xYz" }, { kind: "reverse" }],
    },
  ],
  [
    "a released oddity",
    {
      kind: "chain",
      steps: [{ kind: "uppercase" }, { kind: "shift-last-up", by: 7, ...released }],
    },
  ],
  [
    "an exception",
    {
      kind: "excepted",
      inner: { kind: "lowercase" },
      when: { kind: "starts-with", class: "digit" },
      then: { kind: "reverse" },
    },
  ],
  [
    "three operations",
    {
      kind: "chain",
      steps: [
        { kind: "reverse" },
        { kind: "insert-number", number: 4 },
        { kind: "alternate-case" },
      ],
    },
  ],
];

const pairs: readonly (readonly [string, StringSpec])[] = [
  [
    "two texts in a row",
    { kind: "joined", how: "concatenate", left: null, right: { kind: "reverse" } },
  ],
  ["two in turn", { kind: "joined", how: "interleave", left: { kind: "uppercase" }, right: null }],
  ["the longer one", { kind: "joined", how: "longer", left: null, right: { kind: "reverse" } }],
  ["what both have", { kind: "joined", how: "common", left: null, right: { kind: "lowercase" } }],
];

const hidden = [
  "",
  "a",
  "Hello World 42",
  "7 wonders",
  " spaced out ",
  "Quick zebras JUMP",
  "x1y2",
];

describe("the scientist finds", () => {
  const sandbox = javascriptSandbox({ workers: 1 });
  afterAll(() => sandbox.close());

  it.each(laws)("%s", async (_, spec) => {
    const { interpretation } = await studied(servedBy(spec));
    expect(await outputsOf(sandbox, interpretation, hidden)).toEqual(
      hidden.map((text) => truthAt(spec, [text])),
    );
    expect(interpretation.confidence).toBeGreaterThan(0.8);
  });

  it.each(pairs)("%s", async (_, spec) => {
    const { interpretation } = await studied(servedBy(spec), { texts: 2 });
    const inputs = hidden.map((text, i) => [text, hidden[(i + 2) % hidden.length] ?? ""]);
    expect(await outputsOf(sandbox, interpretation, inputs)).toEqual(
      inputs.map((texts) => truthAt(spec, texts)),
    );
  });
});

it("says that a function draws at random", async () => {
  const spec: StringSpec = {
    kind: "chain",
    steps: [{ kind: "reverse" }, { kind: "shift-any-up", ...sound }],
  };
  const { interpretation } = await studied(servedBy(spec));
  expect(interpretation.description).toContain(describeText(spec));
});

it("states an exception in words of its own", async () => {
  const [, spec] = laws.find(([name]) => name === "an exception") ?? [];
  if (spec === undefined) throw new Error("Expected such a law");
  const { interpretation } = await studied(servedBy(spec), { budget: 128 });
  expect(interpretation.exceptions).toEqual([
    "Where the text starts with a digit: f(s) reverses the text.",
  ]);
});

it("gives the same interpretation and notes to the same seed and answers", async () => {
  const spec: StringSpec = {
    kind: "chain",
    steps: [{ kind: "reverse-words" }, { kind: "swap-ends" }],
  };
  expect(await studied(servedBy(spec))).toEqual(await studied(servedBy(spec)));
});

it("tells a story of hypotheses, experiments and refutations", async () => {
  const spec: StringSpec = { kind: "count-vowels", ...sound };
  const { notes } = await studied(servedBy(spec));
  const topics = new Set(notes.map(({ topic }) => topic));
  expect([...topics]).toEqual(expect.arrayContaining(["experiment", "hypothesis", "refuted"]));
});

describe.each([0, 1, 2, 3, null])("with a budget of %s", (budget) => {
  it("answers without asking more", async () => {
    const { interpretation, queries } = await studied(servedBy({ kind: "swap-ends" }), { budget });
    expect(queries).toBeLessThanOrEqual(budget ?? 128);
    expect(interpretation.abstained).toBe(budget === 0);
  });
});

it("makes do with one round", async () => {
  const { interpretation } = await studied(servedBy({ kind: "reverse" }), { rounds: 1, budget: 8 });
  expect(interpretation.description).toContain(describeText({ kind: "reverse" }));
});

describe("where nothing fits", () => {
  const odd = (texts: readonly string[]) => {
    const [text = ""] = texts;
    return { kind: "value", value: `<${text.length * 37}:${text.slice(1, 3)}>` } as const;
  };
  it.each(["javascript", "python"] as const)(
    "says so, with %s that gives what was seen",
    async (codeLanguage) => {
      const { interpretation } = await studied(odd, { budget: 16, codeLanguage });
      expect(interpretation.description).toMatch(/No law/u);
      expect(interpretation.description).toContain("a rule that follows the answers");
      expect(interpretation.confidence).toBeLessThan(0.1);
      expect(interpretation.code?.source).toContain("seen");
    },
  );
});

it("knows a black box without answers", async () => {
  const { interpretation } = await studied(() => ({ kind: "undefined", reason: "never" }), {
    budget: 8,
  });
  expect(interpretation.confidence ?? 0).toBeLessThan(0.9);
});

async function outputsOf(
  sandbox: Sandbox,
  { code }: Interpretation,
  inputs: readonly (string | readonly string[])[],
): Promise<readonly (string | null)[]> {
  if (code === null) throw new Error("Expected code");
  const outcome = await sandbox.run({ code, inputs, seed: "test" });
  if (outcome.kind !== "ran") throw new Error(`Expected a program that runs; got ${outcome.kind}`);
  return outcome.outputs.map((output) =>
    output.kind === "value" && typeof output.value === "string" ? output.value : null,
  );
}

function truthAt(spec: StringSpec, texts: readonly string[]): string | null {
  const [only] = distributionOf(spec, texts);
  return typeof only?.result === "string" ? only.result : null;
}
