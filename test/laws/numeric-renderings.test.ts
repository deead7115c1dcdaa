import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arityOf, evaluate, render } from "../../src/categories/numeric/index.ts";
import { arbitraryNumericSpec, arbitrarySeveral } from "./arbitrary-numeric-spec.ts";
import { lawInputs, numericCases } from "./numeric-cases.ts";
import { exactMath, pointsOf, runJavaScript, runPython } from "./run-rendering.ts";
import type { Point } from "./run-rendering.ts";

const TOLERANCE = 1e-12;

/** The first input at which two columns part, or nothing. */
function firstDifference(
  xs: Float64Array,
  truth: readonly Point[],
  got: readonly (Point | string)[],
) {
  const at = truth.findIndex((value, i) => !close(value, got[i]));
  return at === -1 ? undefined : { x: xs[at], truth: truth[at], got: got[at] };
}

function close(truth: Point, got: Point | string | undefined): boolean {
  if (truth === null) return got === null;
  if (got === null || got === undefined || typeof got === "string") return false;
  const [a, b] = [parts(truth), parts(got)];
  return near(a.re, b.re) && near(a.im, b.im);
}

function near(truth: number, got: number): boolean {
  return Math.abs(truth - got) <= TOLERANCE * Math.max(1, Math.abs(truth));
}

function parts(value: Exclude<Point, null>) {
  return typeof value === "number" ? { re: value, im: 0 } : value;
}

const prepared = numericCases.map(({ label, spec }) => {
  const columns = lawInputs(spec);
  return { label, spec, columns, xs: columns[0], truth: pointsOf(evaluate(spec, columns)) };
});

describe.each(prepared)("JavaScript of $label", ({ spec, columns, xs, truth }) => {
  it("does what evaluate does on 10,000 inputs", () => {
    expect(xs).toHaveLength(10_000);
    const got = runJavaScript(render(spec, "javascript"), columns);
    expect(firstDifference(xs, truth, got)).toBeUndefined();
  });
});

describe("Python", () => {
  const columns = runPython(
    prepared.map(({ spec, columns: inputs }) => ({ source: render(spec, "python"), inputs })),
  );
  it.each(prepared.map(({ label, xs, truth }, i) => ({ label, xs, truth, got: columns[i] ?? [] })))(
    "does what evaluate does on 10,000 inputs: $label",
    ({ xs, truth, got }) => {
      expect(got).toHaveLength(10_000);
      expect(firstDifference(xs, truth, got)).toBeUndefined();
    },
  );

  it("is undefined where evaluate is and raises nothing, for any function", () => {
    const xs = Float64Array.from([-128, -3.5, -1, -0.1, 0, 0.1, 1, 2, 17.3, 128]);
    const specs = fc.sample(arbitraryNumericSpec, { seed: 2, numRuns: 300 });
    const columns = runPython(
      specs.map((spec) => ({ source: render(spec, "python"), inputs: xs })),
    );
    const got = columns.map((column) => column.map(stateOf));
    const truth = specs.map((spec) => pointsOf(evaluate(spec, xs)).map(stateOf));
    expect(got).toEqual(truth);
  });
});

describe("any rendering", () => {
  it("of several arguments gives the same bits as evaluate, and in Python the same values", () => {
    const laws = fc.sample(arbitrarySeveral, { seed: 3, numRuns: 300 });
    const columns = Array.from({ length: 5 }, (_, k) =>
      Float64Array.from([-128, -2.5, -1, 0, 0.3, 1, 17, 128], (x) => x * (1 + k) + k / 3),
    );
    const truths = laws.map((law) => pointsOf(evaluate(law, columns)));
    const javascript = laws.map((law) => {
      const inputs = columns.slice(0, arityOf(law));
      return runJavaScript(render(law, "javascript"), inputs, exactMath);
    });
    expect(javascript.map(withoutSignOfZero)).toEqual(truths.map(withoutSignOfZero));
    const python = runPython(
      laws.map((law) => ({
        source: render(law, "python"),
        inputs: columns.slice(0, arityOf(law)),
      })),
    );
    expect(python.map((column) => column.map(stateOf))).toEqual(
      truths.map((column) => column.map(stateOf)),
    );
  });

  const input = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.double({ min: -256, max: 256, noNaN: true }),
    fc.integer({ min: -2560, max: 2560 }).map((tenths) => tenths / 10),
  );
  it("in JavaScript gives the same bits as evaluate, given the same elementary functions", () =>
    fc.assert(
      fc.property(arbitraryNumericSpec, fc.array(input, { minLength: 1 }), (spec, inputs) => {
        const xs = Float64Array.from(inputs);
        const truth = pointsOf(evaluate(spec, xs));
        expect(withoutSignOfZero(runJavaScript(render(spec, "javascript"), xs, exactMath))).toEqual(
          withoutSignOfZero(truth),
        );
      }),
      { numRuns: 500 },
    ));

  it("as a formula is one line without doubled signs", () =>
    fc.assert(
      fc.property(arbitraryNumericSpec, (spec) => {
        const text = render(spec, "formula");
        expect(text).toMatch(/^f\(x\) = .+$/u);
        expect(text).not.toMatch(/[+−·/] ?−|NaN|Infinity|null/u);
      }),
    ));
});

/** Whether there is a value; the name of an exception, if one was raised. */
function stateOf(value: Point | string): string {
  if (typeof value === "string") return value;
  return value === null ? "undefined" : "value";
}

function withoutSignOfZero(points: readonly Point[]): readonly Point[] {
  return points.map((value) => {
    if (value === null) return null;
    return typeof value === "number" ? value + 0 : { re: value.re + 0, im: value.im };
  });
}
