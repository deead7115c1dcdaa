import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Law } from "../../../../src/categories/numeric/index.ts";
import type { Candidate } from "../../../../src/interpreters/scientist/candidate.ts";
import { missesOf } from "../../../../src/interpreters/scientist/exact/misses-of.ts";
import { withRectangle } from "../../../../src/interpreters/scientist/exact/rectangles.ts";
import { readingsOf, spread, tenths } from "../support.ts";

const near = Array.from({ length: 33 }, (_, i) => -5.013 + 0.3127 * i);
const xs = [...spread(60), ...near].toSorted((a, b) => a - b);
const width = tenths(1, 9.5);
const line = fc.record({
  kind: fc.constant("linear" as const),
  slope: tenths(-5, 5),
  intercept: tenths(-5, 5),
});

function found(outside: Law, truth: Law): Candidate | null {
  const readings = readingsOf(truth, xs);
  const misses = missesOf(outside, readings);
  return withRectangle({ law: outside, rivals: [], misses, bits: 0 }, readings);
}

function holds(candidate: Candidate | null, truth: Law): boolean {
  const laws = candidate === null ? [] : [candidate.law, ...candidate.rivals];
  const fine = readingsOf(
    truth,
    Array.from({ length: 2000 }, (_, i) => -10 + 0.01 * i + 0.0037),
  );
  return laws.some((law) => missesOf(law, fine).length === 0);
}

describe("a law with a rectangle", () => {
  it("is among the laws found where a rectangle was added to a line", () =>
    fc.assert(
      fc.property(line, width, (outside, wide) => {
        const truth: Law = { kind: "sum", terms: [outside, { kind: "rectangle", width: wide }] };
        const candidate = found(outside, truth);
        expect(candidate?.misses).toEqual([]);
        expect(holds(candidate, truth)).toBe(true);
      }),
      { numRuns: 40 },
    ));

  it("is among the laws found where a line was multiplied with a rectangle", () =>
    fc.assert(
      fc.property(line, tenths(2, 9.5), (inside, wide) => {
        const truth: Law = {
          kind: "product",
          factors: [inside, { kind: "rectangle", width: wide }],
        };
        const candidate = found({ kind: "constant", value: 0 }, truth);
        expect(candidate?.misses).toEqual([]);
        expect(holds(candidate, truth)).toBe(true);
      }),
      { numRuns: 40 },
    ));

  it("is the rectangle alone where nothing else is there", () => {
    const candidate = found({ kind: "constant", value: 0 }, { kind: "rectangle", width: 3 });
    expect(candidate?.law.kind).toBe("rectangle");
  });

  it("is none where the law misses nothing, or where misses lie far from 0", () => {
    const zero: Law = { kind: "constant", value: 0 };
    expect(found(zero, zero)).toBeNull();
    const pieces = [
      { upTo: 50, law: zero },
      { upTo: null, law: { kind: "floor" as const } },
    ];
    expect(found(zero, { kind: "piecewise", pieces })).toBeNull();
  });
});
