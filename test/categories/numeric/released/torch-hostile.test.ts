import { execFileSync } from "node:child_process";
import { resourceUsage } from "node:process";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BenchError } from "../../../../src/core/index.ts";
import { readPickle } from "../../../../src/categories/numeric/released/torch/read-pickle.ts";
import { readStoredZip } from "../../../../src/categories/numeric/released/torch/read-stored-zip.ts";
import { readTorchTensors } from "../../../../src/categories/numeric/released/torch/read-torch-tensors.ts";
import {
  archiveOf,
  bytesOf,
  closing,
  faultOf,
  fileWith,
  floats,
  int,
  little,
  named,
  statePickle,
  tensorPickle,
  torchFile,
  unicode,
} from "./torch-samples.ts";

const network = torchFile({
  "layers.0.weight": { shape: [3, 1], values: [1, -2, 0.5] },
  "layers.0.bias": { shape: [3], values: [0, 1, 2] },
  "layers.2.weight": { shape: [1, 3], values: [1, 1, -1] },
  "layers.2.bias": { shape: [1], values: [4] },
});
const pickle = (steps: string): Uint8Array => fileWith(`\x80\x02${steps}`);
const storage = `(${unicode("storage")}${named("torch", "FloatStorage")}${unicode("0")}${unicode("cpu")}K\x02`;
const tensor = tensorPickle({ key: "0", length: 2, shape: [2] });
const LONGEST = 65_536 - 3;
const fill = (steps: string): string => steps.repeat(Math.floor(LONGEST / steps.length));

const small = archiveOf([["m/data/0", floats([7])]]);
/** Where the parts of the small file start. */
const HEADER = 0;
const CONTENT = 64;
const DIRECTORY = 84;
const WIDE_END = 138;
const END = 214;

/** The small file with these characters from a byte on. */
function patched(at: number, characters: string): Uint8Array {
  const copy = Uint8Array.from(small);
  copy.set(bytesOf(characters), at);
  return copy;
}

const manyEntries = (count: number): Uint8Array =>
  archiveOf(Array.from({ length: count }, (_, i) => [`m/data/${i}`, new Uint8Array(0)]));

/** Two names in the directory for one and the same place. */
function overlapping(): Uint8Array {
  const text = Buffer.from(small).toString("latin1");
  const entry = text.slice(DIRECTORY, WIDE_END);
  const directory = entry + entry.replace("m/data/0", "m/data/1");
  const body = text.slice(0, DIRECTORY);
  return bytesOf(body + directory + closing(2, directory.length, DIRECTORY));
}

/** What Python's own pickler makes of an object that runs a command where it is loaded. */
const pythonExploit = execFileSync("python3", [
  "-c",
  `
import os, pickle, sys
class Exploit:
  def __reduce__(self): return (os.system, ("exit 1",))
sys.stdout.buffer.write(pickle.dumps(Exploit(), 2))`,
]).toString("latin1");

const hostile: readonly (readonly [string, Uint8Array, RegExp])[] = [
  ["a command", pickle(`${named("os", "system")}${unicode("exit 1")}\x85R.`), /`os\.system`/u],
  ["a command out of Python", fileWith(pythonExploit), /`(?:posix|nt)\.system`.*never run/u],
  ["any global", pickle(`${named("builtins", "eval")}.`), /`builtins\.eval`/u],
  ["a whole module", pickle(`${named("__main__", "MLP")})\x81.`), /model\.state_dict\(\)/u],
  ["a global by a prefix", pickle(`${named("collections", "OrderedDict.fromkeys")}.`), /fromkeys/u],
  ["a global with escapes", pickle(`${named("\x1b[2J", "\u00ff")}.`), /`\?\[2J\.\?`/u],
  ["a long global", pickle(`c${"a".repeat(5000)}`), /at most 1024/u],
  ["a call of a storage", pickle(`${named("torch", "FloatStorage")})R.`), /a call of torch/u],
  ["a call of a number", pickle(`${int(1)})R.`), /a call of a number/u],
  ["a filled dictionary", pickle(`${named("collections", "OrderedDict")}K\x01\x85R.`), /empty/u],
  ["attributes of a tuple", pickle(`)}b.`), /a dictionary in the pickle/u],
  ["an opcode of protocol 4", pickle(`\x8c\x01a.`), /0x8c at byte 2/u],
  ["an object", pickle(`${named("collections", "OrderedDict")})\x81.`), /0x81/u],
  ["doubling by DUP", pickle("(l2222."), /0x6c/u],
  ["another protocol", fileWith("\x80\x04."), /protocol 2/u],
  ["deep marks", pickle(`${fill("(")}.`), /one value at the end/u],
  ["deep tuples", pickle(`)${fill("\x85").slice(1)}.`), /a dictionary of tensors/u],
  ["a mark that is left", pickle("}(."), /one value at the end/u],
  ["a storage of six parts", pickle(`${storage}K\x01tQ.`), /a storage as/u],
  [
    "a storage of an unknown sort",
    pickle(`${storage.replace("storage", "Storage")}tQ.`),
    /a storage as/u,
  ],
  ["a tensor of seven parts", pickle(`${tensor.slice(0, -2)}}tR.`), /a tensor as/u],
  ["a tensor with hooks", pickle(`${tensor.slice(0, -2)}${unicode("a")}K\x01stR.`), /a tensor as/u],
  ["doubling by the memo", pickle(`)${fill("q\0h\0\x86").slice(5)}.`), /a dictionary of tensors/u],
  ["a wide memo", pickle(`)${fill("r\0\0\0\0").slice(5)}.`), /a dictionary of tensors/u],
  ["many dictionaries", pickle(`${fill("}")}.`), /one value/u],
  ["a long text", pickle(`X${little(4_000_000_000, 4)}a.`), /at most 1024/u],
  ["a long pickle", pickle(`${fill("(")}((((.`), /at most 65536 bytes/u],
  ["nothing on the stack", pickle("\x85."), /empty stack/u],
  ["what lies below a mark", pickle(")(\x85."), /empty stack/u],
  ["a mark that is not there", pickle("t."), /a mark/u],
  ["a memo that is not there", pickle("h\x05."), /under 5/u],
  ["an odd number of items", pickle(`}(${unicode("a")}u.`), /names in a dictionary/u],
  ["a number as a name", pickle("}K\x01K\x01s."), /names in a dictionary/u],
  ["a name twice", pickle(`}${`${unicode("a")}K\x01s`.repeat(2)}.`), /each once/u],
  ["a dictionary within itself", pickle(`}q\0${unicode("a")}h\0s.`), /a tensor under `a`/u],
  ["more after the stop", pickle("}.}"), /after its stop/u],
  ["text that is not UTF-8", pickle(`X${little(1, 4)}\xff.`), /UTF-8/u],
  ["a tensor of storages by text", pickle(`(${unicode("storage")}tQ.`), /a storage as/u],
  ["a tensor of nothing", pickle(`${named("torch._utils", "_rebuild_tensor_v2")})R.`), /a tensor/u],
  ["no pickle", fileWith("PK\x03\x04"), /protocol 2/u],
  ["a zip as its pickle", fileWith(Buffer.from(network).toString("latin1")), /protocol 2/u],
  ["a zip in a spare entry", fileWith(statePickle({}), network), /storages of tensors only/u],
  ["a zip as another entry", archiveOf([["m/a.zip", network]]), /`m\/a\.zip`/u],
  ["a compressed entry", patched(DIRECTORY + 10, "\x08"), /method 8/u],
  ["an entry compressed in its header", patched(HEADER + 8, "\x08"), /method 8/u],
  ["an encrypted entry", patched(DIRECTORY + 8, "\x09"), /encrypted/u],
  ["an entry encrypted in its header", patched(HEADER + 6, "\x09"), /encrypted/u],
  ["flags that disagree", patched(HEADER + 6, "\0"), /agrees/u],
  ["10 GB in a header", patched(HEADER + 18, "\xff".repeat(8)), /agrees/u],
  ["10 GB in the directory", patched(DIRECTORY + 20, "\xff".repeat(8)), /4294967295 more bytes/u],
  ["10 GB in the 64-bit end", patched(WIDE_END + 40, little(10e9, 8)), /closing record/u],
  ["a directory of 10 GB", patched(END + 12, "\xff".repeat(4)), /closing record/u],
  ["a directory beyond the end", patched(END + 16, "\xff".repeat(4)), /closing record/u],
  ["a count that is too high", patched(END + 8, little(2, 2).repeat(2)), /closing record/u],
  ["a name of 64 KiB", patched(DIRECTORY + 28, "\xff\xff"), /65535 more bytes/u],
  ["an extra field of 64 KiB", patched(HEADER + 28, "\xff\xff"), /65535 more bytes/u],
  ["a size that was packed", patched(DIRECTORY + 20, "\x02"), /one piece/u],
  ["an entry on another disk", patched(DIRECTORY + 34, "\x02"), /one piece/u],
  ["an entry beyond the directory", patched(DIRECTORY + 42, little(99, 4)), /more bytes/u],
  ["an entry without a header", patched(DIRECTORY + 42, "\x01"), /the header of/u],
  ["another name in the header", patched(HEADER + 37, "1"), /agrees/u],
  ["a name that is not UTF-8", patched(DIRECTORY + 46, "\xff"), /UTF-8/u],
  ["changed numbers", patched(CONTENT, "\x01"), /CRC-32/u],
  ["a zip of two disks", patched(END + 4, "\x01"), /in one piece/u],
  ["a comment at the end", patched(END + 20, "\x01"), /without a comment/u],
  [
    "the same name twice",
    archiveOf([
      ["m/version", floats([1])],
      ["m/version", floats([2])],
    ]),
    /twice/u,
  ],
  ["entries in one another", overlapping(), /in another/u],
  ["many entries", manyEntries(1001), /at most 1000 entries/u],
  ["a bomb of entries", manyEntries(5000), /at most 1000 entries/u],
  ["nothing", new Uint8Array(0), /a zip as torch\.save/u],
  ["zeros", new Uint8Array(1_000_000), /a zip as torch\.save/u],
];

describe("a hostile file is refused", () => {
  const before = resourceUsage().maxRSS;
  it.each(hostile)("%s", (_, file, message) => {
    const fault = faultOf(() => readTorchTensors(file));
    expect(fault.code).toBe("bad-data");
    expect(fault.message).toMatch(message);
    expect(fault.message).toMatch(/^Expected [ -~…]*; got [ -~…]*$/u);
  });

  it("all within 100 MB", () => {
    for (const [, file] of hostile) faultOf(() => readTorchTensors(file));
    expect(resourceUsage().maxRSS - before).toBeLessThan(100_000);
  });
});

/** Whether a file is refused in the one way in which it may be, or read into whole tensors. */
function isReadOrRefused(file: Uint8Array): boolean {
  try {
    return [...readTorchTensors(file).values()].every(
      ({ shape, values }) =>
        values.length === shape.reduce((a, b) => a * b, 1) && values.every(Number.isFinite),
    );
  } catch (error) {
    if (error instanceof BenchError && error.code === "bad-data") return true;
    throw error;
  }
}

const state = bytesOf(statePickle({ w: tensorPickle({ key: "0", length: 2, shape: [2] }) }));
const changes = (length: number): fc.Arbitrary<readonly (readonly [number, number])[]> =>
  fc.array(fc.tuple(fc.nat({ max: length - 1 }), fc.nat({ max: 255 })), {
    minLength: 1,
    maxLength: 6,
  });

function changed(bytes: Uint8Array, places: readonly (readonly [number, number])[]): Uint8Array {
  const copy = Uint8Array.from(bytes);
  for (const [at, value] of places) copy[at] = value;
  return copy;
}

describe("a damaged file", () => {
  it("is refused wherever it is cut off", () => {
    expect(readTorchTensors(network).size).toBe(4);
    for (let length = 0; length < network.length; length += 1) {
      expect(faultOf(() => readTorchTensors(network.subarray(0, length))).code).toBe("bad-data");
    }
  });

  it("is refused wherever its pickle is cut off", () => {
    for (let length = 0; length < state.length; length += 1) {
      expect(faultOf(() => readPickle(state.subarray(0, length))).code).toBe("bad-data");
    }
  });

  it("is read or refused with any bytes changed", () =>
    fc.assert(
      fc.property(changes(network.length), (places) => {
        expect(isReadOrRefused(changed(network, places))).toBe(true);
      }),
      { numRuns: 2000 },
    ));

  it("is read or refused with any bytes of its pickle changed under a right CRC-32", () =>
    fc.assert(
      fc.property(changes(state.length), (places) => {
        const bytes = Buffer.from(changed(state, places)).toString("latin1");
        expect(isReadOrRefused(fileWith(bytes, floats([1, 2])))).toBe(true);
      }),
      { numRuns: 2000 },
    ));

  it("is refused where it is noise", () =>
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (noise) => {
        expect(faultOf(() => readStoredZip(noise)).code).toBe("bad-data");
        expect(faultOf(() => readPickle(noise)).code).toBe("bad-data");
      }),
    ));
});
