import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chanceFrom } from "../../../../src/core/index.ts";
import {
  arityOfText,
  atomsOf,
  canonicalOf,
  describeText,
  distributionOf,
  isRandom,
  matches,
  parseStringSpec,
  releasedName,
  renderText,
  sampleStringAtom,
  serveText,
  stringKinds,
  withoutException,
} from "../../../../src/categories/strings/index.ts";
import type { StringSpec } from "../../../../src/categories/strings/index.ts";
import { arbitraryAnyText, arbitraryReading, arbitrarySpec, arbitraryText } from "./arbitraries.ts";

it("there are the 67 operations of the released catalogue, each with a released name of its own", () => {
  const released = stringKinds.map(releasedName).filter((name) => name !== null);
  expect(released).toHaveLength(67);
  expect(new Set(released).size).toBe(67);
});

describe.each(stringKinds)("%s", (kind) => {
  it("draws the same parameters from the same seed, and they are good", () =>
    fc.assert(
      fc.property(fc.string(), arbitraryReading, (seed, reading) => {
        const atom = sampleStringAtom(kind, chanceFrom(seed), reading);
        expect(atom).toEqual(sampleStringAtom(kind, chanceFrom(seed), reading));
        expect(parseStringSpec(JSON.parse(JSON.stringify(atom)))).toEqual(atom);
      }),
    ));

  it("gives something for any text, however ill-formed, that adds up", () =>
    fc.assert(
      fc.property(arbitraryAnyText, fc.string(), arbitraryReading, (text, seed, reading) => {
        const atom = sampleStringAtom(kind, chanceFrom(seed), reading);
        const results = distributionOf(atom, [text]);
        const total = results.reduce((sum, { probability }) => sum + probability, 0);
        expect(Math.abs(total - 1)).toBeLessThan(1e-9);
        expect(isRandom(atom) || results.length === 1).toBe(true);
        const served = serveText(atom, [text], chanceFrom(seed));
        expect(results.map(({ result }) => result)).toContainEqual(served);
      }),
    ));

  it("answers a text of 100,000 characters", () => {
    const text = "aB3 é😀".repeat(20_000).slice(0, 100_000);
    const atom = sampleStringAtom(kind, chanceFrom("long"));
    expect(["string", "object"]).toContain(typeof serveText(atom, [text], chanceFrom("serve")));
  });

  it("tells every parameter", () =>
    fc.assert(
      fc.property(fc.string(), arbitraryReading, (seed, reading) => {
        const atom = sampleStringAtom(kind, chanceFrom(seed), reading);
        const told = describeText(atom);
        for (const [name, value] of Object.entries(atom)) {
          if (name === "kind" || name === "reading" || name === "number") continue;
          expect(told).toContain(String(value));
        }
      }),
    ));

  it("has not drifted since its first release", () => {
    const atom = sampleStringAtom(kind, chanceFrom("golden"));
    const told = describeText(atom);
    expect([
      atom,
      told,
      renderText(atom, "python"),
      renderText(atom, "javascript"),
    ]).toMatchSnapshot();
  });
});

describe("any function", () => {
  const inputsFor = (spec: StringSpec, text: string, other: string): readonly string[] =>
    arityOfText(spec) === 1 ? [text] : [text, other];

  it("survives being written down", () =>
    fc.assert(
      fc.property(arbitrarySpec, (spec) => {
        expect(parseStringSpec(JSON.parse(JSON.stringify(spec)))).toEqual(spec);
      }),
    ));

  it("serves what its distribution has, the same from the same seed", () =>
    fc.assert(
      fc.property(
        arbitrarySpec,
        arbitraryAnyText,
        arbitraryText,
        fc.string(),
        (spec, a, b, seed) => {
          const texts = inputsFor(spec, a, b);
          const served = serveText(spec, texts, chanceFrom(seed));
          expect(serveText(spec, texts, chanceFrom(seed))).toEqual(served);
          expect(distributionOf(spec, texts).map(({ result }) => result)).toContainEqual(served);
        },
      ),
    ));

  it("does what its canonical form does, which is a form of its own", () =>
    fc.assert(
      fc.property(arbitrarySpec, arbitraryAnyText, arbitraryText, (spec, a, b) => {
        const canonical = canonicalOf(spec);
        const texts = inputsFor(spec, a, b);
        expect(distributionOf(canonical, texts)).toEqual(distributionOf(spec, texts));
        expect(canonicalOf(canonical)).toEqual(canonical);
      }),
    ));

  it("is its law where its exception does not hold", () =>
    fc.assert(
      fc.property(arbitrarySpec, arbitraryText, arbitraryText, (spec, a, b) => {
        fc.pre(spec.kind === "excepted" && !matches(spec.when, a));
        const texts = inputsFor(spec, a, b);
        expect(distributionOf(spec, texts)).toEqual(distributionOf(withoutException(spec), texts));
      }),
    ));

  it("is told in one line that names each of its operations", () =>
    fc.assert(
      fc.property(arbitrarySpec, (spec) => {
        const told = describeText(spec);
        expect(told).toMatch(/^f\(s(, t)?\) [^\n]+\.$/u);
        for (const atom of atomsOf(spec)) {
          expect(told).toContain(describeText(atom).slice("f(s) ".length, -1));
        }
      }),
    ));
});
