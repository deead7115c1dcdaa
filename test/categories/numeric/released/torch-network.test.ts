import { execFileSync } from "node:child_process";
import { mkdir, open, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { env } from "node:process";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Layer } from "../../../../src/categories/numeric/index.ts";
import { layersOf } from "../../../../src/categories/numeric/released/torch/layers-of.ts";
import { readNetworkFile } from "../../../../src/categories/numeric/released/torch/read-network-file.ts";
import { readTorchTensors } from "../../../../src/categories/numeric/released/torch/read-torch-tensors.ts";
import { temporaryFolder } from "../../../support/temporary-folder.ts";
import { faultOf, torchFile } from "./torch-samples.ts";
import type { SampleTensor } from "./torch-samples.ts";

const finite = fc.float({ noNaN: true, noDefaultInfinity: true });
const several = (length: number): fc.Arbitrary<number[]> =>
  fc.array(finite, { minLength: length, maxLength: length });
const layer = (inputs: number, outputs: number): fc.Arbitrary<Layer> =>
  fc.record({
    weights: fc.array(several(inputs), { minLength: outputs, maxLength: outputs }),
    biases: several(outputs),
  });
const network = fc
  .array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 3 })
  .chain((hidden) => {
    const widths = [1, ...hidden, 1];
    return fc.tuple(...widths.slice(1).map((width, i) => layer(widths[i] ?? 1, width)));
  });

/** The state that PyTorch gives for these layers with a ReLU between any two. */
function stateOf(layers: readonly Layer[]): Record<string, SampleTensor> {
  const entries = layers.flatMap(({ weights, biases }, i): [string, SampleTensor][] => [
    [
      `layers.${2 * i}.weight`,
      { shape: [weights.length, weights[0]?.length ?? 0], values: weights.flat() },
    ],
    [`layers.${2 * i}.bias`, { shape: [biases.length], values: biases }],
  ]);
  return Object.fromEntries(entries);
}

async function written(bytes: Uint8Array): Promise<string> {
  const file = join(await temporaryFolder(), "mlp_approx_model.pt");
  await writeFile(file, bytes);
  return file;
}

describe("a network", () => {
  it("is read as it was written, whatever its width and depth", () =>
    fc.assert(
      fc.property(network, (layers) => {
        expect(layersOf(readTorchTensors(torchFile(stateOf(layers))))).toEqual(layers);
      }),
    ));

  it("is read from its file", async () => {
    const layers = [
      { weights: [[1], [-0.5]], biases: [0.25, 2] },
      { weights: [[3, 4]], biases: [-1] },
    ];
    expect(await readNetworkFile(await written(torchFile(stateOf(layers))))).toEqual(layers);
  });
});

const row = (length: number): SampleTensor => ({
  shape: [length],
  values: Array<number>(length).fill(1),
});
const matrix = (outputs: number, inputs: number): SampleTensor => ({
  shape: [outputs, inputs],
  values: Array<number>(outputs * inputs).fill(1),
});
const good = {
  "layers.0.weight": matrix(3, 1),
  "layers.0.bias": row(3),
  "layers.2.weight": matrix(1, 3),
  "layers.2.bias": row(1),
};
const { "layers.2.bias": lastBias, ...headless } = good;

describe("what is no network from one number to one number is refused", () => {
  it.each<[string, Readonly<Record<string, SampleTensor>>, RegExp]>([
    ["nothing", {}, /layers\.0\.weight.*got none/u],
    ["a missing bias", headless, /layers\.2\.bias.*got `layers\.0\.weight`/u],
    ["one layer", { "layers.0.weight": matrix(1, 1), "layers.0.bias": row(1) }, /layers\.2/u],
    ["layers without a ReLU", { ...headless, "layers.1.bias": lastBias }, /`layers\.1\.bias`/u],
    ["another tensor", { ...good, scale: row(1) }, /`scale`/u],
    ["two inputs", { ...good, "layers.0.weight": matrix(3, 2) }, /\(3, 1\); got \(3, 2\)/u],
    ["two outputs", { ...good, "layers.2.bias": row(2) }, /\(1\); got \(2\)/u],
    ["a flat weight", { ...good, "layers.0.weight": row(3) }, /\(3, 1\); got \(3\)/u],
    ["widths that differ", { ...good, "layers.2.weight": matrix(1, 4) }, /\(1, 3\); got \(1, 4\)/u],
    ["a bias too long", { ...good, "layers.0.bias": row(4) }, /\(4, 1\); got \(3, 1\)/u],
    ["a square bias", { ...good, "layers.0.bias": matrix(3, 1) }, /\(3\); got \(3, 1\)/u],
  ])("%s", (_, tensors, message) => {
    const fault = faultOf(() => layersOf(readTorchTensors(torchFile(tensors))));
    expect(fault.code).toBe("bad-data");
    expect(fault.message).toMatch(message);
  });
});

describe("a file is refused, with its path,", () => {
  it("where it is not there", async () => {
    const file = join(await temporaryFolder(), "absent.pt");
    await expect(readNetworkFile(file)).rejects.toMatchObject({
      code: "data-missing",
      data: { path: file },
    });
  });

  it("where it is a folder", async () => {
    const folder = join(await temporaryFolder(), "model.pt");
    await mkdir(folder);
    await expect(readNetworkFile(folder)).rejects.toMatchObject({
      code: "bad-data",
      data: { path: folder },
    });
  });

  it("where it is a pipe that nobody writes to", async () => {
    const pipe = join(await temporaryFolder(), "model.pt");
    execFileSync("python3", ["-c", "import os, sys; os.mkfifo(sys.argv[1])", pipe]);
    await expect(readNetworkFile(pipe)).rejects.toMatchObject({ code: "bad-data" });
  });

  it("where it has 10 GB, before they are read", async () => {
    const file = await written(new Uint8Array(0));
    const handle = await open(file, "w");
    await handle.truncate(10e9);
    await handle.close();
    await expect(readNetworkFile(file)).rejects.toMatchObject({
      code: "bad-data",
      message: expect.stringContaining("10000000000"),
    });
  });

  it("where it holds anything else", async () => {
    const file = await written(new TextEncoder().encode("not a network"));
    await expect(readNetworkFile(file)).rejects.toMatchObject({
      code: "bad-data",
      data: { path: file },
      message: expect.stringContaining(file),
    });
  });
});

const PYTHON_READER = `
import json, struct, sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as archive:
  parts = [archive.read(f"mlp_approx_model/data/{i}") for i in range(4)]
print(json.dumps([struct.unpack(f"<{len(part) // 4}f", part) for part in parts]))`;

const data = env["FIND_DATA"];

describe("the released networks", () => {
  it.runIf(data !== undefined).each(["f00000", "f00002", "f00004"])(
    "%s has the weights that Python finds in it",
    async (id) => {
      const file = join(data ?? "", "find-dataset", "numeric", id, "mlp_approx_model.pt");
      const parts: unknown = JSON.parse(
        execFileSync("python3", ["-c", PYTHON_READER, file], { encoding: "utf8" }),
      );
      const layers = await readNetworkFile(file);
      expect(layers.map(({ biases }) => biases.length)).toEqual([64, 1]);
      expect(layers.flatMap(({ weights, biases }) => [weights.flat(), biases])).toEqual(parts);
    },
  );
});
