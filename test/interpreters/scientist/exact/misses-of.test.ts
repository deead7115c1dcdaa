import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chanceFrom } from "../../../../src/core/index.ts";
import {
  atomKinds,
  render,
  sampleAtom,
  sampleComposition,
} from "../../../../src/categories/numeric/index.ts";
import type { Law } from "../../../../src/categories/numeric/index.ts";
import { magnitudeOf } from "../../../../src/interpreters/scientist/exact/magnitude-of.ts";
import { missesOf } from "../../../../src/interpreters/scientist/exact/misses-of.ts";
import { runJavaScript } from "../../../laws/run-rendering.ts";
import { readingsOf, spread } from "../support.ts";

const xs = [...spread(60), 0, 1, -1, 300, -300];
const kind = fc.constantFrom(...atomKinds);
const seed = fc.integer({ min: 0, max: 1e6 }).map(String);
const operation = fc.constantFrom("sum", "product", "compose");
const deep = fc.tuple(operation, kind, kind, seed).map(([name, a, b, s]): Law => ({
  kind: "sum",
  terms: [sampleComposition(name, [a, b], chanceFrom(s)), sampleAtom(b, chanceFrom(s))],
}));

describe.each(atomKinds)("the misses of a law: %s", (one) => {
  it("none among its own values, also where it has none", () =>
    fc.assert(
      fc.property(seed, (s) => {
        const law = sampleAtom(one, chanceFrom(s));
        expect(missesOf(law, readingsOf(law, xs))).toEqual([]);
      }),
      { numRuns: 20 },
    ));

  it("none among values that its code computes with another library", () =>
    fc.assert(
      fc.property(seed, (s) => {
        const law = sampleAtom(one, chanceFrom(s));
        const values = runJavaScript(render(law, "javascript"), Float64Array.from(xs));
        const readings = readingsOf(law, xs).map((reading, i) => {
          const value = values[i];
          if (typeof value === "number") return { ...reading, y: value };
          return value === null
            ? reading
            : { x: reading.x, y: value?.re ?? NaN, im: value?.im ?? NaN };
        });
        expect(missesOf(law, readings)).toEqual([]);
      }),
      { numRuns: 20 },
    ));

  it("a value that is off by more than rounding, and one where it has none", () =>
    fc.assert(
      fc.property(seed, fc.nat({ max: xs.length - 1 }), (s, at) => {
        const law = sampleAtom(one, chanceFrom(s));
        const readings = readingsOf(law, xs).map((reading, i) => {
          if (i !== at) return reading;
          if (Number.isNaN(reading.y)) return { ...reading, y: 1, im: 0 };
          return {
            ...reading,
            y: reading.y + 1e-6 * Math.max(magnitudeOf(law, reading.x), 1e-300),
          };
        });
        const isVisible = readings[at]?.y !== readingsOf(law, xs)[at]?.y;
        expect(missesOf(law, readings)).toEqual(isVisible ? [readings[at]] : []);
      }),
      { numRuns: 20 },
    ));

  it("is at least as large in magnitude as its real value", () =>
    fc.assert(
      fc.property(seed, fc.constantFrom(...xs), (s, x) => {
        const law = sampleAtom(one, chanceFrom(s));
        const y = readingsOf(law, [x])[0]?.y ?? NaN;
        const size = Number.isFinite(y) ? Math.abs(y) : 0;
        expect(magnitudeOf(law, x) * (1 + 1e-9)).not.toBeLessThan(size);
      }),
      { numRuns: 20 },
    ));
});

describe("the misses of a composition", () => {
  it("none among its own values", () =>
    fc.assert(
      fc.property(deep, (law) => {
        expect(missesOf(law, readingsOf(law, xs))).toEqual([]);
      }),
      { numRuns: 60 },
    ));

  it("none among those of the same terms or factors in another order", () =>
    fc.assert(
      fc.property(fc.constantFrom("sum", "product"), kind, kind, seed, (name, a, b, s) => {
        const law = sampleComposition(name, [a, b], chanceFrom(s));
        const turned =
          law.kind === "sum"
            ? { ...law, terms: law.terms.toReversed() }
            : law.kind === "product"
              ? { ...law, factors: law.factors.toReversed() }
              : law;
        expect(missesOf(law, readingsOf(turned, xs))).toEqual([]);
      }),
      { numRuns: 60 },
    ));

  it("those of a piece elsewhere than where it holds", () => {
    const pieces = [
      { upTo: 2, law: { kind: "constant" as const, value: 5 } },
      { upTo: null, law: { kind: "floor" as const } },
    ];
    const readings = readingsOf({ kind: "constant", value: 5 }, [1, 2, 3.5]);
    expect(missesOf({ kind: "piecewise", pieces }, readings).map(({ x }) => x)).toEqual([3.5]);
  });
});
