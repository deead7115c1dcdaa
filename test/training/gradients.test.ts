import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chanceFrom, ln } from "../../src/core/index.ts";
import { adam } from "../../src/training/adam.ts";
import { deepGradient } from "../../src/training/deep-gradient.ts";
import type { Gradient } from "../../src/training/gradient.ts";
import { kinkIndex } from "../../src/training/kink-index.ts";
import { initialParameters, layoutOf } from "../../src/training/layout.ts";
import { plainGradient } from "../../src/training/plain-gradient.ts";
import { prefixGradient } from "../../src/training/prefix-gradient.ts";
import { publishedSettings } from "../../src/categories/numeric/released/published-settings.ts";
import type { TrainingPoints } from "../../src/training/training-points.ts";

interface Case {
  readonly width: number;
  readonly points: TrainingPoints;
  /** Weights, biases, output weights, output bias. */
  readonly parameters: Float64Array;
}

const layout = (width: number, depth: 1 | 2 = 1) =>
  layoutOf({ ...publishedSettings, width, depth });

function gradientAt(gradient: Gradient, parameters: Float64Array): Float64Array {
  const into = new Float64Array(parameters.length).fill(NaN);
  gradient(parameters, into);
  return into;
}

/**
 * How far two right answers may be apart: 1e-9 of the sum of the absolute terms of each component,
 * and what rounding takes from terms that cancel within a residual.
 */
function tolerances({ width, points, parameters }: Case): Float64Array {
  const bounds = new Float64Array(parameters.length);
  const at = (i: number): number => parameters[i] ?? NaN;
  points.xs.forEach((x, i) => {
    const y = points.ys[i] ?? NaN;
    let [output, size] = [at(3 * width), Math.abs(at(3 * width)) + Math.abs(y)];
    for (let k = 0; k < width; k += 1) {
      output += at(2 * width + k) * Math.max(0, at(k) * x + at(width + k));
      size += Math.abs(at(2 * width + k)) * (Math.abs(at(k) * x) + Math.abs(at(width + k)));
    }
    const apart = (2 / points.xs.length) * (1e-9 * Math.abs(output - y) + 1e-13 * size);
    const add = (index: number, factor: number): void => {
      bounds[index] = (bounds[index] ?? 0) + apart * Math.abs(factor);
    };
    for (let k = 0; k < width; k += 1) {
      if (!(at(k) * x + at(width + k) > 0)) continue;
      add(k, at(2 * width + k) * x);
      add(width + k, at(2 * width + k));
      add(2 * width + k, Math.abs(at(k) * x) + Math.abs(at(width + k)));
    }
    add(3 * width, 1);
  });
  return bounds;
}

/** The components of two gradients that are further apart than they may be. */
function differences(gradient: Float64Array, reference: Float64Array, bounds: Float64Array) {
  return [...gradient]
    .map((got, i) => ({ i, got, wanted: reference[i] ?? NaN, bound: bounds[i] ?? NaN }))
    .filter(({ got, wanted, bound }) => !(Math.abs(got - wanted) <= bound));
}

function expectAgreement(sample: Case): void {
  const { width, points, parameters } = sample;
  const plain = gradientAt(plainGradient(width, points), parameters);
  const bounds = tolerances(sample);
  const prefix = gradientAt(prefixGradient(width, points), parameters);
  expect(differences(prefix, plain, bounds)).toEqual([]);
  const deep = gradientAt(deepGradient(layout(width), points), parameters);
  expect(differences(deep, plain, bounds)).toEqual([]);
}

/** To three digits after the point, so that two sums of them can meet in doubles. */
const number = (size: number) =>
  fc.integer({ min: -1000 * size, max: 1000 * size }).map((thousandths) => thousandths / 1000);
/** Small whole numbers make zeros, kinks on points, and ties likely. */
const parameter = fc.oneof(fc.integer({ min: -3, max: 3 }), number(3), number(500));
const inputs = fc
  .oneof(
    fc.uniqueArray(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 19 }),
    fc.uniqueArray(number(100), { minLength: 1, maxLength: 40 }),
  )
  .map((xs) => Float64Array.from(xs).sort());

const cases: fc.Arbitrary<Case> = fc
  .tuple(fc.integer({ min: 1, max: 7 }), inputs)
  .chain(([width, xs]) =>
    fc.record({
      width: fc.constant(width),
      points: fc
        .array(fc.oneof(number(10), number(1e10)), { minLength: xs.length, maxLength: xs.length })
        .map((ys) => ({ xs, ys: Float64Array.from(ys) })),
      parameters: fc
        .array(parameter, { minLength: 3 * width + 1, maxLength: 3 * width + 1 })
        .map((values) => Float64Array.from(values)),
    }),
  );

describe("the three ways to the gradient of one hidden layer", () => {
  it("agree, with silent units, ties, and kinks on points, between them and outside", () =>
    fc.assert(fc.property(cases, expectAgreement), { numRuns: 1000 }));

  const grid = (from: number, to: number, count: number): Float64Array =>
    Float64Array.from({ length: count }, (_, i) => from + ((to - from) * i) / (count - 1));
  it.each<[string, Float64Array, (x: number) => number]>([
    ["a line", grid(-100, 100, 2000), (x) => 3 * x - 5],
    ["a power of values up to 10¹⁰", grid(-100, 100, 2000), (x) => x * x * x * x * x],
    ["a logarithm", grid(1, 100, 2000), (x) => 7 * ln(x)],
    ["a pole", grid(-100, 100, 2000), (x) => 1 / (1e-3 * x)],
    ["a needle", grid(-100, 100, 2001), (x) => (x === 0 ? 1e10 : 1e-3)],
  ])("agree all along the way to %s", (_, xs, law) => {
    const [width, points] = [16, { xs, ys: xs.map(law) }];
    const parameters = initialParameters(layout(width), chanceFrom("way"));
    const [optimise, prefix] = [adam(parameters.length, 0.01), prefixGradient(width, points)];
    for (let epoch = 0; epoch <= 3000; epoch += 1) {
      const gradient = gradientAt(prefix, parameters);
      if (epoch % 500 === 0) {
        expectAgreement({ width, points, parameters });
        expect(gradient).toEqual(gradientAt(prefixGradient(width, points), parameters));
      }
      optimise(parameters, gradient);
    }
  });
});

describe("the gradient of two hidden layers", () => {
  it("is the slope of the loss", () => {
    const points = { xs: Float64Array.of(-2, -0.5, 1, 3), ys: Float64Array.of(1, -1, 2, 0) };
    const parameters = initialParameters(layout(5, 2), chanceFrom("slope"));
    const gradient = gradientAt(deepGradient(layout(5, 2), points), parameters);
    const step = 1e-6;
    parameters.forEach((value, i) => {
      const lossAt = (moved: number): number => loss(5, points, parameters.with(i, moved));
      const slope = (lossAt(value + step) - lossAt(value - step)) / (2 * step);
      expect(gradient[i]).toBeCloseTo(slope, 6);
    });
    expect(gradient.some((slope) => Math.abs(slope) > 0.1)).toBe(true);
  });
});

/** Mean squared error of a network of two hidden layers, written down as the formula. */
function loss(width: number, { xs, ys }: TrainingPoints, parameters: Float64Array): number {
  let at = 0;
  const take = (count: number): number[] => [...parameters.subarray(at, (at += count))];
  const [first, firstBias] = [take(width), take(width)];
  const second = firstBias.map(() => take(width));
  const [secondBias, third] = [take(width), take(width)];
  const [bias = NaN] = take(1);
  const dot = (a: readonly number[], b: readonly number[]): number =>
    a.reduce((sum, value, i) => sum + value * (b[i] ?? NaN), 0);
  const errors = [...xs].map((x, i) => {
    const one = first.map((weight, k) => Math.max(0, weight * x + (firstBias[k] ?? NaN)));
    const two = second.map((row, k) => Math.max(0, dot(row, one) + (secondBias[k] ?? NaN)));
    return (dot(third, two) + bias - (ys[i] ?? NaN)) ** 2;
  });
  return errors.reduce((sum, error) => sum + error, 0) / xs.length;
}

describe("the kink of a unit", () => {
  it("has the points on its left counted exactly, whatever was guessed", () =>
    fc.assert(
      fc.property(inputs, parameter, parameter, fc.nat(), (xs, weight, bias, guess) => {
        const active = [...xs].filter((x) => weight * x + bias > 0).length;
        const onLeft = weight >= 0 ? xs.length - active : active;
        expect(kinkIndex(xs, weight, bias, guess % (xs.length + 1))).toBe(onLeft);
      }),
      { numRuns: 1000 },
    ));
});
