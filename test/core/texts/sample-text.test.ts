import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changedText, chanceFrom, sampleText, sampleTexts } from "../../../src/core/index.ts";

const many = (seed: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, i) => sampleText(chanceFrom(seed).fork(i)));

const LONE_SURROGATE = /\p{Surrogate}/u;

describe("a typical text", () => {
  it("is well formed and of at most 50 characters, whatever the seed", () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const text = sampleText(chanceFrom(seed));
        expect([...text].length).toBeLessThanOrEqual(50);
        expect(LONE_SURROGATE.test(text)).toBe(false);
      }),
    );
  });

  it("has not drifted since its first release", () => {
    expect(many("golden", 40)).toMatchSnapshot();
  });

  it("is of many kinds: no letter, digit or shape is missing among a thousand", () => {
    const texts = many("kinds", 1000);
    const share = (has: RegExp): number => texts.filter((text) => has.test(text)).length / 1000;
    for (const c of "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
      expect(share(new RegExp(c, "u")), c).toBeGreaterThan(0.01);
    for (const shape of [/^$/u, /^.$/u, /^ /u, / $/u, /[^ -~]/u, /_/u, /[.!?]$/u, /^.{31,}$/u])
      expect(share(shape), String(shape)).toBeGreaterThan(0);
    expect(share(/^.{3,20}$/u)).toBeGreaterThan(0.6);
    expect(new Set(texts).size).toBeGreaterThan(850);
  });
});

describe("a changed text", () => {
  it("is well formed and at most four characters away in length", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string(), (text, seed) => {
        const changed = changedText(text, chanceFrom(seed));
        expect(LONE_SURROGATE.test(changed)).toBe(false);
        expect(Math.abs([...changed].length - [...text].length)).toBeLessThanOrEqual(4);
      }),
    );
  });

  it("is nearly always another one", () => {
    const texts = many("changes", 500);
    const changed = texts.filter((text, i) => changedText(text, chanceFrom(`${i}`)) !== text);
    expect(changed.length).toBeGreaterThan(420);
  });
});

describe("typical texts for several arguments", () => {
  it("are as many as asked for, and now and then alike", () => {
    const rows = Array.from({ length: 400 }, (_, i) => sampleTexts(2, chanceFrom("rows").fork(i)));
    expect(rows.every((row) => row.length === 2)).toBe(true);
    const alike = rows.filter(([a = "", b = ""]) => a !== "" && (b.includes(a) || a.includes(b)));
    expect(alike.length).toBeGreaterThan(20);
    expect(alike.length).toBeLessThan(200);
    expect(sampleTexts(1, chanceFrom("one"))).toEqual([sampleText(chanceFrom("one"))]);
  });
});
