import { formed } from "../support/formed.ts";
import { describe, expect, it } from "vitest";
import { chanceFrom } from "../../src/core/index.ts";
import type { Interpretation, Interpreter } from "../../src/contract/index.ts";
import type { NumericSpec } from "../../src/categories/numeric/index.ts";
import { openProbe } from "../../src/harness/index.ts";
import { constant, line, lookup, polynomial } from "../../src/interpreters/index.ts";
import { problemOf } from "../support/problem-of.ts";

type Answer = number | { re: number; im: number };

async function interpret(
  interpreter: Interpreter,
  spec: NumericSpec,
  budget: number | null = 64,
): Promise<{ interpretation: Interpretation; queries: number; f: (x: number) => Answer }> {
  const problem = problemOf(spec);
  const probe = openProbe({ problem, epoch: 1, budget, rounds: null });
  const interpretation = await interpreter.interpret(
    {
      probe,
      briefing: formed({ ...problem.briefing, budget }),
      chance: chanceFrom("test"),
      clock: { now: () => 0 },
      log: () => undefined,
    },
    new AbortController().signal,
  );
  const source = interpretation.code?.source ?? "function f() {}";
  const f = new Function(`${source}; return f;`)() as (x: number) => Answer;
  return { interpretation, queries: probe.usage().queries, f };
}

const cubic: NumericSpec = { kind: "polynomial", coefficients: [7, -3, 0, 0.5] };
const root: NumericSpec = { kind: "root", scale: 2, degree: 2, offset: 1, negative: "complex" };
const logarithm: NumericSpec = { kind: "logarithm", scale: 2, base: 3, offset: 1 };
const nowhere: NumericSpec = { kind: "logarithm", scale: 1, base: 2, offset: 0 };
const baselines = [constant(), line(), polynomial(), lookup()];

describe.each(baselines)("$id", (baseline) => {
  it("spends exactly the budget, and 256 queries where there is none", async () => {
    expect((await interpret(baseline, cubic, 10)).queries).toBe(10);
    expect((await interpret(baseline, cubic, null)).queries).toBe(256);
  });

  it("gives finite numbers everywhere, in and outside the domain", async () => {
    const { f } = await interpret(baseline, logarithm);
    for (const x of [-300, -128, -1, 0, 0.5, 128, 300]) expect(Number.isFinite(f(x))).toBe(true);
  });

  it("answers in complex numbers where the black box does", async () => {
    const { f } = await interpret(baseline, root, 256);
    expect(f(-100)).toEqual({ re: expect.any(Number) as number, im: expect.any(Number) as number });
  });

  it("abstains without a value to work with", async () => {
    const { interpretation } = await interpret(baseline, cubic, 0);
    expect(interpretation).toMatchObject({ code: null, abstained: true });
  });

  it("says honestly what it did, without a NaN and in a sentence", async () => {
    for (const spec of [cubic, root, logarithm]) {
      const { description } = (await interpret(baseline, spec)).interpretation;
      expect(description).toMatch(/^[A-Z].*\.$/su);
      expect(description).not.toMatch(/NaN|undefined|Infinity/u);
    }
  });

  it("works with two hundred thousand queries", async () => {
    const { interpretation, queries } = await interpret(baseline, cubic, 200_000);
    expect(queries).toBe(200_000);
    expect(interpretation.abstained).toBe(false);
  });

  it("works with a single query", async () => {
    const { interpretation } = await interpret(baseline, cubic, 1);
    if (!interpretation.abstained) expect(interpretation.code?.source).not.toMatch(/NaN/u);
    expect(interpretation.abstained).toBe(interpretation.code === null);
  });
});

describe("a budget beyond all reason", () => {
  it("is spent up to a million queries", async () => {
    expect((await interpret(constant(), cubic, 9e15)).queries).toBe(1_000_000);
  });
});

describe("what each is right about", () => {
  it("constant: a constant", async () => {
    const { f, interpretation } = await interpret(constant(), { kind: "constant", value: 12 });
    expect(f(99)).toBe(12);
    expect(interpretation.description).toContain("About 12 ");
  });

  it("line: a line, far outside the domain too", async () => {
    const { f } = await interpret(line(), { kind: "linear", slope: -2.5, intercept: 4 });
    for (const x of [-1000, 0, 3.25, 777]) expect(f(x)).toBeCloseTo(-2.5 * x + 4, 8);
  });

  it("polynomial: a polynomial, of its own degree and no higher", async () => {
    const { f, interpretation } = await interpret(polynomial(), cubic);
    for (const x of [-128, -1.5, 0, 64.25, 200]) {
      expect(f(x)).toBeCloseTo(0.5 * x ** 3 - 3 * x + 7, 4);
    }
    expect(interpretation.description).toContain("degree 3");
    expect(interpretation.description).toContain("0.5·x³");
  });

  it("lookup: the asked points exactly, and straight lines between them", async () => {
    const absolute: NumericSpec = { kind: "absolute", slope: 3, offset: 1 };
    const { f } = await interpret(lookup(), absolute, 257);
    for (const x of [-128, -3, -2.5, 0, 0.75, 128])
      expect(f(x)).toBeCloseTo(3 * Math.abs(x) + 1, 9);
  });

  it("lookup: joins over points without a value", async () => {
    const { interpretation, f } = await interpret(lookup(), nowhere, 64);
    expect(interpretation.description).toContain("32 of 64 queries had no value");
    expect(f(-50)).toBe(f(1));
  });
});
