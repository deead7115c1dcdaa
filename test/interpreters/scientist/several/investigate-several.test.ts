import { formed } from "../../../support/formed.ts";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chanceFrom } from "../../../../src/core/index.ts";
import { evaluate } from "../../../../src/categories/numeric/index.ts";
import type { Law } from "../../../../src/categories/numeric/index.ts";
import { openProbe } from "../../../../src/harness/index.ts";
import type { Finding } from "../../../../src/interpreters/scientist/finding.ts";
import { adjusted } from "../../../../src/interpreters/scientist/several/adjusted.ts";
import { investigateSeveral } from "../../../../src/interpreters/scientist/several/investigate-several.ts";
import { numericBriefing } from "../../../../src/categories/numeric/index.ts";
import { problemOf } from "../../../support/problem-of.ts";

async function study(law: Law, arity: number, budget: number | null): Promise<Finding | null> {
  const problem = { ...problemOf(law), briefing: numericBriefing(256, arity) };
  const probe = openProbe({ problem, epoch: 1, budget, rounds: null });
  return investigateSeveral(
    {
      probe,
      briefing: formed(problem.briefing),
      chance: chanceFrom("a test"),
      clock: { now: () => 0 },
      log: () => undefined,
    },
    new AbortController().signal,
  );
}

const on = (outer: Law, index: number): Law => ({
  kind: "compose",
  outer,
  inner: { kind: "argument", index },
});
const parts: readonly Law[] = [
  on({ kind: "linear", slope: 2.5, intercept: -1 }, 0),
  on({ kind: "absolute", slope: 3, offset: 4.2 }, 1),
  on({ kind: "leaky-relu", slope: -2, leak: 0.5, offset: 3 }, 2),
];
const columns = [0, 1, 2].map((axis) =>
  Float64Array.from({ length: 50 }, (_, i) => ((i * (37 + 12 * axis)) % 250) - 125.3),
);

describe("functions of several arguments", () => {
  it.each<readonly [string, Law, number]>([
    ["the sum of two", { kind: "sum", terms: parts.slice(0, 2) }, 2],
    ["the product of two", { kind: "product", factors: parts.slice(0, 2) }, 2],
    ["the sum of three", { kind: "sum", terms: parts }, 3],
    ["the product of three", { kind: "product", factors: parts }, 3],
  ])("are found exactly: %s", async (_, law, arity) => {
    const finding = await study(law, arity, 256);
    expect(finding).toMatchObject({ kind: "spec", standing: "exact" });
    if (finding?.kind !== "spec") return;
    const truth = evaluate(law, columns).re;
    evaluate(finding.spec, columns).re.forEach((y, i) => {
      expect(Math.abs(y - (truth[i] ?? NaN))).toBeLessThan(1e-6 * Math.abs(truth[i] ?? NaN) + 1e-6);
    });
  });

  it("are approximated honestly where no sum or product explains them", async () => {
    const law: Law = {
      kind: "compose",
      outer: { kind: "sine", amplitude: 3, period: 40, shift: 0, offset: 0 },
      inner: { kind: "sum", terms: parts.slice(0, 2) },
    };
    const finding = await study(law, 2, 128);
    expect(finding).toMatchObject({ kind: "spec", standing: "approximation" });
    expect(finding?.confidence).toBeLessThan(0.5);
  });

  it("take any budget", async () => {
    for (const budget of [0, 1, 2, 3, 7, 20]) {
      const finding = await study({ kind: "sum", terms: parts }, 3, budget);
      expect(finding === null).toBe(budget === 0);
    }
  });
});

describe("an adjusted law", () => {
  it.each<Law>([
    { kind: "constant", value: 3 },
    { kind: "polynomial", coefficients: [1, 2, 3] },
    { kind: "rectangle", width: 9 },
    { kind: "sine", amplitude: 3, period: 4, shift: 1, offset: 2 },
    { kind: "sum", terms: [{ kind: "floor" }, { kind: "constant", value: 4 }] },
    { kind: "sum", terms: [{ kind: "floor" }, { kind: "rectangle", width: 9 }] },
    on({ kind: "step", height: 3, atZero: 1, offset: 2 }, 0),
    {
      kind: "piecewise",
      pieces: [
        { upTo: 3, law: { kind: "floor" } },
        { upTo: null, law: { kind: "linear", slope: 2, intercept: 1 } },
      ],
    },
  ])("is its multiple, moved: $kind", (law) => {
    fc.assert(
      fc.property(
        fc.double({ min: -9, max: 9, noNaN: true }),
        fc.double({ min: -9, max: 9, noNaN: true }),
        (factor, offset) => {
          const plain = evaluate(law, columns).re;
          evaluate(adjusted(law, factor, offset), columns).re.forEach((y, i) => {
            const wanted = factor * (plain[i] ?? NaN) + offset;
            expect(Math.abs(y - wanted)).toBeLessThan(1e-7 * Math.max(1, Math.abs(wanted)));
          });
        },
      ),
      { numRuns: 30 },
    );
  });
});
