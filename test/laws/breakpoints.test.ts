import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chanceFrom } from "../../src/core/index.ts";
import { breakpointsOf, evaluate, render, sampleAtom } from "../../src/categories/numeric/index.ts";
import type { Atom, Law } from "../../src/categories/numeric/index.ts";
import { publishedGrid } from "../../src/categories/numeric/scorers/published.ts";
import { pointsOf, runJavaScript, runPython } from "./run-rendering.ts";

type Kind = "square-wave" | "modulo";

/** A drawn law with a period. */
function drawn<K extends Kind>(kind: K): fc.Arbitrary<Extract<Atom, { readonly kind: K }>> {
  return fc.nat().map((seed) => {
    const atom = sampleAtom(kind, chanceFrom(String(seed)));
    const isKind = (other: Atom): other is Extract<Atom, { readonly kind: K }> =>
      other.kind === kind;
    if (!isKind(atom)) throw new TypeError(`Expected a ${kind}`);
    return atom;
  });
}

const count = fc.integer({ min: -400, max: 400 });

function at(law: Law, ...xs: readonly number[]): readonly number[] {
  return [...evaluate(law, Float64Array.from(xs)).re];
}

describe("a drawn square wave", () => {
  it("begins each half with its start, to the last bit of every breakpoint", () =>
    fc.assert(
      fc.property(drawn("square-wave"), count, (wave, k) => {
        // A quotient of whole numbers is the double next to the decimal.
        const start = (Math.round(40 * wave.shift) + k * Math.round(20 * wave.period)) / 40;
        const side = k % 2 === 0 ? 1 : -1;
        const before = start - 1e-9 * Math.max(1, Math.abs(start));
        expect(at(wave, start, before)).toEqual([side, -side]);
        expect(breakpointsOf(wave, start, start, 3)).toEqual([start]);
      }),
      { numRuns: 1000 },
    ));

  it("repeats itself exactly at every fortieth", () =>
    fc.assert(
      fc.property(
        drawn("square-wave"),
        fc.integer({ min: -5120, max: 5120 }),
        count,
        (wave, m, k) => {
          const later = (m + k * Math.round(40 * wave.period)) / 40;
          const [one, other] = at(wave, m / 40, later);
          expect(other).toBe(one);
        },
      ),
      { numRuns: 1000 },
    ));

  it("has no breakpoint at a tenth or a twentieth, so that none lies on the published grid", () =>
    fc.assert(
      fc.property(drawn("square-wave"), (wave) => {
        const breaks = breakpointsOf(wave, -128, 128, 1000);
        expect(breaks.length).toBeGreaterThan(20);
        for (const x of breaks) expect(Math.abs(20 * x - Math.round(20 * x))).toBeGreaterThan(0.4);
      }),
    ));
});

describe("a drawn remainder", () => {
  it("begins anew at every multiple, and repeats itself exactly at every tenth", () =>
    fc.assert(
      fc.property(drawn("modulo"), fc.integer({ min: -1280, max: 1280 }), count, (law, m, k) => {
        const each = Math.round(10 * law.divisor);
        const [start, one, other] = at(law, (k * each) / 10, m / 10, (m + k * each) / 10);
        expect(start).toBe(law.offset);
        expect(other).toBe(one);
        const rest = ((m % each) + each) % each;
        expect(one).toBe(law.scale * (rest / 10) + law.offset);
      }),
      { numRuns: 1000 },
    ));

  it("jumps at no published test point but where doubles hold the divisor as it is", () =>
    fc.assert(
      fc.property(drawn("modulo"), (law) => {
        const breaks = new Set(breakpointsOf(law, -128, 128, 1000));
        const hit = publishedGrid().some((x) => breaks.has(x));
        expect(!hit || Number.isInteger(2 * law.divisor)).toBe(true);
      }),
    ));
});

describe("renderings at breakpoints", () => {
  it("give the bits of evaluation, in JavaScript and in Python", () => {
    const laws = fc.sample(fc.oneof(drawn("square-wave"), drawn("modulo")), {
      seed: 5,
      numRuns: 100,
    });
    const inputs = laws.map((law) =>
      Float64Array.from(breakpointsOf(law, -128, 128, 60).flatMap((x) => [x, x - 1e-9, x + 1e-9])),
    );
    const xs = (i: number): Float64Array => inputs[i] ?? new Float64Array();
    // JSON has no −0, in which a remainder of 0 times a negative scale may end.
    const unsigned = (points: readonly unknown[]): unknown[] =>
      points.map((y) => (y === 0 ? 0 : y));
    const truths = laws.map((law, i) => unsigned(pointsOf(evaluate(law, xs(i)))));
    const javascript = laws.map((law, i) => runJavaScript(render(law, "javascript"), xs(i)));
    expect(javascript.map(unsigned)).toEqual(truths);
    const programs = laws.map((law, i) => ({ source: render(law, "python"), inputs: xs(i) }));
    expect(runPython(programs).map(unsigned)).toEqual(truths);
  });
});
