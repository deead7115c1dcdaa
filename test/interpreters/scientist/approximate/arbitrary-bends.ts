import * as fc from "fast-check";
import type { Approximated } from "../../../../src/categories/numeric/index.ts";

/** A continuous line that bends at a few places in [−100, 100], as a network of as many units and two. */
export const arbitraryBends: fc.Arbitrary<Approximated> = fc
  .record({
    places: fc.uniqueArray(fc.integer({ min: -99, max: 99 }), { minLength: 1, maxLength: 12 }),
    turns: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 12, maxLength: 12 }),
    signs: fc.array(fc.constantFrom(-1, 1), { minLength: 12, maxLength: 12 }),
    slope: fc.double({ min: -3, max: 3, noNaN: true }),
  })
  .map(({ places, turns, signs, slope }) => ({
    kind: "approximated",
    law: { kind: "constant", value: 1 },
    layers: [
      {
        weights: [...places.map(() => [1]), [1], [-1]],
        biases: [...places.map((place) => -place - 0.37), 0, 0],
      },
      {
        weights: [
          [
            ...places.map((_, i) => ((signs[i] ?? 1) * (turns[i] ?? 1)) / 7),
            slope + 0.123,
            -slope - 0.123,
          ],
        ],
        biases: [1.7],
      },
    ],
    precision: "float64",
    domain: { from: -100, to: 100 },
    error: 1,
    learned: false,
  }));
