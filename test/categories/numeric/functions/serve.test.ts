import { describe, expect, it } from "vitest";
import { chanceFrom } from "../../../../src/core/index.ts";
import type { Draws } from "../../../../src/core/index.ts";
import {
  evaluate,
  noiseDeviationAt,
  noiseMeanAt,
  noiseOf,
  serve,
} from "../../../../src/categories/numeric/index.ts";
import type { Corrupted, Law, Noised } from "../../../../src/categories/numeric/index.ts";

const COUNT = 10_000;
const xs = Float64Array.from({ length: COUNT }, (_, i) => (i % 200) - 100);
const line: Law = { kind: "linear", slope: 2, intercept: -1 };
const draws = {
  scatter: (index: number): Draws => chanceFrom("scatter").fork(index),
  noise: (index: number): Draws => chanceFrom("noise").fork(index),
};

function moments(values: readonly number[]): { readonly mean: number; readonly deviation: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const square = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, deviation: Math.sqrt(square) };
}

describe.each([
  { distribution: "normal", scale: 1.5, deviation: 1.5 },
  { distribution: "uniform", scale: 2, deviation: 2 / Math.sqrt(3) },
  { distribution: "poisson", scale: 1, deviation: 1 },
  { distribution: "poisson", scale: 40, deviation: Math.sqrt(40) },
] as const)("$distribution noise of size $scale", ({ distribution, scale, deviation }) => {
  const spec: Noised = { kind: "noised", inner: line, distribution, scale };
  const truth = evaluate(spec, xs).re;
  const noise = [...serve(spec, xs, draws).re].map((y, i) => y - (truth[i] ?? NaN));

  it("has the mean and the deviation that it states", () => {
    const found = moments(noise);
    const error = deviation / Math.sqrt(COUNT);
    expect(Math.abs(found.mean - (noiseOf(spec)?.mean ?? NaN))).toBeLessThan(4 * error);
    expect(Math.abs(found.deviation / deviation - 1)).toBeLessThan(0.04);
  });

  it("has the support that it should", () => {
    if (distribution === "uniform")
      expect(Math.max(...noise.map(Math.abs))).toBeLessThanOrEqual(scale + 1e-12);
    if (distribution === "poisson")
      expect(noise.every((n) => n >= 0 && Number.isInteger(n))).toBe(true);
    expect(new Set(noise).size).toBeGreaterThan(5);
  });
});

describe.each(["normal", "uniform", "poisson"] as const)("%s noise that grows", (distribution) => {
  const spec: Noised = { kind: "noised", inner: line, distribution, scale: 2, growth: 0.1 };

  it("has the mean and the deviation that belong to each input", () => {
    for (const x of [0, -20, 70]) {
      const inputs = new Float64Array(COUNT).fill(x);
      const truth = evaluate(spec, inputs).re[0] ?? NaN;
      const { mean, deviation } = moments([...serve(spec, inputs, draws).re].map((y) => y - truth));
      const expected = noiseDeviationAt(spec, x);
      expect(Math.abs(mean - noiseMeanAt(spec, x))).toBeLessThan((4 * expected) / Math.sqrt(COUNT));
      expect(Math.abs(deviation / expected - 1)).toBeLessThan(0.04);
    }
  });

  it("looks at the first argument only", () => {
    const second: Law = { kind: "argument", index: 1 };
    const two: Noised = { ...spec, inner: { kind: "sum", terms: [line, second] } };
    const [near, far] = [Float64Array.of(3), Float64Array.of(90)];
    const noise = [near, far].map((y) => {
      return (serve(two, [near, y], draws).re[0] ?? 0) - (evaluate(two, [near, y]).re[0] ?? 0);
    });
    expect(noise[0]).toBeCloseTo(noise[1] ?? NaN, 10);
  });
});

describe("scatter", () => {
  const corrupted: Corrupted = {
    kind: "corrupted",
    inner: line,
    regions: [
      { from: null, to: -50, replacement: { kind: "constant", value: 7 } },
      { from: 10, to: 20, replacement: { kind: "linear", slope: -1, intercept: 3 } },
    ],
    spread: 0.5,
    scatter: "per-input",
  };

  it("lies around the replacement, inside the regions only", () => {
    const [truth, served] = [evaluate(corrupted, xs).re, serve(corrupted, xs, draws).re];
    const moved = [...xs].flatMap((x, i) => {
      const difference = (served[i] ?? NaN) - (truth[i] ?? NaN);
      if (x <= -50 || (x >= 10 && x <= 20)) return [difference];
      expect(difference).toBe(0);
      return [];
    });
    const { mean, deviation } = moments(moved);
    expect(Math.abs(mean)).toBeLessThan((4 * 0.5) / Math.sqrt(moved.length));
    expect(Math.abs(deviation / 0.5 - 1)).toBeLessThan(0.06);
  });

  it("and noise are drawn only where they are needed", () => {
    const asked: string[] = [];
    const recorded = {
      scatter: (index: number): Draws => (asked.push(`scatter ${index}`), draws.scatter(index)),
      noise: (index: number): Draws => (asked.push(`noise ${index}`), draws.noise(index)),
    };
    const inner: Corrupted = { ...corrupted, inner: { kind: "reciprocal", scale: 1 } };
    const spec: Noised = { kind: "noised", inner, distribution: "normal", scale: 1 };
    serve(spec, Float64Array.from([-60, 0, 5, 10]), recorded);
    expect(asked).toEqual(["scatter 0", "scatter 3", "noise 0", "noise 2", "noise 3"]);
  });
});

describe("noise on complex values", () => {
  it("moves the real part only", () => {
    const inner: Law = { kind: "root", scale: 2, degree: 2, offset: 1, negative: "complex" };
    const spec: Noised = { kind: "noised", inner, distribution: "uniform", scale: 1 };
    const inputs = Float64Array.from([-4, 4]);
    const { re, im } = serve(spec, inputs, draws);
    expect([...(im ?? [])]).toEqual([4, 0]);
    expect(re[0]).not.toBe(1);
    expect(Math.abs((re[0] ?? NaN) - 1)).toBeLessThanOrEqual(1);
  });
});
