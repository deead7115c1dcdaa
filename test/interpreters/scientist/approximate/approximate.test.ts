import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluate } from "../../../../src/categories/numeric/index.ts";
import type { Law, NumericSpec } from "../../../../src/categories/numeric/index.ts";
import { approximate } from "../../../../src/interpreters/scientist/approximate/approximate.ts";
import { valueOn } from "../../../../src/interpreters/scientist/approximate/value-on.ts";
import type { Finding } from "../../../../src/interpreters/scientist/finding.ts";
import { firstLook } from "../../../../src/interpreters/scientist/first-look.ts";
import { inquiryOn } from "../inquiry-on.ts";
import { arbitraryBends } from "./arbitrary-bends.ts";

const places = Float64Array.from({ length: 900 }, (_, i) => -199 + 0.4423 * i);

function guesses(finding: Finding): Float64Array {
  return finding.kind === "table"
    ? places.map((x) => valueOn(finding.knots, x))
    : evaluate(finding.spec, places).re;
}

async function study(
  spec: NumericSpec,
  budget: number | null,
  symbolic = false,
): Promise<{ finding: Finding; queries: number; notes: readonly string[] }> {
  const { inquiry, queries, notes } = inquiryOn(spec, budget, symbolic);
  await firstLook(inquiry);
  const finding = await approximate(inquiry);
  return { finding, queries: queries(), notes: notes.map(({ text }) => text) };
}

const wobble: Law = {
  kind: "product",
  factors: [
    { kind: "tanh", amplitude: 3, period: 90, shift: 20, offset: 1 },
    { kind: "sine", amplitude: 2, period: 71, shift: 1, offset: 0.4 },
  ],
};
const remainder: Law = { kind: "modulo", divisor: 23.7, scale: 1.3, offset: 4 };

describe("an approximation", () => {
  it("is a network itself, to rounding, inside and outside the domain", async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryBends, async (network) => {
        const { finding } = await study(network, 256);
        const truth = evaluate(network, places).re;
        const largest = truth.reduce((most, y) => Math.max(most, Math.abs(y)), 0);
        guesses(finding).forEach((guess, i) => {
          expect(Math.abs(guess - (truth[i] ?? NaN))).toBeLessThan(1e-6 * largest);
        });
      }),
      { numRuns: 25 },
    );
  });

  it("takes any budget, and spends no more", async () => {
    for (const spec of [wobble, remainder])
      for (const budget of [1, 2, 3, 5, 9, 17, 33, 64]) {
        const { finding, queries } = await study(spec, budget);
        expect(queries).toBeLessThanOrEqual(budget);
        expect(guesses(finding).every(Number.isFinite)).toBe(true);
      }
  });

  it("says the same of the same answers", async () => {
    expect(await study(wobble, 64)).toEqual(await study(wobble, 64));
  });

  it("is no table where formulas are asked for", async () => {
    for (const spec of [wobble, remainder])
      expect((await study(spec, 128, true)).finding.kind).toBe("spec");
  });

  it("never claims to be a law where it is none", async () => {
    for (const spec of [wobble, remainder]) {
      const { finding } = await study(spec, 100);
      expect(finding.standing).toBe("approximation");
      expect(finding.confidence).toBeLessThan(0.5);
    }
  });

  it("comes closer the more it asks, and stops where nothing is left to ask", async () => {
    const truth = evaluate(wobble, places).re;
    const errors = await Promise.all(
      [16, 64, 256].map(async (budget) => {
        const { finding } = await study(wobble, budget);
        return guesses(finding).reduce((sum, guess, i) => sum + (guess - (truth[i] ?? 0)) ** 2, 0);
      }),
    );
    expect(errors).toEqual(errors.toSorted((a, b) => b - a));
    expect((await study(wobble, null)).queries).toBeLessThan(4096);
  });

  it("tells in the notebook what it did", async () => {
    const { notes } = await study(wobble, 100);
    expect(notes.at(1)).toMatch(/No law of the vocabulary explains the \d+ answers/u);
    expect(notes.join(" ")).not.toMatch(/NaN|undefined/u);
  });
});

describe("few straight lines in turn", () => {
  it.each<readonly [string, Law]>([
    [
      "a moved absolute value",
      {
        kind: "compose",
        outer: { kind: "absolute", slope: 2.5, offset: -3 },
        inner: { kind: "linear", slope: 1, intercept: -41.3 },
      },
    ],
    [
      "a moved leaky ReLU",
      {
        kind: "compose",
        outer: { kind: "leaky-relu", slope: 3, leak: 0.4, offset: 7.1 },
        inner: { kind: "linear", slope: 1, intercept: 17.2 },
      },
    ],
    [
      "a moved step",
      {
        kind: "compose",
        outer: { kind: "step", height: 3, atZero: 1, offset: 7.1 },
        inner: { kind: "linear", slope: 1, intercept: -17.2 },
      },
    ],
    [
      "a moved rectangle",
      {
        kind: "compose",
        outer: { kind: "rectangle", width: 8.6 },
        inner: { kind: "linear", slope: 1, intercept: 33.3 },
      },
    ],
  ])("are %s, parameter by parameter", async (_, law) => {
    const { finding } = await study(law, 256);
    expect(finding).toMatchObject({ kind: "spec", spec: law, standing: "exact" });
  });

  it("keep their jumps and short decimals", async () => {
    const law: Law = {
      kind: "piecewise",
      pieces: [
        { upTo: -31.4, law: { kind: "linear", slope: 0.7, intercept: -3 } },
        { upTo: 12.6, law: { kind: "constant", value: 5.5 } },
        { upTo: null, law: { kind: "linear", slope: -2.2, intercept: 8.1 } },
      ],
    };
    expect((await study(law, 256)).finding).toMatchObject({ spec: law, standing: "exact" });
  });
});
