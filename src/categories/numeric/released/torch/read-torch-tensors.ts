import { badFile, quoted } from "./bad-file.ts";
import { sortOf } from "./pickle-value.ts";
import type { PickleStorage, PickleTensor } from "./pickle-value.ts";
import { readPickle } from "./read-pickle.ts";
import { readStoredZip } from "./read-stored-zip.ts";

/** The largest weights file that is read, in bytes: half a million weights; a released one has 2581. */
export const LARGEST_FILE = 2 * 1024 * 1024;

/** A tensor of finite float32 numbers, the last axis running fastest. */
export interface TorchTensor {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

const BYTES_EACH = 4;
/** What torch.save puts into the zip, in its one folder; names after 1.13 are of later versions. */
const KNOWN_RECORD =
  /^(?:data\.pkl|data\/\d+|version|byteorder|\.data\/serialization_id|\.format_version|\.storage_alignment)$/u;

/**
 * The tensors by name in a file that `torch.save(model.state_dict(), …)` wrote. Reads the subset of
 * zip and pickle that PyTorch writes and refuses the rest with `bad-data`; runs nothing.
 * Layout: https://github.com/pytorch/pytorch/blob/v2.1.0/torch/serialization.py
 */
export function readTorchTensors(bytes: Uint8Array): ReadonlyMap<string, TorchTensor> {
  if (bytes.length > LARGEST_FILE) {
    throw badFile(`at most ${LARGEST_FILE} bytes of weights`, `${bytes.length}`);
  }
  const records = readRecords(bytes);
  const state = readPickle(record(records, "data.pkl"));
  if (typeof state !== "object" || state.kind !== "dictionary") {
    throw badFile("a dictionary of tensors", `a ${sortOf(state)}`);
  }
  const used = new Set<string>();
  const tensors = new Map<string, TorchTensor>();
  for (const [name, tensor] of state.entries) {
    if (typeof tensor !== "object" || tensor.kind !== "tensor") {
      throw badFile(`a tensor under ${quoted(name)}`, `a ${sortOf(tensor)}`);
    }
    const key = `data/${tensor.storage.key}`;
    // Shared storages would let a small file ask for any amount of memory.
    if (used.has(key)) throw badFile("a storage for each tensor", `${quoted(key)} for two`);
    used.add(key);
    tensors.set(name, readTensor(name, tensor, storedNumbers(records, key, tensor.storage)));
  }
  const spare = [...records.keys()].find((name) => name.startsWith("data/") && !used.has(name));
  if (spare !== undefined) throw badFile("storages of tensors only", `${quoted(spare)} as well`);
  return tensors;
}

/** The entries of the zip without the folder that they all lie in. */
function readRecords(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const entries = [...readStoredZip(bytes)];
  const folder = /^[^/]*\//u.exec(entries[0]?.[0] ?? "")?.[0] ?? "";
  const records = new Map(
    entries.map(([name, content]) => {
      const inside = name.slice(folder.length);
      if (folder !== "" && name.startsWith(folder) && KNOWN_RECORD.test(inside)) {
        return [inside, content];
      }
      throw badFile("entries that torch.save writes for a state dictionary", quoted(name));
    }),
  );
  const order = records.get("byteorder");
  if (order !== undefined && Buffer.from(order).toString("latin1") !== "little") {
    throw badFile("little-endian numbers", quoted(Buffer.from(order).toString("latin1")));
  }
  return records;
}

function record(records: ReadonlyMap<string, Uint8Array>, name: string): Uint8Array {
  const content = records.get(name);
  if (content === undefined) throw badFile(`an entry ${quoted(name)} in the zip`, "none");
  return content;
}

function storedNumbers(
  records: ReadonlyMap<string, Uint8Array>,
  key: string,
  { length }: PickleStorage,
): DataView {
  const content = record(records, key);
  if (content.length !== length * BYTES_EACH) {
    const came = `${content.length} in ${quoted(key)}`;
    throw badFile(`${length * BYTES_EACH} bytes for ${length} numbers`, came);
  }
  return new DataView(content.buffer, content.byteOffset, content.byteLength);
}

function readTensor(name: string, tensor: PickleTensor, stored: DataView): TorchTensor {
  const { offset, shape } = tensor;
  const count = shape.reduce((product, size) => product * size, 1);
  const available = stored.byteLength / BYTES_EACH - offset;
  if (count < 1 || count > available) {
    throw badFile(
      `${quoted(name)} of shape ${shown(shape)} within its storage`,
      `${available} numbers from its offset ${offset}`,
    );
  }
  expectContiguous(name, tensor);
  const values = Float32Array.from({ length: count }, (_, i) =>
    stored.getFloat32((offset + i) * BYTES_EACH, true),
  );
  const odd = values.findIndex((value) => !Number.isFinite(value));
  if (odd >= 0) {
    throw badFile(`finite numbers in ${quoted(name)}`, `${values[odd]} at position ${odd}`);
  }
  return { shape, values };
}

function expectContiguous(name: string, { shape, strides }: PickleTensor): void {
  let step = 1;
  for (let axis = Math.max(shape.length, strides.length) - 1; axis >= 0; axis -= 1) {
    const size = shape[axis] ?? 0;
    if (strides[axis] === undefined || (size !== 1 && strides[axis] !== step)) {
      const came = `shape ${shown(shape)} with strides ${shown(strides)}; call .contiguous() on it`;
      throw badFile(`${quoted(name)} in row order without gaps`, came);
    }
    step *= size;
  }
}

function shown(sizes: readonly number[]): string {
  return `(${sizes.join(", ")})`;
}
