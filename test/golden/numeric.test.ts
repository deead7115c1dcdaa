import { describe, expect, it } from "vitest";
import { chanceFrom } from "../../src/core/index.ts";
import {
  atomKinds,
  describe as describeSpec,
  render,
  sampleAtom,
  sampleComposition,
  sampleCorruption,
  sampleDeep,
  sampleNoise,
  samplePiecewise,
  sampleSeveral,
} from "../../src/categories/numeric/index.ts";
import type { NumericSpec } from "../../src/categories/numeric/index.ts";

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

const root = sampleAtom("root", chance.fork("noised"));
const grown = distributions.map((distribution): [string, NumericSpec] => [
  `${distribution} that grows`,
  sampleNoise(root, chance, { distribution, scale: 1, growth: 0.02 }),
]);

const elsewhere = (["step", "absolute", "leaky-relu", "rectangle"] as const).map(
  (kind): [string, NumericSpec] => [
    `${kind} elsewhere`,
    {
      kind: "compose",
      outer: sampleAtom(kind, chance.fork(kind)),
      inner: { kind: "linear", slope: 1, intercept: -3.5 },
    },
  ],
);

const deepDraws = chance.fork("deep draws");
const structures: readonly [string, NumericSpec][] = [
  ["piecewise", samplePiecewise(["linear", "sine", "modulo"], chance.fork("piecewise"))],
  [
    "deep",
    sampleDeep(
      () => deepDraws.pick(operations),
      () => deepDraws.pick(["linear", "sine", "absolute"] as const),
      3,
      chance.fork("deep"),
    ),
  ],
  ["two arguments", sampleSeveral(2, ["linear", "sine"], ["sum"], chance.fork("two"))],
  [
    "three arguments",
    sampleSeveral(3, ["linear", "sine", "tanh"], ["product", "compose"], chance.fork("three")),
  ],
];

const several: [string, NumericSpec] = [
  "three narrow regions",
  sampleCorruption(sampleAtom("linear", chance.fork("corrupted")), chance.fork("narrow"), {
    side: "inside",
    replacement: "line",
    spread: 0.1,
    scatter: "per-input",
    count: 3,
    width: { from: 1, to: 5 },
  }),
];

const networks = (["float64", "float32"] as const).map((precision): [string, NumericSpec] => [
  `network in ${precision}`,
  {
    kind: "approximated",
    law: { kind: "linear", slope: 2, intercept: -1 },
    layers: [
      { weights: [[0.5], [-0.25]], biases: [1, 0.1] },
      { weights: [[4.01, -7.9]], biases: [-5] },
    ],
    precision,
    domain: precision === "float64" ? { from: -100, to: 100 } : { from: 0, to: 100 },
    error: precision === "float64" ? 0.0123456 : 0.0000123456,
    learned: precision !== "float64",
  },
]);

const specs = [
  ...atoms,
  ...compositions,
  ...corrupted,
  ...noised,
  ...grown,
  ...elsewhere,
  ...structures,
  several,
  ...networks,
];

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
