import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  describe as describeSpec,
  evaluate,
  render,
} from "../../../../src/categories/numeric/index.ts";
import type { Approximated } from "../../../../src/categories/numeric/index.ts";
import { arbitraryNumericSpec } from "../../../laws/arbitrary-numeric-spec.ts";

const hat: Approximated = {
  kind: "approximated",
  law: { kind: "linear", slope: 2, intercept: 1 },
  layers: [
    { weights: [[1], [1], [1]], biases: [0, -1, -2] },
    { weights: [[1, -2, 1]], biases: [0.5] },
  ],
  precision: "float64",
  domain: { from: -100, to: 100 },
  error: 0.25,
  learned: false,
};

const networks = arbitraryNumericSpec.filter(
  (spec): spec is Approximated => spec.kind === "approximated",
);

describe("a network", () => {
  it("answers in place of its law", () => {
    const { re, im } = evaluate(hat, Float64Array.of(-5, 0, 0.5, 1, 1.5, 2, 9));
    expect([...re]).toEqual([0.5, 0.5, 1, 1.5, 1, 0.5, 0.5]);
    expect(im).toBeNull();
  });

  it("goes through both hidden layers", () => {
    const folded: Approximated = {
      ...hat,
      layers: [
        { weights: [[1], [-1]], biases: [0, 0] },
        {
          weights: [
            [1, 1],
            [0, 0],
          ],
          biases: [-3, 2],
        },
        { weights: [[10, 1]], biases: [1] },
      ],
    };
    expect([...evaluate(folded, Float64Array.of(-5, -3, 0, 4)).re]).toEqual([23, 3, 3, 13]);
  });

  it("gives single numbers where it computes in single precision, near the others", () =>
    fc.assert(
      fc.property(
        networks,
        fc.array(fc.double({ min: -256, max: 256, noNaN: true }), { minLength: 1 }),
        (network, inputs) => {
          const xs = Float64Array.from(inputs);
          const single = evaluate({ ...network, precision: "float32" }, xs).re;
          const double = evaluate({ ...network, precision: "float64" }, xs).re;
          const bound = (layer: (typeof network.layers)[number], from: number): number =>
            Math.max(
              ...layer.biases.map((bias, unit) =>
                (layer.weights[unit] ?? []).reduce(
                  (sum, weight) => sum + Math.abs(weight) * from,
                  Math.abs(bias),
                ),
              ),
            );
          xs.forEach((x, i) => {
            const size = network.layers.reduce((from, layer) => bound(layer, from), Math.abs(x));
            expect(single[i]).toBe(Math.fround(single[i] ?? NaN));
            const error = Math.abs((single[i] ?? NaN) - (double[i] ?? NaN));
            expect(error).toBeLessThanOrEqual(1e-5 * size + 1e-30);
          });
        },
      ),
    ));

  it("rounds its input, its weights and each step to single precision", () => {
    const rough: Approximated = {
      ...hat,
      precision: "float32",
      layers: [
        { weights: [[0.1]], biases: [0.2] },
        { weights: [[0.3]], biases: [0.7] },
      ],
    };
    const f = Math.fround;
    const unit = f(f(0.2) + f(f(0.1) * f(1.3)));
    const expected = f(f(0.7) + f(f(0.3) * unit));
    expect(evaluate(rough, Float64Array.of(1.3)).re[0]).toBe(expected);
  });

  it.each<[string, Partial<Approximated>, string]>([
    [
      "not learned",
      {},
      "f(x) is a network of 3 ReLU units, trained to follow a rule that it did not learn for x from " +
        "minus 100 to 100 (relative squared error 0.25 there); the rule is a straight line in x with " +
        "slope 2 and intercept 1. Outside that stretch it goes on in straight lines.",
    ],
    [
      "learned",
      { error: 0.00123456, learned: true, domain: { from: 1, to: 100 } },
      "f(x) is a network of 3 ReLU units, trained to follow a rule that it learned for x from " +
        "1 to 100 (relative squared error 0.0012 there); the rule is a straight line in x with " +
        "slope 2 and intercept 1. Outside that stretch it goes on in straight lines.",
    ],
    [
      "nothing to learn",
      { error: null },
      "f(x) is a network of 3 ReLU units, trained to follow a rule that it did not learn for x from " +
        "minus 100 to 100 (the rule is 0 there); the rule is a straight line in x with " +
        "slope 2 and intercept 1. Outside that stretch it goes on in straight lines.",
    ],
  ])("is told in words: %s", (_name, change, words) =>
    expect(describeSpec({ ...hat, ...change })).toBe(words),
  );

  it("is named in a formula, with its law and its regions", () => {
    expect(
      render(
        {
          kind: "corrupted",
          inner: hat,
          regions: [{ from: 3, to: null, replacement: { kind: "constant", value: 7 } }],
          spread: 0,
          scatter: "per-call",
        },
        "formula",
      ),
    ).toBe(
      "f(x) = 7 for x ≥ 3; network(x) otherwise, where network is a network of 3 ReLU units " +
        "trained on 2·x + 1 for −100 ≤ x ≤ 100",
    );
  });
});
