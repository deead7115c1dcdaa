import { describe, expect, it } from "vitest";
import { sampleNoise } from "../../../../src/categories/numeric/index.ts";
import type { Law, Noised } from "../../../../src/categories/numeric/index.ts";
import { chanceFrom } from "../../../../src/core/index.ts";
import { factsOf } from "../../../../src/interpreters/scientist/noisy/facts.ts";
import type { Facts } from "../../../../src/interpreters/scientist/noisy/facts.ts";
import { leverPoints } from "../../../../src/interpreters/scientist/noisy/points.ts";
import { inquiryInto } from "./inquiry-into.ts";

async function factsAbout(law: Law, distribution: Noised["distribution"]): Promise<Facts> {
  const spec = sampleNoise(law, chanceFrom("facts"), { distribution, scale: 1 });
  const { lab } = inquiryInto(spec, `facts-${law.kind}`, 64).inquiry;
  await lab.ask([-3, -2, -1, 1, 1, 1, 1, 1, 2, 3]);
  await lab.ask(leverPoints(factsOf(lab.readings).left !== "values"));
  return factsOf(lab.readings);
}

describe("what levers say", () => {
  const laws: readonly (readonly [Law, Partial<Facts>])[] = [
    [
      { kind: "linear", slope: -0.1, intercept: 3 },
      { below: 1, above: 1 },
    ],
    [
      { kind: "leaky-relu", slope: 2, leak: 0, offset: 1 },
      { below: 0, above: 1 },
    ],
    [
      { kind: "polynomial", coefficients: [1, 2, 3, 0.1] },
      { below: 3, above: 3 },
    ],
    [
      { kind: "constant", value: -7 },
      { below: 0, above: 0, pole: null },
    ],
    [
      { kind: "reciprocal", scale: -2.5 },
      { pole: -2.5, below: 0, above: 0 },
    ],
    [{ kind: "root", scale: 2, degree: 2, offset: 0, negative: "undefined" }, { left: "none" }],
    [{ kind: "root", scale: 2, degree: 2, offset: 0, negative: "complex" }, { left: "complex" }],
    [{ kind: "logarithm", scale: 2, base: 2, offset: 0 }, { left: "none" }],
  ];
  it.each(laws)("is right about %o", async (law, expected) => {
    for (const distribution of ["normal", "uniform", "poisson"] as const) {
      const facts = await factsAbout(law, distribution);
      expect(facts).toMatchObject({ left: "values", ...expected });
      expect(facts.counted).toBe(distribution === "poisson");
    }
  });
});
