import { describe, expect, it } from "vitest";
import { chanceFrom } from "../../../src/core/index.ts";
import { evaluate, familyKinds, sampleAtom } from "../../../src/categories/numeric/index.ts";
import { scientist } from "../../../src/interpreters/index.ts";
import { runJavaScript, runPython } from "../../laws/run-rendering.ts";
import type { Point } from "../../laws/run-rendering.ts";
import { gapBetween, probeOf, questioning, spread } from "./support.ts";

/** Inputs that no experiment asks. */
const inputs = Float64Array.from([...spread(60, "golden"), 300.123, -299.877]);
const specs = familyKinds.map((kind) => ({ kind, spec: sampleAtom(kind, chanceFrom("golden")) }));

function gap(a: Point | string | undefined, b: Point | undefined): number {
  if (typeof a === "number" && typeof b === "number")
    return Math.abs(a - b) / Math.max(1, Math.abs(b));
  if (a === null || b === null || typeof a !== "object" || typeof b !== "object")
    return a === b ? 0 : Infinity;
  return (Math.abs(a.re - b.re) + Math.abs(a.im - b.im)) / Math.max(1, Math.abs(b.re));
}

describe.each(specs)("a drawn $kind", ({ spec }) => {
  it("is told as it always was, and its code does what the function does", async () => {
    const { interpretation } = await questioning(scientist(), probeOf(spec), "golden");
    const { description, code, confidence, regions } = interpretation;
    expect([description, code?.source].join("\n\n")).toMatchSnapshot();
    expect(regions).toEqual([]);
    expect(confidence).toBe(0.98);
    const { re, im } = evaluate(spec, inputs);
    const values = runJavaScript(code?.source ?? "", inputs);
    values.forEach((value, i) => {
      const [real, imaginary] = [re[i] ?? NaN, im?.[i] ?? 0];
      const isKnown = Number.isFinite(real) && Number.isFinite(imaginary);
      const point = imaginary === 0 ? real : { re: real, im: imaginary };
      expect(gap(value, isKnown ? point : null)).toBeLessThan(1e-6);
    });
  });
});

it("writes Python that gives the same values as its JavaScript", async () => {
  const answers = await Promise.all(
    specs.map(async ({ spec }) => {
      const codeIn = async (codeLanguage: "javascript" | "python") =>
        (await questioning(scientist({ codeLanguage }), probeOf(spec), "golden")).interpretation
          .code;
      return { javascript: await codeIn("javascript"), python: await codeIn("python") };
    }),
  );
  const known = inputs.filter((x) => x > 0);
  const python = runPython(
    answers.map((each) => ({ source: each.python?.source ?? "", inputs: known })),
  );
  answers.forEach(({ javascript, python: code }, i) => {
    expect(code?.language).toBe("python");
    const values = runJavaScript(javascript?.source ?? "", known);
    values.forEach((value, j) => expect(gap(python[i]?.[j], value)).toBeLessThan(1e-12));
  });
});

it("measures how far two laws lie apart", () => {
  expect(gapBetween({ kind: "floor" }, { kind: "floor" })).toBe(0);
  expect(gapBetween({ kind: "floor" }, { kind: "ceil" })).toBeGreaterThan(0.001);
});
