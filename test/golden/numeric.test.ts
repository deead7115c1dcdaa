import { describe, expect, it } from "vitest";
import { chanceFrom } from "../../src/core/index.ts";
import {
  atomKinds,
  describe as describeSpec,
  render,
  sampleAtom,
  sampleComposition,
  sampleCorruption,
  sampleNoise,
} from "../../src/functions/index.ts";
import type { NumericSpec } from "../../src/functions/index.ts";

const chance = chanceFrom("golden");
const operations = ["sum", "product", "compose"] as const;
const sides = ["inside", "below", "above"] as const;
const replacements = ["mean", "constant", "line", "polynomial"] as const;
const distributions = ["normal", "uniform", "poisson"] as const;

const atoms = atomKinds.map((kind): [string, NumericSpec] => [
  kind,
  sampleAtom(kind, chance.fork(kind)),
]);

const compositions = operations.map((operation): [string, NumericSpec] => [
  operation,
  sampleComposition(operation, ["polynomial", "sine", "step"], chance.fork(operation)),
]);

const corrupted = sides.flatMap((side) =>
  replacements.map((replacement): [string, NumericSpec] => {
    const name = `corrupted ${side} by ${replacement}`;
    const law = sampleAtom("linear", chance.fork("corrupted"));
    const scatter = side === "inside" ? "per-call" : "per-input";
    const options = { side, replacement, spread: 0.1, scatter } as const;
    return [name, sampleCorruption(law, chance.fork(name), options)];
  }),
);

const noised = distributions.map((distribution): [string, NumericSpec] => [
  distribution,
  sampleNoise(sampleAtom("root", chance.fork("noised")), chance, { distribution, scale: 1 }),
]);

const specs = [...atoms, ...compositions, ...corrupted, ...noised];

// A change to these files changes what a seed means: it is a major version.
describe("the seed `golden`", () => {
  it("has not drifted in parameters", () =>
    expect(`${JSON.stringify(Object.fromEntries(specs), null, 1)}\n`).toMatchFileSnapshot(
      "numeric-parameters.json",
    ));

  it("has not drifted in words", () =>
    expect(
      specs.map(([name, spec]) => `${name}: ${describeSpec(spec)}\n`).join(""),
    ).toMatchFileSnapshot("numeric-descriptions.txt"));

  it("has not drifted in renderings", () =>
    expect(
      specs
        .map(([name, spec]) =>
          [
            `== ${name}`,
            ...(["formula", "python", "javascript"] as const).map((notation) =>
              render(spec, notation),
            ),
          ].join("\n"),
        )
        .join("\n"),
    ).toMatchFileSnapshot("numeric-renderings.txt"));
});
