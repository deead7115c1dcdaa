import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson, sha256Hex } from "../../src/core/index.ts";
import { evaluate } from "../../src/categories/numeric/index.ts";
import type { Approximated, Law } from "../../src/categories/numeric/index.ts";
import { publishedSettings } from "../../src/categories/numeric/released/published-settings.ts";
import { trainNetwork, trainPlain } from "../../src/training/index.ts";
import type { TrainingSettings } from "../../src/contract/index.ts";
import type { TrainingTask } from "../../src/training/index.ts";
import { bend, smallTask } from "./small-tasks.ts";

/** What a network gives, by the formula. */
function outputOf({ layers }: Approximated, x: number): number {
  const outputs = layers.reduce<readonly number[]>(
    (inputs, { weights, biases }, i) =>
      weights.map((row, k) => {
        const sum = row.reduce((so, weight, j) => so + weight * (inputs[j] ?? NaN), 0);
        const output = sum + (biases[k] ?? NaN);
        return i === layers.length - 1 ? output : Math.max(0, output);
      }),
    [x],
  );
  return outputs[0] ?? NaN;
}

/** Σ(f − g)² / Σf² over evenly spaced points. */
function errorOf(network: Approximated, { domain, settings: { points } }: TrainingTask): number {
  const { from, to } = domain;
  const xs = Float64Array.from(
    { length: points },
    (_, i) => from + ((to - from) * i) / (points - 1),
  );
  const ys = evaluate(network.law, xs).re;
  let [lost, total] = [0, 0];
  xs.forEach((x, i) => {
    const y = ys[i] ?? NaN;
    lost += (outputOf(network, x) - y) ** 2;
    total += y ** 2;
  });
  return lost / total;
}

const tasks: fc.Arbitrary<TrainingTask> = fc.record({
  law: fc.oneof(
    fc.record({ kind: fc.constant("constant" as const), value: fc.integer({ min: 1, max: 9 }) }),
    fc.record({
      kind: fc.constant("sine" as const),
      amplitude: fc.integer({ min: 1, max: 9 }),
      period: fc.integer({ min: 1, max: 9 }),
      shift: fc.constant(0.3),
      offset: fc.integer({ min: -9, max: 9 }),
    }),
  ),
  domain: fc.constant({ from: -3, to: 7 }),
  settings: fc.record({
    width: fc.integer({ min: 1, max: 9 }),
    depth: fc.constantFrom(1, 2),
    learningRate: fc.constantFrom(0.001, 0.01, 0.1),
    epochs: fc.integer({ min: 1, max: 50 }),
    points: fc.integer({ min: 2, max: 60 }),
  }),
  seed: fc.string(),
});

describe("a trained network", () => {
  it("is decided by its task, fits its settings, and survives JSON", () =>
    fc.assert(
      fc.property(tasks, (task) => {
        const network = trainNetwork(task);
        expect(trainNetwork(task)).toEqual(network);
        expect(JSON.parse(JSON.stringify(network))).toEqual(network);
        const { width, depth } = task.settings;
        expect(network.layers.map(({ biases }) => biases.length)).toEqual(
          depth === 1 ? [width, 1] : [width, width, 1],
        );
        expect(network.layers.map(({ weights }) => weights[0]?.length)).toEqual(
          depth === 1 ? [1, width] : [1, width, width],
        );
      }),
      { numRuns: 50 },
    ));

  it("states the error of its own weights, and whether that is below 0.01", () =>
    fc.assert(
      fc.property(tasks, (task) => {
        const network = trainNetwork(task);
        const error = errorOf(network, task);
        expect(Math.abs((network.error ?? NaN) - error)).toBeLessThanOrEqual(1e-9 * error);
        expect(network.learned).toBe((network.error ?? NaN) < 0.01);
      }),
      { numRuns: 50 },
    ));

  it("has not drifted by a bit", () => {
    const hash = (task: TrainingTask): string =>
      sha256Hex(canonicalJson(trainNetwork(task).layers));
    expect(hash(smallTask())).toMatchInlineSnapshot(
      `"cc652ebbb65a3dea5f4783a8b3cf06381b74ba084b4754b66cc767d809aab5c2"`,
    );
    expect(hash(smallTask(bend, { depth: 2, epochs: 200 }))).toMatchInlineSnapshot(
      `"b9e31b8274dc7333cf4f6e66fd6cadd853873dbacdb34f17c41f7d69b73dcbeb"`,
    );
    expect(hash(smallTask(bend, publishedSettings))).toMatchInlineSnapshot(
      `"5d1120c914a105602c30de215b72324cdf72eedf1d7ac600ab49d57c03316d09"`,
    );
  });

  it("depends on its seed", () => {
    const [one, two] = ["one", "two"].map((seed) => trainNetwork(smallTask(bend, {}, seed)));
    expect(one?.layers).not.toEqual(two?.layers);
  });

  it("is the same by either gradient, up to rounding", () => {
    const task = smallTask(bend, { epochs: 100 });
    const [fast, plain] = [trainNetwork(task), trainPlain(task)];
    const values = (network: Approximated): number[] =>
      network.layers.flatMap(({ weights, biases }) => [...weights.flat(), ...biases]);
    const reference = values(plain);
    values(fast).forEach((value, i) => expect(value).toBeCloseTo(reference[i] ?? NaN, 9));
  });

  it.each([1, 2] as const)("of depth %i comes nearer with more epochs", (depth) => {
    const errors = [1, 100, 1500].map(
      (epochs) => trainNetwork(smallTask(bend, { depth, epochs })).error ?? NaN,
    );
    expect(errors[1]).toBeLessThan(errors[0] ?? NaN);
    expect(errors[2]).toBeLessThan(errors[1] ?? NaN);
    expect(errors[2]).toBeLessThan(0.01);
  });
});

describe("with the published settings", () => {
  const trained = (law: Law, from = -100, to = 100): Approximated =>
    trainNetwork({ law, domain: { from, to }, settings: publishedSettings, seed: "published" });

  it("a line is learned to 1e-3, and a constant too", () => {
    const line = trained({ kind: "linear", slope: 4.2, intercept: -7 });
    const constant = trained({ kind: "constant", value: -37 });
    expect([line.error, constant.error].map((error) => error !== null && error < 1e-3)).toEqual([
      true,
      true,
    ]);
    expect([line.learned, constant.learned]).toEqual([true, true]);
  });

  it("a fast wave is not learned", () => {
    const wave: Law = { kind: "sine", amplitude: 5, period: 1.1, shift: 0, offset: 0 };
    expect(trained(wave)).toMatchObject({ learned: false });
  });
});

describe("points where the law", () => {
  const root = (negative: "complex" | "undefined"): Law => ({
    kind: "root",
    scale: 3,
    degree: 2,
    offset: 1,
    negative,
  });

  it("is undefined or complex are left out", () => {
    const [complex, missing] = (["complex", "undefined"] as const).map((negative) =>
      trainNetwork(smallTask(root(negative))),
    );
    expect(complex?.layers).toEqual(missing?.layers);
    expect(complex?.error).toBeLessThan(0.1);
  });

  it("is 0 throughout leave no error to state", () => {
    const network = trainNetwork(smallTask({ kind: "constant", value: 0 }));
    expect(network).toMatchObject({ error: null, learned: false });
  });

  it("has no value at all cannot be trained on", () => {
    const law: Law = { kind: "logarithm", scale: 1, base: 2, offset: 0 };
    const task = { ...smallTask(law), domain: { from: -10, to: 0 } };
    const refused = expect.objectContaining({
      code: "bad-parameter",
      message: expect.stringMatching(/^Expected .* real values .*; got none from -10 to 0; /),
    });
    expect(() => trainNetwork(task)).toThrow(refused);
  });

  it("takes more than x cannot be trained on", () => {
    const area: Law = {
      kind: "product",
      factors: [
        { kind: "argument", index: 0 },
        { kind: "argument", index: 1 },
      ],
    };
    expect(() => trainNetwork(smallTask(area))).toThrow(
      expect.objectContaining({
        code: "bad-parameter",
        message: expect.stringContaining("got one of 2;"),
      }),
    );
  });

  it("is too large for doubles are refused", () => {
    const law: Law = { kind: "constant", value: 1e308 };
    expect(() => trainNetwork(smallTask(law))).toThrow(
      expect.objectContaining({ code: "bad-parameter" }),
    );
  });
});

describe("progress", () => {
  const heardFor = (epochs: number): number[] => {
    const heard: number[] = [];
    trainNetwork(smallTask(bend, { epochs }), { onProgress: (done) => heard.push(done) });
    return heard;
  };

  it("grows to the number of epochs and ends there", () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1200 }), (epochs) => {
        const heard = heardFor(epochs);
        expect(heard.at(-1)).toBe(epochs);
        expect(heard).toEqual([...new Set(heard)].toSorted((a, b) => a - b));
      }),
      { numRuns: 30 },
    ));

  it("is a place to stop at", () => {
    const [stop, heard, reason] = [new AbortController(), new Array<number>(), new Error("enough")];
    const onProgress = (done: number): void => {
      heard.push(done);
      if (heard.length === 2) stop.abort(reason);
    };
    expect(() => trainNetwork(smallTask(), { onProgress, signal: stop.signal })).toThrow(reason);
    expect(heard).toEqual(heardFor(1000).slice(0, 2));
    expect(() => trainNetwork(smallTask(), { signal: stop.signal })).toThrow(reason);
  });
});

describe("a task that makes no sense is refused", () => {
  it.each<[string, Partial<TrainingSettings>]>([
    ["width", { width: 0 }],
    ["width", { width: 1.5 }],
    ["width", { width: 1025 }],
    ["epochs", { epochs: 0 }],
    ["epochs", { epochs: Infinity }],
    ["points", { points: 1 }],
    ["points", { points: NaN }],
    ["learningRate", { learningRate: 0 }],
    ["learningRate", { learningRate: 1.01 }],
    ["learningRate", { learningRate: NaN }],
  ])("%s in %o", (name, settings) =>
    expect(() => trainNetwork(smallTask(bend, settings))).toThrow(
      expect.objectContaining({
        code: "bad-parameter",
        message: expect.stringContaining(`\`${name}\``),
      }),
    ),
  );

  it.each([
    [5, 5],
    [6, 5],
    [NaN, 5],
    [-Infinity, 5],
    [-1e308, 1e308],
  ])("a domain from %d to %d", (from, to) =>
    expect(() => trainNetwork({ ...smallTask(), domain: { from, to } })).toThrow(
      expect.objectContaining({
        code: "bad-parameter",
        message: expect.stringContaining(`got ${from} to ${to};`),
      }),
    ),
  );
});
