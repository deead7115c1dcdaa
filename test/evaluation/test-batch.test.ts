import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Output } from "../../src/contract/index.ts";
import { chanceFrom } from "../../src/core/index.ts";
import { sameNumber, sameText } from "../../src/categories/common/same-output.ts";
import { disagreementIn, inTestOrder, testBatch } from "../../src/categories/common/test-batch.ts";

const value = (x: number | string): Output => ({ kind: "value", value: x });
const sizes = fc.integer({ min: 1, max: 400 });
const parts = fc.record({ seed: fc.string(), size: sizes, sealed: fc.nat({ max: 400 }) });

const drawn = ({ seed, size, sealed }: { seed: string; size: number; sealed: number }) => {
  const inputs = Array.from({ length: size }, (_, i) => i + 0.5);
  const kind = [...inputs.keys()].filter((place) => place < sealed);
  return { inputs, kind, batch: testBatch({ inputs, kinds: [kind], chance: chanceFrom(seed) }) };
};

describe("a test batch", () => {
  it("asks every input once, and puts the outputs back", () => {
    fc.assert(
      fc.property(parts, (given) => {
        const { inputs, batch } = drawn(given);
        expect([...batch.inputs].toSorted((a, b) => Number(a) - Number(b))).toEqual(inputs);
        const outputs = batch.inputs.map((x) => value(Number(x)));
        expect(inTestOrder(batch, outputs)).toEqual(inputs.map(value));
        expect(drawn(given).batch).toEqual(batch);
      }),
      { numRuns: 40 },
    );
  });

  it("asks 16 of each sealed kind and 8 others alone, or all there are", () => {
    fc.assert(
      fc.property(parts, (given) => {
        const { inputs, kind, batch } = drawn(given);
        const places = batch.alone.map((i) => batch.order[i] ?? -1);
        expect(places.filter((place) => place < kind.length)).toHaveLength(
          Math.min(16, kind.length),
        );
        expect(places.filter((place) => place >= kind.length)).toHaveLength(
          Math.min(8, inputs.length - kind.length),
        );
        expect(new Set(places).size).toBe(places.length);
      }),
      { numRuns: 40 },
    );
  });

  it("finds the input whose output alone is another, and only such", () => {
    fc.assert(
      fc.property(parts, fc.nat(), (given, pick) => {
        const { batch } = drawn(given);
        const outputs = batch.inputs.map((x) => value(Number(x)));
        const at = (indices: readonly number[]) => indices.map((i) => outputs[i] ?? value(0));
        const ran = {
          kind: "ran",
          outputs,
          alone: at(batch.alone),
          again: at(batch.again),
        } as const;
        expect(disagreementIn(batch, ran, sameText)).toBeNull();
        const nth = pick % ran.alone.length;
        const bent = ran.alone.with(nth, value(-1));
        const found = disagreementIn(batch, { ...ran, alone: bent }, sameText);
        expect(found).toMatchObject({
          place: batch.order[batch.alone[nth] ?? 0],
          apart: value(-1),
        });
        const other = pick % ran.again.length;
        const again = (output: Output) =>
          disagreementIn(batch, { ...ran, again: ran.again.with(other, output) }, sameText);
        expect(again(value(-1))).toMatchObject({ place: batch.order[batch.again[other] ?? 0] });
        expect(again({ kind: "threw", message: "", late: true })).toBeNull();
      }),
      { numRuns: 40 },
    );
  });
});

describe("two outputs for one input", () => {
  const truth = { re: 50, im: 0 };

  it("are one number within a millionth of max(|truth|, spread)", () => {
    expect(sameNumber(value(7), value(7 + 4.9e-5), truth, 1)).toBe(true);
    expect(sameNumber(value(7), value(7 + 5.1e-5), truth, 1)).toBe(false);
    expect(sameNumber(value(7), value(7 + 9e-5), truth, 100)).toBe(true);
    expect(sameNumber(value(7), value(7 + 9e-7), { re: NaN, im: 0 }, 1)).toBe(true);
    expect(sameNumber(value(7), value(7 + 2e-6), { re: NaN, im: 0 }, 1)).toBe(false);
  });

  it("are the same where both are none, of one kind, and never where one is", () => {
    const none: Output[] = [
      { kind: "undefined" },
      { kind: "invalid", got: "list" },
      { kind: "threw", message: "a" },
    ];
    for (const [i, a] of none.entries())
      for (const [j, b] of none.entries()) expect(sameNumber(a, b, truth, 1)).toBe(i === j);
    for (const a of none) expect(sameNumber(a, value(1), truth, 1)).toBe(false);
    expect(
      sameNumber({ kind: "threw", message: "a" }, { kind: "threw", message: "b" }, truth, 1),
    ).toBe(true);
    expect(sameNumber(value("1"), value(1), truth, 1)).toBe(false);
  });

  it("are one string only to the letter", () => {
    expect(sameText(value("ab"), value("ab"))).toBe(true);
    expect(sameText(value("ab"), value("aB"))).toBe(false);
    expect(sameText(value("1"), value(1))).toBe(false);
  });
});
