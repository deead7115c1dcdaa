import { describe, expect, it } from "vitest";
import { chanceFrom } from "../../../../src/core/index.ts";
import {
  atomKinds,
  evaluate,
  familyOf,
  parseNumericSpec,
  sampleAtom,
} from "../../../../src/categories/numeric/index.ts";
import type { Atom } from "../../../../src/categories/numeric/index.ts";

const chance = chanceFrom("families");
const xs = Float64Array.from({ length: 101 }, (_, i) => (i - 50) / 4);

/** The known values of a law, with their arguments. */
function known(atom: Atom): readonly { readonly x: number; readonly y: number }[] {
  return Array.from(evaluate(atom, xs).re, (y, i) => ({ x: xs[i] ?? 0, y })).filter(({ y }) =>
    Number.isFinite(y),
  );
}

describe.each(atomKinds)("what is known of the family %s", (kind) => {
  const family = familyOf(kind);
  const drawn = Array.from({ length: 20 }, (_, i) => sampleAtom(kind, chance.fork(kind, i)));

  it("is said by the object of that name, of laws that its schema reads", () => {
    expect(family.kind).toBe(kind);
    expect(drawn.map(parseNumericSpec)).toEqual(drawn);
  });

  it("holds of a law that is scaled and moved in its own parameters", () => {
    const scaling = { scaled: (value: number) => -2 * value, moved: (v: number) => -2 * v + 7.5 };
    for (const atom of drawn) {
      const adjusted = family.adjusted?.(atom, scaling);
      if (adjusted === undefined) continue;
      const { re } = evaluate(adjusted, xs);
      for (const { x, y } of known(atom)) {
        const size = family.magnitude(atom, x) + 10;
        expect(Math.abs((re[xs.indexOf(x)] ?? NaN) - (-2 * y + 7.5))).toBeLessThan(1e-12 * size);
      }
    }
  });

  it("holds of its coefficients, where it is a polynomial", () => {
    for (const atom of drawn) {
      const coefficients = family.coefficients?.(atom) ?? null;
      if (coefficients === null) continue;
      for (const { x, y } of known(atom)) {
        const value = coefficients.reduceRight((sum, c) => sum * x + c, 0);
        expect(Math.abs(value - y)).toBeLessThanOrEqual(1e-12 * family.magnitude(atom, x));
      }
    }
  });

  it("holds of its size, which no value exceeds", () => {
    for (const atom of drawn) {
      for (const { x, y } of known(atom))
        expect(Math.abs(y)).toBeLessThanOrEqual(family.magnitude(atom, x) * (1 + 1e-12));
    }
  });
});
