import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Interpretation, Region, Scores } from "../../../../src/contract/index.ts";
import { BenchError, chanceFrom } from "../../../../src/core/index.ts";
import { codeLength } from "../../../../src/scoring/index.ts";
import { soundNumericMetrics } from "../../../../src/categories/numeric/scorers/metrics.ts";
import { hiddenInputs } from "../../../../src/categories/numeric/scorers/hidden-inputs.ts";
import { soundScores } from "../../../../src/categories/numeric/scorers/sound-scores.ts";
import type {
  KnownLaw,
  SoundAnswer,
  SoundParts,
  SoundTruth,
} from "../../../../src/categories/numeric/scorers/sound-scores.ts";
import { column, gave, outputOf } from "./columns.ts";

type Law = (x: number) => number;

const domain = { from: -128, to: 128 };
const line: Law = (x) => 2 * x + 1;
const LINE = "function f(x) { return 2 * x + 1; }";
const REGION = { from: 10, to: 30 };
const corruptedLine: Law = (x) => (x >= 10 && x <= 30 ? -50 : line(x));
const CORRUPTED = "function f(x) { if (x >= 10 && x <= 30) { return -50; } return 2 * x + 1; }";

const interpretation = (source: string, regions: readonly Region[] = []): Interpretation => ({
  description: "a line",
  code: { language: "javascript", source, entry: "f" },
  regions,
  noise: { distribution: "none", scale: null },
  exceptions: [],
  concepts: [],
  confidence: 0.9,
  abstained: false,
  raw: null,
});

interface Case {
  readonly truth?: Law;
  readonly clean?: Law;
  readonly regions?: readonly Region[];
  readonly breakpoints?: readonly number[];
  readonly code?: Law;
  readonly source?: string;
  readonly lawSource?: string;
  readonly stated?: readonly Region[];
  readonly truthParts?: Partial<SoundTruth>;
  readonly lawParts?: Partial<KnownLaw>;
  readonly answerParts?: Partial<SoundAnswer>;
}

function partsOf(given: Case): SoundParts {
  const { truth = line, clean = truth, regions = [], breakpoints = [], code = truth } = given;
  const { source = LINE, lawSource = LINE, stated = [] } = given;
  const hidden = hiddenInputs({
    domain,
    counts: { domain: 400, region: 50, outside: 80 },
    regions,
    breakpoints,
    chance: chanceFrom("sound"),
  });
  const at = (law: Law): number[] => [...hidden.inputs].map(law);
  const length = codeLength({ language: "javascript", source: lawSource });
  const lawLength = length.kind === "scored" ? length.value : NaN;
  return {
    domain,
    hidden,
    truth: {
      values: column(at(truth)),
      law: {
        clean: column(at(clean)),
        regions,
        noise: null,
        network: null,
        length: { javascript: lawLength, python: lawLength },
        ...given.lawParts,
      },
      lookupError: { kind: "scored", value: 0.25 },
      ...given.truthParts,
    },
    answer: {
      interpretation: interpretation(source, stated),
      guess: gave(at(code)),
      fitted: column(at(code)),
      forecasts: [],
      rounds: [[0, 1, 2]],
      ...given.answerParts,
    },
  };
}

const scoresOf = (given: Case): Scores => soundScores(partsOf(given));
const valuesOf = (given: Case): { readonly [metric: string]: number | string } =>
  Object.fromEntries(
    Object.entries(scoresOf(given)).map(([metric, score]) => [
      metric,
      score.kind === "scored" ? score.value : score.reason,
    ]),
  );

describe("soundScores", () => {
  it("gives a perfect answer all that there is to be had, of a plain function", () =>
    expect(valuesOf({ breakpoints: [0] })).toEqual({
      agreement: 1,
      "agreement.breakpoints": 1,
      extrapolation: 1,
      error: 0,
      skill: 20,
      length: 9,
      form: 1,
      law: 1,
      "corruption.stated.false": 0,
      "corruption.code.false": 0,
      "noise.kind": 1,
      "process.coverage": 1 / 64,
      "process.repeated": 0,
    }));

  const corrupted: Case = {
    truth: corruptedLine,
    clean: line,
    regions: [REGION],
    breakpoints: [10, 30],
    source: CORRUPTED,
    lawSource: CORRUPTED,
    stated: [REGION],
  };

  it("and of a corrupted one", () =>
    expect(valuesOf(corrupted)).toMatchObject({
      agreement: 1,
      "agreement.regions": 1,
      "agreement.breakpoints": 1,
      law: 1,
      form: 1,
      "corruption.stated.iou": 1,
      "corruption.stated.detected": 1,
      "corruption.code.iou": expect.closeTo(1, 9),
      "corruption.code.detected": 1,
      "process.inside": 0,
    }));

  it("tells the law without its region from the truth, but not from its form", () =>
    expect(valuesOf({ ...corrupted, code: line, stated: [] })).toMatchObject({
      "agreement.regions": 0,
      extrapolation: 1,
      law: 0,
      form: 1,
      "corruption.stated.iou": 0,
      "corruption.code.iou": 0,
      "corruption.code.detected": 0,
    }));

  it("does not take a table for the law, however dense", () => {
    const step = 256 / 4096;
    const table: Law = (x) =>
      x < -128 || x > 128 ? 0 : line(-128 + step * Math.round((x + 128) / step));
    const scores = valuesOf({ code: table });
    expect(scores["agreement"]).toBeGreaterThan(0.95);
    expect(scores).toMatchObject({ extrapolation: 0, law: 0 });
    const rows = Array.from({ length: 40 }, (_, i) => `[${i}, ${line(i)}]`).join(", ");
    expect(valuesOf({ source: `const t = [${rows}]; ${LINE}` })).toMatchObject({
      agreement: 1,
      extrapolation: 1,
      law: 0,
    });
  });

  it("allows three times the length of the law, and not a node more", () => {
    const longer = (nodes: number): string => `${LINE} ${"1; ".repeat(nodes - 9)}`;
    expect(valuesOf({ source: longer(27) })).toMatchObject({ length: 27, law: 1 });
    expect(valuesOf({ source: longer(28) })).toMatchObject({ length: 28, law: 0 });
  });

  it("wants the law right at jumps, too", () => {
    const step =
      (at: number): Law =>
      (x) =>
        x < at ? 0 : 5;
    const given = { truth: step(0), breakpoints: [0], source: LINE };
    expect(valuesOf({ ...given, code: step(0) })).toMatchObject({ law: 1 });
    expect(valuesOf({ ...given, code: step(1e-4) })).toMatchObject({
      agreement: 1,
      "agreement.breakpoints": 0.5,
      law: 0,
    });
  });

  it("does not take a line for a wave of vanishing frequency", () => {
    const sine: Law = (x) => 4 * Math.sin(x);
    const wave = { truth: sine, lawSource: LINE };
    expect(valuesOf({ ...wave, code: () => 0 })).toMatchObject({ form: 0, law: 0 });
    expect(valuesOf({ ...wave, code: (x) => 1e-3 * x })).toMatchObject({ form: 0 });
    expect(valuesOf({ ...wave, code: (x) => 3 * Math.sin(2 * x + 1) })).toMatchObject({ form: 1 });
    expect(valuesOf({ code: (x) => 9 - x })).toMatchObject({ form: 1, law: 0 });
    expect(valuesOf({ ...wave, answerParts: { fitted: null } })).toMatchObject({ form: 0, law: 1 });
  });

  it("has two figures for a network, and no law where it learned none", () => {
    const network: Law = (x) => (Math.abs(x) <= 100 ? line(x) : 150);
    const of = (code: Law, learned: boolean) => {
      const law = column([...partsOf({}).hidden.inputs].map(line));
      return valuesOf({ truth: network, code, lawParts: { network: { learned, law } } });
    };
    expect(of(line, true)).toMatchObject({ form: 1, "network.law": 1 });
    expect(of(line, true)["fidelity"]).toBeLessThan(0.9);
    expect(of(network, true)).toMatchObject({ fidelity: 1, agreement: 1, "network.law": 0 });
    expect(of(line, false)).toMatchObject({
      form: "law-not-learned",
      "network.law": "law-not-learned",
    });
    expect(of(line, true)).not.toHaveProperty("law");
    expect(valuesOf({})).not.toHaveProperty("fidelity");
  });

  it("holds against a constant truth and code that says nothing there", () => {
    const parts = partsOf({ truth: () => 3 });
    expect(soundScores(parts)).toMatchObject({
      agreement: { value: 1 },
      error: { reason: "constant-truth" },
      skill: { reason: "constant-truth" },
      law: { value: 1 },
    });
  });

  it("is lost point by point to exceptions, and as a whole only where a sum needs them", () => {
    const parts = partsOf({});
    const outputs = [...parts.hidden.inputs].map((x, index) =>
      index < 100 ? ({ kind: "threw", message: "no" } as const) : outputOf(line(x)),
    );
    const scores = soundScores({
      ...parts,
      answer: { ...parts.answer, guess: { kind: "ran", outputs } },
    });
    expect(scores).toMatchObject({
      agreement: { value: 0.75 },
      extrapolation: { value: 1 },
      error: { reason: "code-threw" },
      law: { value: 0 },
    });
  });

  it.each(["no-code", "abstained", "timed-out", "out-of-memory"] as const)(
    "says of every figure of the code that there is none: %s",
    (kind) => {
      const code = kind === "timed-out" || kind === "out-of-memory" ? ({ kind } as const) : null;
      const source = { ...interpretation(LINE), abstained: kind === "abstained" };
      const given = code === null ? { ...source, code: null } : source;
      const guess = code ?? {
        kind: kind === "abstained" ? ("abstained" as const) : ("no-code" as const),
      };
      const scores = valuesOf({
        ...corrupted,
        answerParts: { guess, interpretation: given, fitted: null },
      });
      const reason = code === null ? kind : `code-${kind}`;
      for (const metric of [
        "agreement",
        "agreement.regions",
        "extrapolation",
        "error",
        "skill",
        "form",
        "law",
        "corruption.code.iou",
      ])
        expect([metric, scores[metric]]).toEqual([metric, reason]);
      expect(scores["length"]).toBe(code === null ? kind : 9);
      expect(scores["corruption.stated.iou"]).toBe(kind === "abstained" ? "abstained" : 0);
    },
  );

  it("knows each of its metrics by a row of the catalogue, whose kind bounds its value", () => {
    const noise = { distribution: "normal", scale: 1 } as const;
    const forecasts = [{ observed: 1, deviation: 1, outputs: [outputOf(2)] }];
    const rational = fc.integer({ min: -400, max: 400 }).map((n) => n / 4);
    fc.assert(
      fc.property(
        fc.array(rational, { minLength: 3, maxLength: 3 }),
        fc.boolean(),
        (c, isClean) => {
          const code: Law = (x) => (c[0] ?? 0) + (c[1] ?? 0) * x + ((c[2] ?? 0) * x * x) / 100;
          const base = isClean ? {} : corrupted;
          const scores = scoresOf({
            ...base,
            code,
            lawParts: { noise },
            answerParts: { forecasts },
          });
          for (const [metric, score] of Object.entries(scores)) {
            const entry = Object.entries(soundNumericMetrics).find(
              ([name]) => name === metric,
            )?.[1];
            if (entry === undefined) throw new Error(`no row for ${metric}`);
            if (score.kind === "unscored") continue;
            const [least, most] = {
              rate: [0, 1],
              error: [0, Infinity],
              count: [0, Infinity],
              bits: [-20, 20],
            }[entry.kind] ?? [NaN, NaN];
            expect(score.value).toBeGreaterThanOrEqual(least ?? NaN);
            expect(score.value).toBeLessThanOrEqual(most ?? NaN);
          }
        },
      ),
      { numRuns: 25 },
    );
  });

  it("leaves unsaid what only a law could tell, where none is known, and judges the rest", () => {
    const known = valuesOf({ code: (x) => 2 * x });
    const unknown = valuesOf({ code: (x) => 2 * x, truthParts: { law: null } });
    const lost = ["form", "law", "corruption.stated.false", "corruption.code.false", "noise.kind"];
    for (const [metric, value] of Object.entries(known))
      expect([metric, unknown[metric]]).toEqual([metric, lost.includes(metric) ? "no-law" : value]);
    expect(Object.keys(unknown).toSorted()).toEqual(Object.keys(known).toSorted());
  });

  it("refuses columns of another length", () => {
    const parts = partsOf({});
    const short = { ...parts, truth: { ...parts.truth, values: column([1, 2]) } };
    expect(() => soundScores(short)).toThrow(BenchError);
    expect(() => soundScores(short)).toThrow(
      /^Expected a value per hidden input, \d+; got 2; report this$/,
    );
  });
});
