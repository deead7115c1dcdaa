import { crc32 } from "node:zlib";
import { BenchError } from "../../../../src/core/index.ts";

/** A tensor to be written; the numbers become float32. */
export interface SampleTensor {
  readonly shape: readonly number[];
  readonly values: readonly number[];
}

/** One entry of a zip: its name and content. */
export type ZipRecord = readonly [name: string, content: Uint8Array];

/** Bytes of a text in which each character stands for one byte. */
export function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** A number as two or four little-endian bytes, one character each. */
export function little(value: number, length: 2 | 4 | 8): string {
  return Array.from({ length }, (_, i) =>
    String.fromCharCode(Number((BigInt(value) >> BigInt(8 * i)) & 255n)),
  ).join("");
}

/** The opcode that puts a text. */
export const unicode = (text: string): string => `X${little(text.length, 4)}${text}`;
/** The opcode that puts a number of 32 bits. */
export const int = (value: number): string => `J${little(value >>> 0, 4)}`;
/** The opcode that puts a global. */
export const named = (module: string, name: string): string => `c${module}\n${name}\n`;

/** What may be changed in a tensor's description. */
export interface TensorPickle {
  readonly key: string;
  readonly length: number;
  readonly shape: readonly number[];
  readonly offset?: number;
  readonly strides?: readonly number[];
  readonly storage?: string;
}

/** The steps that put one tensor, as PyTorch writes them. */
export function tensorPickle(tensor: TensorPickle): string {
  const { key, length, shape, offset = 0, storage = "FloatStorage" } = tensor;
  const row = shape.map((_, axis) => shape.slice(axis + 1).reduce((a, b) => a * b, 1));
  const numbers = (values: readonly number[]): string => `(${values.map(int).join("")}t`;
  const id = `(${unicode("storage")}${named("torch", storage)}${unicode(key)}${unicode("cuda:0")}`;
  return (
    `${named("torch._utils", "_rebuild_tensor_v2")}(${id}${int(length)}tQ${int(offset)}` +
    `${numbers(shape)}${numbers(tensor.strides ?? row)}\x89${ORDERED}tR`
  );
}

const ORDERED = `${named("collections", "OrderedDict")})R`;

/** A whole pickle of a state dictionary with these steps between name and name. */
export function statePickle(entries: Readonly<Record<string, string>>): string {
  const items = Object.entries(entries).map(([name, steps]) => unicode(name) + steps);
  const metadata = `}${unicode("_metadata")}${ORDERED}(${unicode("")}}${unicode("version")}K\x01sus`;
  return `\x80\x02${ORDERED}q\x00(${items.join("")}u${metadata}b.`;
}

/** Numbers as float32, little-endian. */
export function floats(values: readonly number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(values.length * 4));
  values.forEach((value, i) => view.setFloat32(i * 4, value, true));
  return new Uint8Array(view.buffer);
}

/** A weights file with this pickle and these storages. */
export function fileWith(pickle: string, ...storages: readonly Uint8Array[]): Uint8Array {
  return archiveOf([
    ["model/data.pkl", bytesOf(pickle)],
    ...storages.map((content, i): ZipRecord => [`model/data/${i}`, content]),
    ["model/version", bytesOf("3\n")],
  ]);
}

/** A weights file as `torch.save` writes it. */
export function torchFile(tensors: Readonly<Record<string, SampleTensor>>): Uint8Array {
  const all = Object.entries(tensors);
  const steps = all.map(([name, { shape, values }], i): [string, string] => [
    name,
    tensorPickle({ key: String(i), length: values.length, shape }),
  ]);
  return fileWith(
    statePickle(Object.fromEntries(steps)),
    ...all.map(([, { values }]) => floats(values)),
  );
}

/**
 * A zip in PyTorch's own layout: sizes behind each content, content at multiples of 64, a 64-bit
 * end before the plain one.
 */
export function archiveOf(records: readonly ZipRecord[]): Uint8Array {
  let body = "";
  let directory = "";
  for (const [name, content] of records) {
    const check = crc32(content);
    const start = body.length;
    const gap = 64 - ((start + 30 + name.length + 4) % 64);
    const flags = `${little(0x0808, 2)}${little(0, 2)}${little(0, 4)}`;
    const sizes = little(check, 4) + little(content.length, 4).repeat(2);
    body += `PK\x03\x04${little(0, 2)}${flags}${"\0".repeat(12)}${little(name.length, 2)}`;
    body += `${little(gap + 4, 2)}${name}FB${little(gap, 2)}${"Z".repeat(gap)}`;
    body += `${Buffer.from(content).toString("latin1")}PK\x07\x08${sizes}`;
    directory += `PK\x01\x02${little(0, 4)}${flags}${sizes}${little(name.length, 2)}`;
    directory += `${"\0".repeat(12)}${little(start, 4)}${name}`;
  }
  return bytesOf(body + directory + closing(records.length, directory.length, body.length));
}

/** The 64-bit end, its locator and the plain end of a zip. */
export function closing(count: number, size: number, offset: number): string {
  const wide =
    `PK\x06\x06${little(44, 8)}${little(0x031e, 2)}${little(45, 2)}${little(0, 8)}` +
    little(count, 8).repeat(2) +
    little(size, 8) +
    little(offset, 8);
  const locator = `PK\x06\x07${little(0, 4)}${little(offset + size, 8)}${little(1, 4)}`;
  const plain = `PK\x05\x06${little(0, 4)}${little(count & 0xffff, 2).repeat(2)}`;
  return `${wide}${locator}${plain}${little(size, 4)}${little(offset, 4)}${little(0, 2)}`;
}

/** The fault that something throws; anything else that it throws, or nothing, fails the test. */
export function faultOf(work: () => unknown): BenchError {
  try {
    work();
  } catch (error) {
    if (error instanceof BenchError) return error;
    throw error;
  }
  throw new Error("Expected this to be refused");
}
