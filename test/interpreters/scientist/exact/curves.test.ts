import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chanceFrom } from "../../../../src/core/index.ts";
import { sampleAtom } from "../../../../src/categories/numeric/index.ts";
import type { Atom, Law } from "../../../../src/categories/numeric/index.ts";
import { gaussianModel } from "../../../../src/interpreters/scientist/exact/gaussian-model.ts";
import type { Model } from "../../../../src/interpreters/scientist/exact/linear-model.ts";
import { logarithmModel } from "../../../../src/interpreters/scientist/exact/logarithm-model.ts";
import { rationalModel } from "../../../../src/interpreters/scientist/exact/rational-model.ts";
import { tanhModel } from "../../../../src/interpreters/scientist/exact/tanh-model.ts";
import { waveModel } from "../../../../src/interpreters/scientist/exact/wave-model.ts";
import { gapBetween, spread, viewOn } from "../support.ts";

/** A window of neighbours, and points around the centre on which pulses are told. */
const window_ = Array.from({ length: 7 }, (_, i) => 100 + 0.04 * i);
const centre = Array.from({ length: 25 }, (_, i) => -6 + 0.4871 * i);
const xs = [...spread(80), ...window_, ...centre];
const wave: Law = { kind: "sine", amplitude: 3, period: 2.3, shift: 1, offset: 4 };
const cubic: Law = { kind: "polynomial", coefficients: [1, 2, 3, 4] };

interface Case {
  readonly model: Model;
  readonly kinds: readonly Atom["kind"][];
  /** A law that the model must not take for one of its own. */
  readonly other: Law;
}

const cases: readonly Case[] = [
  { model: logarithmModel, kinds: ["logarithm"], other: wave },
  { model: gaussianModel, kinds: ["gaussian"], other: cubic },
  { model: tanhModel, kinds: ["tanh"], other: { kind: "constant", value: 3 } },
  { model: waveModel, kinds: ["sine", "cosine"], other: cubic },
  { model: rationalModel, kinds: ["rational"], other: wave },
];

describe.each(cases.map((each) => ({ name: each.model.name, ...each })))(
  "the model $name",
  ({ model, kinds, other }) => {
    it("finds every law of its families that was drawn, from its own values", () =>
      fc.assert(
        fc.property(fc.constantFrom(...kinds), fc.integer({ min: 0, max: 1e6 }), (kind, seed) => {
          const law = sampleAtom(kind, chanceFrom(String(seed)));
          const view = viewOn(law, xs);
          fc.pre(!isSaturated(law));
          const found = model.fit(view);
          expect(found === null ? null : gapBetween(found, law)).toBeLessThan(1e-6);
        }),
        { numRuns: 60 },
      ));

    it("finds nothing, or nothing that fits, in another law", () => {
      const found = model.fit(viewOn(other, xs));
      expect(found === null || gapBetween(found, other) > 1e-3).toBe(true);
    });

    it("finds nothing in one point or none", () => {
      expect(model.fit(viewOn(other, []))).toBeNull();
      expect(model.fit(viewOn(other, [3]))).toBeNull();
    });
  },
);

/** A tanh so steep that hardly a point lies between its levels. */
function isSaturated(law: Law): boolean {
  return law.kind === "tanh" && Math.abs(law.period) < 2;
}
