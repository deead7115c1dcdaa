import { describe, expect, it } from "vitest";
import { chanceFrom } from "../../../src/core/index.ts";
import { covers, evaluate, sampleCorruption } from "../../../src/categories/numeric/index.ts";
import type { Corrupted, Law } from "../../../src/categories/numeric/index.ts";
import { scientist } from "../../../src/interpreters/index.ts";
import { runJavaScript } from "../../laws/run-rendering.ts";
import { DOMAIN, probeOf, questioning, spread } from "./support.ts";

const laws: { readonly [name: string]: Law } = {
  line: { kind: "linear", slope: 2.5, intercept: -4 },
  parabola: { kind: "polynomial", coefficients: [3, -1.5, 0.2] },
  floor: { kind: "floor" },
  root: { kind: "root", scale: 2, degree: 2, offset: 1, negative: "complex" },
  sine: { kind: "sine", amplitude: 6, period: 3.1, shift: 1.2, offset: 2 },
};
const sides = ["inside", "below", "above"] as const;
const cases = Object.entries(laws).flatMap(([name, law]) =>
  sides.flatMap((side) =>
    (["mean", "constant"] as const).map((replacement, i) => {
      const options = { side, replacement, spread: 3, scatter: "per-input" } as const;
      const chance = chanceFrom(`${name} ${side} ${i} corrupted`);
      return { name, side, replacement, spec: sampleCorruption(law, chance, options) };
    }),
  ),
);

/** A root that is replaced from left of 0 on shows no real value of its own, from which it is read. */
const shown = cases.filter(({ name, side }) => name !== "root" || side !== "above");

/** The ends of the only region, clipped to the domain. */
function clipped(
  regions: Corrupted["regions"] | readonly { from: number | null; to: number | null }[],
) {
  const [region] = regions;
  return [region?.from ?? DOMAIN.from, region?.to ?? DOMAIN.to];
}

describe.each(shown)("a $name with $replacement $side", ({ spec }) => {
  it("is told with its region, its level within the scatter, and its law outside", async () => {
    const { interpretation, notes } = await questioning(scientist(), probeOf(spec));
    const { regions, code, confidence } = interpretation;
    expect(regions).toHaveLength(1);
    clipped(regions).forEach((end, i) =>
      expect(Math.abs(end - (clipped(spec.regions)[i] ?? NaN))).toBeLessThan(1e-5),
    );
    const inputs = Float64Array.from(spread(80, "corrupted"));
    const { re, im } = evaluate(spec, inputs);
    runJavaScript(code?.source ?? "", inputs).forEach((value, i) => {
      const isInside = spec.regions.some((region) => covers(region, inputs[i] ?? NaN));
      const real = typeof value === "number" ? value : (value?.re ?? NaN);
      const imaginary = typeof value === "number" ? 0 : (value?.im ?? NaN);
      const gap = Math.abs(real - (re[i] ?? NaN)) + Math.abs(imaginary - (im?.[i] ?? 0));
      expect(gap).toBeLessThan(isInside ? spec.spread : 1e-6 * Math.max(1, Math.abs(real)));
    });
    expect(confidence).toBeGreaterThanOrEqual(0.85);
    expect(notes.some(({ text }) => text.startsWith("An edge was sought"))).toBe(true);
    expect(notes.some(({ topic }) => topic === "verified")).toBe(true);
  });
});

describe("an edge that the budget does not reach", () => {
  it("is told as far as it is known, with less confidence", async () => {
    const regions = [
      { from: -31.4, to: 27.3, replacement: { kind: "constant" as const, value: 400 } },
    ];
    const inner: Law = { kind: "linear", slope: 2, intercept: 1 };
    const spec: Corrupted = { kind: "corrupted", inner, regions, spread: 2, scatter: "per-input" };
    const { interpretation } = await questioning(scientist(), probeOf(spec, 30));
    expect(interpretation.regions).toHaveLength(1);
    expect(interpretation.description).toMatch(/edge of that stretch no more is known/u);
    expect(interpretation.description).not.toContain("Fresh points");
    expect(interpretation.confidence).toBeLessThan(0.7);
  });
});
