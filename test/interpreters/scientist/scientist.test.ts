import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chanceFrom } from "../../../src/core/index.ts";
import type { Answer } from "../../../src/contract/index.ts";
import {
  atomKinds,
  familyKinds,
  sampleAtom,
  sampleComposition,
  sampleCorruption,
  sampleNoise,
  samplePiecewise,
} from "../../../src/categories/numeric/index.ts";
import type { Law, NumericSpec } from "../../../src/categories/numeric/index.ts";
import { scientist } from "../../../src/interpreters/index.ts";
import { madeUp, probeOf, questioning } from "./support.ts";

const kind = fc.constantFrom(...atomKinds);
const law: fc.Arbitrary<Law> = fc.oneof(
  fc.tuple(kind, fc.string()).map(([one, seed]) => sampleAtom(one, chanceFrom(seed))),
  fc
    .tuple(fc.constantFrom("sum", "product", "compose"), kind, kind, fc.string())
    .map(([operation, a, b, seed]) => sampleComposition(operation, [a, b], chanceFrom(seed))),
  fc
    .tuple(fc.constantFrom(...familyKinds), kind, fc.string())
    .map(([a, b, seed]) => samplePiecewise([a, b], chanceFrom(seed))),
);
const corrupted = fc
  .tuple(
    law,
    fc.constantFrom("inside", "below", "above"),
    fc.constantFrom("mean", "constant", "line", "polynomial"),
    fc.constantFrom("per-input", "per-call"),
    fc.constantFrom(0, 0.5),
    fc.string(),
  )
  .map(([inner, side, replacement, scatter, spread, seed]) =>
    sampleCorruption(inner, chanceFrom(seed), { side, replacement, scatter, spread }),
  );
const noised = fc
  .tuple(law, fc.constantFrom("normal", "uniform", "poisson"))
  .map(([inner, distribution]) =>
    sampleNoise(inner, chanceFrom("noise"), { distribution, scale: 1 }),
  );
const spec: fc.Arbitrary<NumericSpec> = fc.oneof(law, corrupted, noised);
const budget = fc.constantFrom(0, 1, 2, 3, 5, 10, 31, 64);
const rounds = fc.constantFrom(null, null, 0, 1, 2, 3, 7);
const settings = { numRuns: 30 };

describe("laws of a scientist", () => {
  it("same seed and same answers, same interpretation and same notes", () =>
    fc.assert(
      fc.asyncProperty(spec, budget, fc.string(), async (function_, queries, seed) => {
        const once = () => questioning(scientist(), probeOf(function_, queries), seed);
        expect(await once()).toEqual(await once());
      }),
      { numRuns: 12 },
    ));

  it("never asks more than the budget, in no more than the rounds, and hands in something", () =>
    fc.assert(
      fc.asyncProperty(spec, budget, rounds, async (function_, queries, most) => {
        const inner = probeOf(function_, queries, most);
        const asked: Answer["kind"][] = [];
        const probe = {
          ...inner,
          ask: async (xs: Parameters<typeof inner.ask>[0]) => {
            const answers = await inner.ask(xs);
            asked.push(...answers.map((answer) => answer.kind));
            return answers;
          },
        };
        const { interpretation, usage } = await questioning(scientist(), probe);
        expect(asked).not.toContain("budget-exhausted");
        expect(asked).not.toContain("refused");
        expect(usage.queries).toBeLessThanOrEqual(queries);
        expect(interpretation.abstained).toBe(interpretation.code === null);
        expect(interpretation.description).not.toMatch(/NaN|undefined|Infinity/u);
        const confidence = interpretation.confidence ?? 0;
        expect(confidence >= 0 && confidence <= 1).toBe(true);
      }),
      settings,
    ));
});

const value = (y: number): Answer => ({ kind: "value", value: y });
const nothing: Answer = { kind: "undefined", reason: "none here" };
const hostile: { readonly [name: string]: (x: number, asked: number) => Answer } = {
  "a huge constant": () => value(1e300),
  "the largest numbers, by turns": (_, asked) => value((asked % 2 === 0 ? 1 : -1) * 1.7e308),
  "tiny values": (x) => value(5e-324 * Math.sign(x)),
  "nothing anywhere": () => nothing,
  "nothing but at one input": (_, asked) => (asked === 3 ? value(7) : nothing),
  "complex everywhere": (x) => ({ kind: "value", value: { re: x, im: 1 } }),
  "text everywhere": () => ({ kind: "value", value: "seven" }),
  "refusal everywhere": () => ({ kind: "refused", reason: "no" }),
  "alternating values": (_, asked) => value(asked % 2),
  "alternating values and nothing": (_, asked) => (asked % 2 === 0 ? nothing : value(asked)),
  "values that grow with each question": (_, asked) => value(2 ** asked),
  "values that are spread at random": (x) => value(chanceFrom(String(x)).normal()),
  "a power that overflows": (x) => value(Math.min(1e308, Math.abs(x) ** 140)),
  "a jump at every input": (x) => value(Math.round(x * 1e6) % 2),
};

describe.each(Object.entries(hostile))("asked about %s", (_, answerTo) => {
  it.each([0, 1, 2, 3, 5, 10, 31, 64])("works with %i queries", async (queries) => {
    const { interpretation } = await questioning(scientist(), madeUp(answerTo, queries));
    expect(interpretation.abstained).toBe(interpretation.code === null);
    expect(interpretation.code?.source ?? "").not.toMatch(/NaN|undefined|Infinity/u);
  });

  it.each([1, 3])("works in %i rounds", async (most) => {
    const { interpretation } = await questioning(scientist(), madeUp(answerTo, 64, most));
    expect(interpretation.abstained).toBe(interpretation.code === null);
  });
});

it("abstains where no answer had a real value, and says so", async () => {
  const { interpretation } = await questioning(
    scientist(),
    madeUp(() => nothing, 10),
  );
  expect(interpretation).toMatchObject({
    abstained: true,
    code: null,
    description: "None of 7 answers had a real value; no law was found.",
  });
});
