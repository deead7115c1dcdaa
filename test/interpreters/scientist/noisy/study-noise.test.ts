import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chanceFrom } from "../../../../src/core/index.ts";
import {
  evaluate,
  familyKinds,
  lawOf,
  sampleAtom,
  sampleNoise,
} from "../../../../src/categories/numeric/index.ts";
import type { Law, Noised } from "../../../../src/categories/numeric/index.ts";
import type { Finding } from "../../../../src/interpreters/scientist/finding.ts";
import { firstLook } from "../../../../src/interpreters/scientist/first-look.ts";
import { studyNoise } from "../../../../src/interpreters/scientist/noisy/study-noise.ts";
import { inquiryInto } from "./inquiry-into.ts";

type Distribution = Noised["distribution"];

function noised(law: Law, distribution: Distribution, scale = 1): Noised {
  return sampleNoise(law, chanceFrom("noise"), { distribution, scale });
}

async function study(spec: Noised, seed: string, budget: number): Promise<Finding> {
  const { inquiry } = inquiryInto(spec, seed, budget);
  await firstLook(inquiry);
  return studyNoise(inquiry);
}

/** The greatest distance between a law and what was found, over the domain and beyond. */
function distance(law: Law, finding: Finding): number {
  if (finding.kind === "table") return Infinity;
  const xs = Float64Array.from({ length: 400 }, (_, i) => (i - 199.5) * 1.27);
  const [truth, found] = [evaluate(law, xs).re, evaluate(lawOf(finding.spec), xs).re];
  return Math.max(
    ...[...truth].map((y, i) => (Number.isFinite(y) ? Math.abs(y - (found[i] ?? NaN)) : 0)),
  );
}

const distributions = ["normal", "uniform", "poisson"] as const;

describe("laws under noise", () => {
  const grown: readonly Law[] = [
    { kind: "linear", slope: -2.3, intercept: 4.1 },
    { kind: "absolute", slope: 17.2, offset: -3.3 },
    { kind: "leaky-relu", slope: -12.4, leak: 0.3, offset: 7.7 },
    { kind: "polynomial", coefficients: [1.5, -4.9, 0.3, 2.2, -0.1, 3.1] },
    { kind: "reciprocal", scale: -7.3 },
    { kind: "constant", value: -6 },
    { kind: "root", scale: 12.5, degree: 2, offset: 3.2, negative: "undefined" },
  ];
  it.each(grown)("is read off far out: %o", async (law) => {
    for (const distribution of distributions) {
      const finding = await study(noised(law, distribution), `far-${law.kind}`, 256);
      expect(finding.standing).not.toBe("approximation");
      expect(finding.kind === "spec" && finding.spec).toMatchObject({ distribution, scale: 1 });
      expect(distance(law, finding)).toBeLessThan(0.5);
    }
  });

  it("is found to the last digit behind counts, whatever the family", async () => {
    const exactly: readonly Law["kind"][] = familyKinds.filter(
      (kind) => !["rectangle", "rational", "logarithm"].includes(kind),
    );
    let found = 0;
    for (const kind of familyKinds.filter((each) => exactly.includes(each))) {
      const law = sampleAtom(kind, chanceFrom(`counted-${kind}`));
      const finding = await study(noised(law, "poisson"), `counted-${kind}`, 256);
      expect(finding.kind === "spec" && finding.spec).toMatchObject({ distribution: "poisson" });
      if (distance(law, finding) < 1e-6) found += 1;
    }
    expect(found).toBeGreaterThanOrEqual(exactly.length - 1);
  });

  it("keeps both parts of a composition", async () => {
    const law: Law = {
      kind: "product",
      factors: [{ kind: "leaky-relu", slope: 3, leak: 0.5, offset: 1 }, { kind: "floor" }],
    };
    for (const distribution of distributions)
      expect(distance(law, await study(noised(law, distribution), "floor", 256))).toBeLessThan(300);
    const wave: Law = { kind: "square-wave", period: 3.7, shift: 1.225, exact: true };
    const sum: Law = { kind: "sum", terms: [{ kind: "linear", slope: 2, intercept: 1 }, wave] };
    expect(distance(sum, await study(noised(sum, "uniform"), "beat", 256))).toBeLessThan(1e-9);
  });

  it("is told with the scale that the noise has", async () => {
    const law: Law = { kind: "linear", slope: 3.1, intercept: -2 };
    const finding = await study(noised(law, "uniform", 5), "wide", 256);
    expect(
      finding.kind === "spec" && finding.spec.kind === "noised" && finding.spec.scale,
    ).toBeCloseTo(5, 0);
    expect(distance(law, finding)).toBeLessThan(3);
  });

  it("is no claim where none of the vocabulary explains the answers", async () => {
    const law: Law = {
      kind: "sum",
      terms: [
        { kind: "modulo", divisor: 17.3, scale: 2.1, offset: 1 },
        { kind: "sine", amplitude: 8, period: 3.3, shift: 1, offset: 0 },
      ],
    };
    const finding = await study(noised(law, "normal"), "foreign", 256);
    expect(finding.standing).toBe("approximation");
    expect(finding.confidence).toBeLessThan(0.2);
  });
});

describe("studying noise", () => {
  it("gives a finding on any budget, and the same one for the same answers", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 70 }),
        fc.constantFrom(...familyKinds),
        fc.constantFrom(...distributions),
        async (budget, kind, distribution) => {
          const spec = noised(sampleAtom(kind, chanceFrom(`any-${kind}`)), distribution);
          const finding = await study(spec, "any", budget);
          expect(finding.confidence).toBeGreaterThanOrEqual(0);
          expect(finding.confidence).toBeLessThanOrEqual(1);
          expect(await study(spec, "any", budget)).toEqual(finding);
        },
      ),
      { numRuns: 25 },
    );
  });

  it("leaves a story of what was asked, believed and refuted", async () => {
    const { inquiry, notes } = inquiryInto(
      noised({ kind: "tanh", amplitude: 6.1, period: 3, shift: 4.4, offset: 1.2 }, "normal"),
      "story",
      256,
    );
    await firstLook(inquiry);
    await studyNoise(inquiry);
    const topics = notes.map(({ topic }) => topic);
    expect(topics.slice(0, 3)).toEqual(["experiment", "experiment", "hypothesis"]);
    expect(JSON.stringify(notes)).toContain("tanh");
  });

  it("asks no more than it may", async () => {
    const { inquiry } = inquiryInto(noised({ kind: "constant", value: 3 }, "normal"), "few", 64);
    await firstLook(inquiry);
    await studyNoise(inquiry);
    expect(inquiry.lab.readings.length).toBeLessThanOrEqual(64);
  });
});
