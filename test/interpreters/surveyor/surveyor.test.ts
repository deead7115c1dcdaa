import { formed } from "../../support/formed.ts";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chanceFrom } from "../../../src/core/index.ts";
import type { Interpretation, Note, Probe } from "../../../src/contract/index.ts";
import type { NumericSpec } from "../../../src/categories/numeric/index.ts";
import { openProbe } from "../../../src/harness/index.ts";
import { surveyor } from "../../../src/interpreters/index.ts";
import type { SurveyorOptions } from "../../../src/interpreters/index.ts";
import { javascriptSandbox } from "../../../src/sandbox/index.ts";
import { arbitraryNumericSpec } from "../../laws/arbitrary-numeric-spec.ts";
import { problemOf } from "../../support/problem-of.ts";

interface Asked {
  readonly interpretation: Interpretation;
  readonly notes: readonly Note[];
  readonly queries: number;
}

async function survey(
  spec: NumericSpec,
  budget: number | null = 256,
  options: SurveyorOptions = {},
): Promise<Asked> {
  const problem = problemOf(spec);
  const probe = openProbe({ problem, epoch: 1, budget, rounds: null });
  return surveyed(probe, { ...problem.briefing, budget }, options);
}

async function surveyed(
  probe: Probe,
  briefing: ReturnType<typeof problemOf>["briefing"],
  options: SurveyorOptions = {},
): Promise<Asked> {
  const notes: Note[] = [];
  const interpretation = await surveyor(options).interpret(
    {
      probe,
      briefing: formed(briefing),
      chance: chanceFrom("test"),
      clock: { now: () => 0 },
      log: (note) => void notes.push(note),
    },
    new AbortController().signal,
  );
  return { interpretation, notes, queries: probe.usage().queries };
}

type Answer = number | { re: number; im: number };

function codeOf({ code }: Interpretation): (x: number) => Answer {
  return new Function(`${code?.source ?? "function f() {}"}; return f;`)() as (x: number) => Answer;
}

const line: NumericSpec = { kind: "linear", slope: -2.5, intercept: 4 };
const logarithm: NumericSpec = { kind: "logarithm", scale: 2, base: 3, offset: 1 };
const wave: NumericSpec = { kind: "sine", amplitude: 3, period: 0.3, shift: 1, offset: 2 };
const bell: NumericSpec = { kind: "gaussian", mean: -9.6, deviation: 3.3 };
const square: NumericSpec = { kind: "square-wave", period: 4.8, shift: 1.3 };
const noised: NumericSpec = {
  kind: "noised",
  inner: line,
  distribution: "normal",
  scale: 1,
  growth: 0,
};

describe("the laws of surveyor", () => {
  it("never throws, never spends more than its budget, and abstains only without code", async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryNumericSpec, fc.integer({ min: 0, max: 60 }), async (spec, n) => {
        const { interpretation, queries } = await survey(spec, n);
        expect(queries).toBeLessThanOrEqual(n);
        expect(interpretation.abstained).toBe(interpretation.code === null);
        expect(interpretation.description).toMatch(/^[A-Z].*\.$/su);
        expect(interpretation.description).not.toMatch(/NaN|undefined|Infinity/u);
      }),
      { numRuns: 12, endOnFailure: true },
    );
  });

  it.each([0, 1, 2, 3, 7, 12])("works with %i queries, and claims little", async (budget) => {
    const { interpretation, queries } = await survey(line, budget);
    expect(queries).toBeLessThanOrEqual(budget);
    expect(interpretation.confidence ?? 0).toBeLessThan(0.5);
    expect(interpretation.abstained).toBe(budget === 0);
  });

  it("gives the same interpretation for the same seed and answers", async () => {
    for (const spec of [wave, square, noised]) {
      const [first, second] = [await survey(spec), await survey(spec)];
      expect(second).toEqual(first);
    }
  });

  it("gives code that loads in the sandbox, in JavaScript as in a table", async () => {
    const sandbox = javascriptSandbox();
    const table: NumericSpec = {
      kind: "product",
      factors: [
        { kind: "square-wave", period: 5.7, shift: 0.2 },
        { kind: "square-wave", period: 3.1, shift: 1 },
      ],
    };
    for (const spec of [wave, table, noised]) {
      const { code } = (await survey(spec, 100)).interpretation;
      if (code === null) throw new Error("Expected code");
      const outcome = await sandbox.run({ code, inputs: [-200, -1, 0.5, 99], seed: "" });
      expect(outcome.kind).toBe("ran");
    }
    await sandbox.close();
  });

  it("stops where the probe refuses or is exhausted", async () => {
    const problem = problemOf(line);
    const closed: Probe = {
      ask: (inputs) => Promise.resolve(inputs.map(() => ({ kind: "refused", reason: "closed" }))),
      usage: () => ({ queries: 0, rounds: 0 }),
      remaining: () => ({ queries: 256, rounds: null }),
    };
    const { interpretation } = await surveyed(closed, problem.briefing);
    expect(interpretation.abstained).toBe(true);
  });

  it("ends when there are no rounds left", async () => {
    const problem = problemOf(square);
    const probe = openProbe({ problem, epoch: 1, budget: 256, rounds: 1 });
    const { interpretation } = await surveyed(probe, problem.briefing);
    expect(interpretation.confidence ?? 0).toBeLessThan(0.9);
  });
});

describe("what it finds", () => {
  it.each<[string, NumericSpec, string]>([
    ["a line", line, "f(x) = −2.5·x + 4."],
    ["a logarithm", logarithm, "f(x) = 1.82047845·log(x) + 1."],
    ["a step", { kind: "step", height: 3, atZero: 7, offset: 1 }, "f(x) = 1.5·sign(x) + 2.5."],
    ["a reciprocal", { kind: "reciprocal", scale: 8 }, "f(x) = 0.125·x^−1."],
  ])("%s, as text", async (_, spec, formula) => {
    const { interpretation } = await survey(spec);
    expect(interpretation.description).toContain(formula);
    expect(interpretation.confidence).toBeGreaterThan(0.9);
  });

  it.each<[string, NumericSpec, (x: number) => number]>([
    ["a fast wave", wave, (x) => 3 * Math.sin(((2 * Math.PI) / 0.3) * (x - 1)) + 2],
    ["a bell", bell, (x) => Math.exp(-0.5 * ((x + 9.6) / 3.3) ** 2) / 3.3 / Math.sqrt(2 * Math.PI)],
    ["a square wave", square, (x) => (Math.sin(((x - 1.3) * 2 * Math.PI) / 4.8) > 0 ? 1 : -1)],
  ])("%s, far outside as well", async (_, spec, truth) => {
    const f = codeOf((await survey(spec)).interpretation);
    for (const x of [-250.3, -13.7, -8.2, 0.4, 3.9, 120.6, 255.1])
      expect(f(x)).toBeCloseTo(truth(x), 6);
  });

  it("complex values left of a root's zero", async () => {
    const root: NumericSpec = { kind: "root", scale: 2, degree: 2, offset: 1, negative: "complex" };
    const { interpretation } = await survey(root);
    const f = codeOf(interpretation);
    expect(f(9)).toBeCloseTo(7, 9);
    expect(f(-9)).toMatchObject({ re: 1 });
    expect((f(-9) as { im: number }).im).toBeCloseTo(6, 9);
  });

  it("noise, its kind and its scale, and the law beneath it", async () => {
    const { interpretation } = await survey(noised);
    expect(interpretation.noise?.distribution).toBe("normal");
    expect(interpretation.noise?.scale).toBeGreaterThan(0.7);
    expect(interpretation.noise?.scale).toBeLessThan(1.4);
    expect(codeOf(interpretation)(100)).toBeCloseTo(-246, -1);
  });

  it("the stretch where a rule does not hold", async () => {
    const spec: NumericSpec = {
      kind: "corrupted",
      inner: line,
      regions: [{ from: 40.2, to: 61.5, replacement: { kind: "constant", value: 7 } }],
      spread: 0.1,
      scatter: "per-input",
    };
    const { interpretation } = await survey(spec);
    expect(interpretation.regions).toHaveLength(1);
    expect(interpretation.regions[0]?.from).toBeCloseTo(40.2, 2);
    expect(interpretation.regions[0]?.to).toBeCloseTo(61.5, 2);
    expect(codeOf(interpretation)(50)).toBeCloseTo(7, 0);
  });
});

describe("its configuration", () => {
  it("is data, and names the operators", () => {
    expect(surveyor({ without: ["sin"] }).configuration["operators"]).not.toContain("sin");
    expect(JSON.parse(JSON.stringify(surveyor().configuration))).toEqual(surveyor().configuration);
  });

  it("takes a concept away together with its operator", async () => {
    const { interpretation } = await survey(wave, 256, { without: ["sin"] });
    expect(interpretation.description).not.toContain("sin");
    expect(interpretation.confidence ?? 0).toBeLessThan(0.1);
  });

  it("finds a step by sign where there is no step, and by step where there is no sign", async () => {
    const step: NumericSpec = { kind: "step", height: 3, atZero: 7, offset: 1 };
    for (const without of ["step", "sign"] as const) {
      const { interpretation } = await survey(step, 256, { without: [without] });
      expect(codeOf(interpretation)(-5)).toBeCloseTo(1, 9);
      expect(codeOf(interpretation)(5)).toBeCloseTo(4, 9);
    }
  });

  it("decides the language of the code", async () => {
    const { interpretation } = await survey(line, 256, { codeLanguage: "python" });
    expect(interpretation.code?.language).toBe("python");
    expect(interpretation.code?.source).toContain("def f(x):");
  });
});

describe("its notes", () => {
  it("tell the experiments, what was supposed and what was verified", async () => {
    const { notes } = await survey(square);
    const topics = notes.map(({ topic }) => topic);
    expect(topics[0]).toBe("experiment");
    expect(topics).toContain("hypothesis");
    expect(topics.at(-1)).toBe("verified");
  });
});
