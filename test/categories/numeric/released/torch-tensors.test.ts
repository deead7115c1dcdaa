import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readTorchTensors } from "../../../../src/categories/numeric/released/torch/read-torch-tensors.ts";
import { temporaryFolder } from "../../../support/temporary-folder.ts";
import {
  archiveOf,
  bytesOf,
  faultOf,
  fileWith,
  floats,
  int,
  statePickle,
  tensorPickle,
  torchFile,
  unicode,
} from "./torch-samples.ts";
import type { TensorPickle } from "./torch-samples.ts";

const float32 = fc.float({ noNaN: true, noDefaultInfinity: true });
const tensor = fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 4 }).chain((shape) => {
  const length = shape.reduce((a, b) => a * b, 1);
  return fc.record({
    shape: fc.constant(shape),
    values: fc.array(float32, { minLength: length, maxLength: length }),
  });
});
const tensors = fc.dictionary(fc.stringMatching(/^[a-z0-9._]{1,12}$/), tensor, { maxKeys: 6 });

const one = (change: Partial<TensorPickle>, ...values: readonly number[]): Uint8Array => {
  const { length } = values;
  const steps = tensorPickle({ key: "0", length, shape: [length], ...change });
  return fileWith(statePickle({ w: steps }), floats(values));
};

/** Writes a state dictionary with Python's own pickler and zip writer; torch is only named. */
const PYTHON_WRITER = `
import collections, json, pickle, struct, sys, types, zipfile
torch, utils = types.ModuleType("torch"), types.ModuleType("torch._utils")
class FloatStorage: pass
def _rebuild_tensor_v2(*arguments): pass
FloatStorage.__module__, _rebuild_tensor_v2.__module__ = "torch", "torch._utils"
torch.FloatStorage, utils._rebuild_tensor_v2 = FloatStorage, _rebuild_tensor_v2
sys.modules.update({"torch": torch, "torch._utils": utils})
class Storage:
  def __init__(self, key, length): self.key, self.length = key, length
class Tensor:
  def __init__(self, *parts): self.parts = parts
  def __reduce_ex__(self, protocol): return (_rebuild_tensor_v2, self.parts)
class Pickler(pickle.Pickler):
  def persistent_id(self, value):
    if isinstance(value, Storage): return ("storage", FloatStorage, value.key, "cpu", value.length)
state = collections.OrderedDict()
state._metadata = collections.OrderedDict([("", {"version": 1})])
with zipfile.ZipFile(sys.argv[1], "w") as archive:
  for i, (name, shape, values) in enumerate(json.load(sys.stdin)):
    strides = [1]
    for size in reversed(shape[1:]): strides.insert(0, strides[0] * size)
    hooks = collections.OrderedDict()
    storage = Storage(str(i), len(values))
    state[name] = Tensor(storage, 0, tuple(shape), tuple(strides), False, hooks)
    archive.writestr(f"archive/data/{i}", struct.pack(f"<{len(values)}f", *values))
  with archive.open("archive/data.pkl", "w") as out: Pickler(out, 2).dump(state)
  archive.writestr("archive/byteorder", "little")
`;

describe("tensors that were written are read", () => {
  it("with the same names, shapes and numbers", () =>
    fc.assert(
      fc.property(tensors, (written) => {
        const read = readTorchTensors(torchFile(written));
        expect(Object.keys(written)).toEqual([...read.keys()]);
        for (const [name, { shape, values }] of Object.entries(written)) {
          expect(read.get(name)?.shape).toEqual(shape);
          expect(read.get(name)?.values).toEqual(Float32Array.from(values));
        }
      }),
    ));

  it("also from Python's own pickler and zip writer", async () => {
    const file = join(await temporaryFolder(), "model.pt");
    const width = 300;
    const values = Array.from({ length: width }, (_, i) => Math.fround(i / 7 - 20));
    const written = [
      ["layers.0.weight", [width, 1], values],
      ["layers.0.bias", [width], values.toReversed()],
      ["layers.2.weight", [2, 150], values],
      ["layers.2.bias", [1], [0.5]],
    ] as const;
    execFileSync("python3", ["-c", PYTHON_WRITER, file], { input: JSON.stringify(written) });
    const read = readTorchTensors(await readFile(file));
    expect([...read]).toEqual(
      written.map(([name, shape, numbers]) => [
        name,
        { shape: [...shape], values: Float32Array.from(numbers) },
      ]),
    );
  });

  it("from the middle of a storage, and with any stride along an axis of one", () => {
    const { values } = readTorchTensors(one({ offset: 1, shape: [2] }, 1, 2, 3, 4)).get("w") ?? {};
    expect(values).toEqual(Float32Array.of(2, 3));
    expect(readTorchTensors(one({ shape: [2, 1], strides: [1, 77] }, 1, 2)).size).toBe(1);
  });
});

const nothing = fileWith(statePickle({}));
const record = bytesOf(statePickle({}));

describe("a file is refused", () => {
  it.each<[string, Uint8Array, RegExp]>([
    ["as double", one({ storage: "DoubleStorage" }, 1, 2), /float32.*torch\.DoubleStorage/u],
    ["as half", one({ storage: "HalfStorage" }, 1), /float32.*torch\.HalfStorage/u],
    ["with a NaN", one({}, 1, NaN), /finite.*NaN at position 1/u],
    ["with an infinity", one({}, -Infinity, 1), /finite.*-Infinity/u],
    ["beyond its storage", one({ shape: [3] }, 1, 2), /`w` of shape \(3\)/u],
    ["beyond its storage by its offset", one({ offset: 1 }, 1, 2), /1 numbers from its offset 1/u],
    ["with an offset beyond all", one({ offset: 9 }, 1, 2), /-7 numbers/u],
    ["without numbers", one({ shape: [0] }, 1), /shape \(0\)/u],
    ["of a negative shape", one({ shape: [-1] }, 1), /whole numbers/u],
    ["of a negative offset", one({ offset: -1 }, 1, 2), /a tensor as torch\.save/u],
    ["with negative strides", one({ strides: [-1] }, 1, 2), /whole numbers/u],
    ["of a negative storage", one({ length: -2 }, 1, 2), /a storage as torch\.save/u],
    ["of a huge shape", one({ shape: Array<number>(8).fill(2 ** 31 - 1) }, 1), /of shape/u],
    ["of too many axes", one({ shape: Array<number>(9).fill(1) }, 1), /at most 8/u],
    ["by a stride of 0", one({ shape: [2], strides: [0] }, 1, 2), /row order/u],
    ["turned round", one({ shape: [2, 2], strides: [1, 2] }, 1, 2, 3, 4), /contiguous/u],
    ["with a stride too few", one({ shape: [2, 2], strides: [1] }, 1, 2, 3, 4), /row order/u],
    ["without the stride of an axis of one", one({ shape: [2, 1], strides: [1] }, 1, 2), /row/u],
    ["with a stride too many", one({ shape: [2], strides: [1, 1] }, 1, 2), /row order/u],
    ["of another length than it says", one({ length: 3 }, 1, 2), /12 bytes for 3 numbers/u],
    ["with an odd byte", fileWith(statePickle({}), new Uint8Array(3)), /storages of tensors/u],
    ["without its storage", one({ key: "7" }, 1), /`data\/7`/u],
    ["with a storage by path", one({ key: "../0" }, 1), /`data\/\.\.\/0`/u],
    ["with a number for a tensor", fileWith(statePickle({ w: int(1) })), /a tensor under `w`/u],
    ["that is no dictionary", fileWith(`\x80\x02${unicode("w")}.`), /a dictionary of tensors/u],
    ["without a pickle", archiveOf([["model/version", record]]), /`data\.pkl`/u],
    ["without a folder", archiveOf([["data.pkl", record]]), /`data\.pkl`/u],
    ["that ran code once", archiveOf([["m/code/a.py", record]]), /`m\/code\/a\.py`/u],
    ["without an entry", archiveOf([]), /`data\.pkl`/u],
    ["that is large", new Uint8Array(2 * 1024 * 1024 + 1), /at most 2097152/u],
  ])("%s", (_, file, message) => {
    const fault = faultOf(() => readTorchTensors(file));
    expect(fault.message).toMatch(message);
    expect(fault.message).toMatch(/^Expected [^\n]*; got [^\n]*$/u);
    expect(fault.code).toBe("bad-data");
  });

  it("where two tensors share a storage, which could grow without bounds", () => {
    const steps = tensorPickle({ key: "0", length: 2, shape: [2] });
    const file = fileWith(statePickle({ v: steps, w: steps }), floats([1, 2]));
    expect(faultOf(() => readTorchTensors(file)).message).toMatch(/for two/u);
  });

  it("with big-endian numbers", () => {
    const order = (text: string): Uint8Array =>
      archiveOf([
        ["m/data.pkl", record],
        ["m/byteorder", bytesOf(text)],
      ]);
    expect(readTorchTensors(order("little")).size).toBe(readTorchTensors(nothing).size);
    expect(faultOf(() => readTorchTensors(order("big"))).message).toMatch(/little-endian/u);
  });
});
