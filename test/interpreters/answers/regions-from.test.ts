import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Region } from "../../../src/contract/index.ts";
import { regionsFrom } from "../../../src/interpreters/answers/regions-from.ts";

const bound = fc.integer({ min: -1_200, max: 1_200 }).map((tenths) => tenths / 10);
const inside = fc
  .tuple(bound, bound)
  .filter(([a, b]) => a !== b)
  .map(([a, b]): Region => ({ from: Math.min(a, b), to: Math.max(a, b) }));
const above = bound.map((from): Region => ({ from, to: null }));
const below = bound.map((to): Region => ({ from: null, to }));

/** Ways to write a stretch of inputs, behind «for» or «when». */
const ways: readonly ((region: Region) => string)[] = [
  ({ from, to }) =>
    from === null ? `x < ${to}` : to === null ? `x > ${from}` : `${from} < x < ${to}`,
  ({ from, to }) =>
    from === null ? `x ≤ ${to}` : to === null ? `x >= ${from}` : `${to} ≥ x ≥ ${from}`,
  ({ from, to }) => `x in [${from ?? "-∞"}, ${to ?? "∞"}]`,
  ({ from, to }) => `x ∈ (${from ?? "-infinity"}, ${to ?? "infinity"})`.replace("--", "-"),
  ({ from, to }) =>
    from === null
      ? `inputs less than ${to}`
      : to === null
        ? `input values greater than ${from}`
        : `inputs between ${from} and ${to}`,
  ({ from, to }) =>
    from === null
      ? `x below ${to}`
      : to === null
        ? `x is above ${from}`
        : `x from ${from} to ${to}`,
];
const way = fc.constantFrom(...ways);
const region = fc.oneof(inside, above, below);

/** Sentences that say that a stretch is an exception. */
const exceptional: readonly ((stretch: string) => string)[] = [
  (stretch) => `The function is linear, except for ${stretch}.`,
  (stretch) => `f(x) = 2x + 1 except when ${stretch}, where it is constant.`,
  (stretch) => `It is a sine wave everywhere apart from ${stretch}.`,
  (stretch) => `The function behaves differently for ${stretch}.`,
  (stretch) => `For ${stretch}, the function behaves differently.`,
  (stretch) => `When ${stretch}, the output deviates from the line.`,
  (stretch) => `There is an anomaly for ${stretch}; elsewhere it is a parabola.`,
  (stretch) => `It is about 4. There is unusual behavior for ${stretch}. Otherwise it is 2.`,
];

/** Sentences that name a stretch and say nothing of an exception. */
const plain: readonly ((stretch: string) => string)[] = [
  (stretch) => `The function is linear for ${stretch}.`,
  (stretch) => `For ${stretch} the output grows slowly.`,
  (stretch) => `It does not behave differently for ${stretch}.`,
  (stretch) => `There is no interval with different behavior, not even for ${stretch}.`,
  (stretch) => `There may be an exception for ${stretch}.`,
  (stretch) => `Whether it deviates for ${stretch} is unclear.`,
  (stretch) => `Except for the noise it is linear, and it grows for ${stretch}.`,
  (stretch) => `Its slope is 3. This holds for ${stretch} without exception.`,
];

const minus = fc.constantFrom("-", "−");

describe("laws", () => {
  it("reads a stretch where a sentence says that it is an exception", () => {
    fc.assert(
      fc.property(region, way, fc.constantFrom(...exceptional), minus, (region, way, say, sign) => {
        expect(regionsFrom(say(way(region)).replaceAll("-", sign))).toEqual([region]);
      }),
      { numRuns: 1_000 },
    );
  });

  it("reads none where a sentence does not say so", () => {
    fc.assert(
      fc.property(region, way, fc.constantFrom(...plain), (region, way, say) => {
        expect(regionsFrom(say(way(region)))).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });

  it("reads none where the two sides of a bound are compared", () => {
    fc.assert(
      fc.property(bound, (at) => {
        expect(regionsFrom(`It behaves differently for x < ${at} than for x > ${at}.`)).toEqual([]);
        expect(regionsFrom(`It is different for x <= ${at} and for x > ${at}.`)).toEqual([]);
      }),
    );
  });

  it("gives regions in order, apart from each other, none the whole domain", () => {
    const sentence = fc
      .tuple(region, way, fc.constantFrom(...exceptional, ...plain))
      .map(([region, way, say]) => say(way(region)));
    fc.assert(
      fc.property(fc.array(sentence, { maxLength: 6 }), (sentences) => {
        const regions = regionsFrom(sentences.join(" "));
        for (const [i, { from, to }] of regions.entries()) {
          expect(from ?? -Infinity).toBeLessThan(to ?? Infinity);
          expect((from ?? -Infinity) > -128 || (to ?? Infinity) < 128).toBe(true);
          const next = regions[i + 1];
          if (next !== undefined) expect(to ?? Infinity).toBeLessThan(next.from ?? -Infinity);
        }
      }),
    );
  });

  it("takes any text, however long", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => Array.isArray(regionsFrom(text))),
    );
    for (const part of ["except between 3 and 7 ", "different. [3, 4] the ", "x > 3 and ", "[1, 2"])
      expect(regionsFrom(part.repeat(1_000_000 / part.length))).toBeInstanceOf(Array);
  });
});

describe("reads", () => {
  it.each<[string, readonly Region[]]>([
    ["There is an interval from -20.5 to -10 with different behavior", [{ from: -20.5, to: -10 }]],
    ["The interval (3, 7) is an exception.", [{ from: 3, to: 7 }]],
    ["Linear except between 3 and 7", [{ from: 3, to: 7 }]],
    ["In the range [10, 20] the output is irregular.", [{ from: 10, to: 20 }]],
    ["It is constant but deviates from 110 onwards.", [{ from: 110, to: null }]],
    ["There is a deviation around 90 and below.", [{ from: null, to: 90 }]],
    ["It holds except for negative inputs.", [{ from: null, to: 0 }]],
    ["It doubles everything except positive numbers.", [{ from: 0, to: null }]],
    ["It behaves unexpectedly in the interval 3–7.", [{ from: 3, to: 7 }]],
    ["On [-128, 128] it is linear, except in [3, 7].", [{ from: 3, to: 7 }]],
    ["The rule doesn't hold for x < -1e2.", [{ from: null, to: -100 }]],
    [
      "The function behaves differently in these intervals:\n1. [3, 7]\n2. [20, 30]",
      [
        { from: 3, to: 7 },
        { from: 20, to: 30 },
      ],
    ],
    ["It differs for x in [3, 7] and [5, 9].", [{ from: 3, to: 9 }]],
  ])("%j", (text, regions) => expect(regionsFrom(text)).toEqual(regions));

  it("the domain it is told", () => {
    const text = "It is irregular for x in [0, 10].";
    expect(regionsFrom(text)).toEqual([{ from: 0, to: 10 }]);
    expect(regionsFrom(text, { from: 0, to: 10 })).toEqual([]);
  });
});

describe("reads nothing from", () => {
  it.each([
    "",
    "[-128, 128]",
    "x >= 0",
    "The domain is all of [-128, 128], without exceptions.",
    "It has a different behavior for positive and negative input values.",
    "There are two intervals with differing behaviors: x < 0 and x > 5.",
    "It behaves differently depending on whether x > 0.",
    "It is close to 0, except at x = -10.",
    "The noise is irregular with values between -1 and 1.",
    "Irregular outputs ranging from 2 to 5.",
    "It deviates by 3 to 5 units.",
    "The points (3, 5) and (4, 9) deviate.",
    "Except that f(x) > 5 for large inputs, it is linear.",
    "For x > 0 it is linear with irregular noise.",
    "It differs from the line 5 < y < 7.",
    "It removes all words other than 3 to 5 letter names.",
    "It is irregular between 7 and 3.",
  ])("%j", (text) => expect(regionsFrom(text)).toEqual([]));
});
