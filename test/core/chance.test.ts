import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  chanceFrom,
  drawsFrom,
  mean,
  mixNumber,
  mixWord,
  streamKey,
} from "../../src/core/index.ts";
import type { Chance, Draws } from "../../src/core/index.ts";

const some = (count: number, draw: () => number): number[] =>
  Array.from({ length: count }, () => draw());

const uniforms = (count: number, draws: Draws): number[] => some(count, () => draws.uniform());

const normals = (count: number, draws: Draws): number[] => some(count, () => draws.normal());

const variance = (values: readonly number[]): number => {
  const centre = mean(values);
  return mean(values.map((value) => (value - centre) ** 2));
};

/** Pearson's statistic of counts against equal expectation. */
const chiSquare = (counts: readonly number[]): number => {
  const expected = mean(counts);
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
};

const names = fc.array(fc.oneof(fc.string(), fc.integer()), { minLength: 1, maxLength: 3 });

describe("forks", () => {
  it("depend on names alone, never on draws made before", () => {
    fc.assert(
      fc.property(fc.string(), names, fc.nat(20), (seed, path, drawn) => {
        const used = chanceFrom(seed);
        some(drawn, () => used.uniform());
        expect(uniforms(5, used.fork(...path))).toEqual(
          uniforms(5, chanceFrom(seed).fork(...path)),
        );
      }),
    );
  });

  it("leave the stream that they come from where it was", () => {
    const forked = chanceFrom("seed");
    uniforms(3, forked.fork("aside"));
    expect(uniforms(5, forked)).toEqual(uniforms(5, chanceFrom("seed")));
  });

  it("by several names are forks of forks", () => {
    fc.assert(
      fc.property(fc.string(), names, (seed, path) => {
        const stepwise = path.reduce<Chance>((at, name) => at.fork(name), chanceFrom(seed));
        expect(
          chanceFrom(seed)
            .fork(...path)
            .uniform(),
        ).toBe(stepwise.uniform());
      }),
    );
  });

  it("differ where their names do, however the names are cut", () => {
    const firsts = [["ab", "c"], ["a", "bc"], ["abc"], ["a/1:b", "c"], ["a", "b", "c"]].map(
      (path) =>
        chanceFrom("seed")
          .fork(...path)
          .uniform(),
    );
    expect(new Set(firsts).size).toBe(firsts.length);
  });

  it("of neighbouring numbers are unrelated", () => {
    const root = chanceFrom("neighbours");
    const firsts = Array.from({ length: 4000 }, (_, index) => root.fork(index).uniform());
    const centred = firsts.map((value) => value - 0.5);
    const lagged = mean(centred.slice(1).map((value, index) => value * (centred[index] ?? 0)));
    expect(Math.abs(lagged / variance(firsts))).toBeLessThan(4 / Math.sqrt(4000));
  });
});

describe("the streams of released seeds", () => {
  it("give the very bits of their first release", () => {
    const draws = chanceFrom("golden").fork("stream", 1);
    expect(uniforms(4, draws)).toMatchInlineSnapshot(`
      [
        0.8628504543740544,
        0.6875168793672211,
        0.163219318328369,
        0.28859953811859096,
      ]
    `);
  });

  it("give the rounded normals and the counts of their first release", () => {
    const draws = chanceFrom("golden").fork("stream", 2);
    expect(normals(4, draws).map((value) => value.toFixed(12))).toMatchInlineSnapshot(`
      [
        "0.399249293908",
        "1.566204773406",
        "1.123162760755",
        "-1.357149961072",
      ]
    `);
    expect(some(6, () => draws.poisson(40))).toMatchInlineSnapshot(`
      [
        29,
        36,
        36,
        48,
        44,
        43,
      ]
    `);
    expect(some(6, () => draws.integer(-3, 3))).toMatchInlineSnapshot(`
      [
        -1,
        3,
        2,
        1,
        0,
        -3,
      ]
    `);
    expect(draws.shuffled([1, 2, 3, 4, 5, 6])).toMatchInlineSnapshot(`
      [
        4,
        1,
        2,
        5,
        3,
        6,
      ]
    `);
  });

  it("have the keys of their first release", () => {
    expect(streamKey("golden")).toMatchInlineSnapshot(`
      [
        -581509567,
        932519324,
        -1838671101,
        1097777503,
      ]
    `);
    expect(mixNumber(streamKey("golden"), 1.5)).toMatchInlineSnapshot(`
      [
        1058408573,
        -1954251576,
        -849609286,
        610754286,
      ]
    `);
  });
});

describe("draws", () => {
  const count = 20_000;
  const draws = (name: string): Draws => chanceFrom("moments").fork(name);

  it("are uniform: chi-square over 100 cells, 99 degrees of freedom", () => {
    const cells = Array.from({ length: 100 }, () => 0);
    const uniform = draws("uniform");
    for (let i = 0; i < count; i += 1) {
      const cell = Math.floor(uniform.uniform() * 100);
      cells[cell] = (cells[cell] ?? 0) + 1;
    }
    expect(cells).toHaveLength(100);
    expect(chiSquare(cells)).toBeLessThan(160);
    expect(chiSquare(cells)).toBeGreaterThan(55);
  });

  it("of whole numbers reach both ends, nothing beyond, all equally often", () => {
    const counts = new Map<number, number>();
    const integers = draws("integer");
    for (const value of some(count, () => integers.integer(-3, 3)))
      counts.set(value, (counts.get(value) ?? 0) + 1);
    expect([...counts.keys()].toSorted((a, b) => a - b)).toEqual([-3, -2, -1, 0, 1, 2, 3]);
    expect(chiSquare([...counts.values()])).toBeLessThan(25);
  });

  it("of normals have mean 0, variance 1, no skew and kurtosis 3", () => {
    const values = normals(count, draws("normal"));
    expect(Math.abs(mean(values))).toBeLessThan(4 / Math.sqrt(count));
    expect(Math.abs(variance(values) - 1)).toBeLessThan(4 * Math.sqrt(2 / count));
    expect(Math.abs(mean(values.map((value) => value ** 3)))).toBeLessThan(
      4 * Math.sqrt(15 / count),
    );
    expect(Math.abs(mean(values.map((value) => value ** 4)) - 3)).toBeLessThan(
      4 * Math.sqrt(96 / count),
    );
  });

  it.each([0.3, 1, 15.9, 16, 16.1, 100])("of Poisson %d have that mean and variance", (rate) => {
    const poisson = draws(`poisson ${rate}`);
    const values = some(count, () => poisson.poisson(rate));
    expect(values.every((value) => Number.isInteger(value) && value >= 0)).toBe(true);
    expect(Math.abs(mean(values) - rate)).toBeLessThan(4 * Math.sqrt(rate / count));
    expect(Math.abs(variance(values) / rate - 1)).toBeLessThan(
      4 * Math.sqrt((2 + 1 / rate) / count),
    );
  });

  it("of Poisson 0 are 0", () => expect(draws("none").poisson(0)).toBe(0));

  it("shuffle into a permutation and leave the list alone", () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.integer()), (seed, items) => {
        const before = [...items];
        const shuffled = chanceFrom(seed).shuffled(items);
        expect(shuffled.toSorted((a, b) => a - b)).toEqual(before.toSorted((a, b) => a - b));
        expect(items).toEqual(before);
      }),
    );
  });

  it("put each item first equally often when shuffling", () => {
    const shuffling = draws("shuffle");
    const firsts = [0, 0, 0, 0, 0];
    for (let i = 0; i < 5000; i += 1) {
      const first = shuffling.shuffled([0, 1, 2, 3, 4])[0] ?? 0;
      firsts[first] = (firsts[first] ?? 0) + 1;
    }
    expect(chiSquare(firsts)).toBeLessThan(20);
  });

  it("pick only from the list", () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.integer(), { minLength: 1 }), (seed, items) => {
        expect(items).toContain(chanceFrom(seed).pick(items));
      }),
    );
  });

  it("work from a key of zeros, on which the generator alone would stand still", () => {
    const values = uniforms(
      10,
      drawsFrom(() => [0, 0, 0, 0]),
    );
    expect(new Set(values).size).toBe(10);
  });
});

describe("mixing a number into a key", () => {
  const key = streamKey("avalanche");
  const bitsApart = (a: readonly number[], b: readonly number[]): number =>
    a.reduce((sum, word, index) => sum + ones(word ^ (b[index] ?? 0)), 0);
  const ones = (word: number): number => (word >>> 0).toString(2).replaceAll("0", "").length;

  it("takes −0 for 0 and tells all other doubles apart", () => {
    expect(mixNumber(key, -0)).toEqual(mixNumber(key, 0));
    fc.assert(
      fc.property(fc.double({ noNaN: true }), fc.double({ noNaN: true }), (a, b) => {
        fc.pre(a !== b);
        expect(mixNumber(key, a)).not.toEqual(mixNumber(key, b));
      }),
    );
  });

  it("changes about half of the 128 bits when one bit of the number changes", () => {
    const view = new DataView(new ArrayBuffer(8));
    const changed = Array.from({ length: 64 }, (_, bit) =>
      Array.from({ length: 40 }, (_unused, index) => {
        const value = (index - 20.5) * 3.7;
        view.setFloat64(0, value);
        view.setUint32(bit < 32 ? 4 : 0, view.getUint32(bit < 32 ? 4 : 0) ^ (1 << (bit % 32)));
        return bitsApart(mixNumber(key, value), mixNumber(key, view.getFloat64(0)));
      }),
    );
    for (const apart of changed) expect(Math.abs(mean(apart) - 64)).toBeLessThan(8);
  });

  it("gives neighbouring inputs streams whose first draws are uniform and unrelated", () => {
    const firsts = Array.from({ length: 5000 }, (_, index) =>
      drawsFrom(() => mixNumber(key, index - 2500)).uniform(),
    );
    const cells = Array.from(
      { length: 50 },
      (_, cell) => firsts.filter((value) => Math.floor(value * 50) === cell).length,
    );
    expect(chiSquare(cells)).toBeLessThan(95);
    const centred = firsts.map((value) => value - 0.5);
    const lagged = mean(centred.slice(1).map((value, index) => value * (centred[index] ?? 0)));
    expect(Math.abs(lagged / variance(firsts))).toBeLessThan(4 / Math.sqrt(5000));
  });

  it("depends on the order of words", () =>
    expect(mixWord(mixWord(key, 1), 2)).not.toEqual(mixWord(mixWord(key, 2), 1)));
});
