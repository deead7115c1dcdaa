import { describe, expect, it } from "vitest";
import type { Corrupted, Law, Replacement } from "../../../../src/categories/numeric/index.ts";
import { isReplaced } from "../../../../src/interpreters/scientist/exact/is-replaced.ts";
import { missesOf } from "../../../../src/interpreters/scientist/exact/misses-of.ts";
import { inquiryInto, spread } from "../support.ts";

const inner: Law = { kind: "linear", slope: 2, intercept: 1 };
const xs = [...spread(60), ...Array.from({ length: 12 }, (_, i) => 40.3 + 1.61 * i)];

async function judged(truth: Law | Corrupted, budget = 256): Promise<boolean> {
  const inquiry = inquiryInto(truth, budget);
  await inquiry.lab.ask(xs);
  return isReplaced(inquiry, inner, missesOf(inner, inquiry.lab.readings));
}

function corrupted(replacement: Replacement, spread_: number): Corrupted {
  const regions = [{ from: 40, to: 60, replacement }];
  return { kind: "corrupted", inner, regions, spread: spread_, scatter: "per-input" };
}

const level: Replacement = { kind: "constant", value: 300 };
const slanted: Replacement = { kind: "linear", slope: -3, intercept: 9 };
const parabola: Replacement = { kind: "polynomial", coefficients: [900, 4, -0.5] };

describe("whether a law was replaced in a stretch", () => {
  it.each([0.3, 1, 40])("yes where the answers are rough, by a scatter of %d", async (scatter) => {
    for (const replacement of [level, slanted, parabola])
      expect(await judged(corrupted(replacement, scatter))).toBe(true);
  });

  it("yes where a constant stands there with hardly any scatter", async () => {
    expect(await judged(corrupted(level, 1e-5))).toBe(true);
  });

  it("yes where a constant, a line or a parabola stands there without scatter", async () => {
    for (const replacement of [level, slanted, parabola])
      expect(await judged(corrupted(replacement, 0))).toBe(true);
  });

  it("no where another smooth law begins", async () => {
    const wave: Law = { kind: "sine", amplitude: 9, period: 5.3, shift: 1, offset: 200 };
    const pieces = [
      { upTo: 40, law: inner },
      { upTo: 60, law: wave },
      { upTo: null, law: inner },
    ];
    expect(await judged({ kind: "piecewise", pieces })).toBe(false);
  });

  it("no where a pulse stands around 0", async () => {
    const pulse: Law = { kind: "rectangle", width: 4 };
    expect(await judged({ kind: "sum", terms: [inner, pulse] })).toBe(false);
  });

  it("no where nothing is missed", async () => {
    expect(await judged(inner)).toBe(false);
  });

  it("asks nothing twice", async () => {
    const inquiry = inquiryInto(corrupted(level, 1));
    await inquiry.lab.ask(xs);
    const misses = missesOf(inner, inquiry.lab.readings);
    await isReplaced(inquiry, inner, misses);
    const before = inquiry.lab.readings.length;
    expect(await isReplaced(inquiry, inner, misses)).toBe(true);
    expect(inquiry.lab.readings).toHaveLength(before);
  });
});
