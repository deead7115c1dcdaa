import { crc32 } from "node:zlib";
import { badFile, quoted } from "./bad-file.ts";
import { ByteReader } from "./byte-reader.ts";
import { findZipDirectory } from "./find-zip-directory.ts";
import type { ZipDirectory } from "./find-zip-directory.ts";

const ENTRY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
/** Bit 3: sizes follow the content; bit 11: the name is UTF-8. PyTorch sets both, zipfile neither. */
const KNOWN_FLAGS = 0x0808;
const SIZES_FOLLOW = 0x0008;

/** What the directory of a zip says about one entry. */
interface ZipEntry {
  readonly name: string;
  readonly flags: number;
  readonly crc: number;
  readonly size: number;
  readonly offset: number;
}

/**
 * The entries of a zip that holds them as they are, name → content (a view, not a copy). Refuses
 * with `bad-data` whatever else a zip can be: compressed, encrypted, in parts, with entries that
 * overlap, share a name, lie outside of the file or fail their CRC-32; at most 1000 entries.
 * Format: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */
export function readStoredZip(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const directory = findZipDirectory(bytes);
  const contents = new Map<string, Uint8Array>();
  let free = 0;
  for (const entry of readEntries(bytes, directory).toSorted((a, b) => a.offset - b.offset)) {
    if (entry.offset < free)
      throw badFile("entries side by side", `${quoted(entry.name)} in another`);
    if (contents.has(entry.name)) throw badFile("each name once", `${quoted(entry.name)} twice`);
    const reader = new ByteReader(bytes.subarray(0, directory.offset), entry.offset);
    contents.set(entry.name, readContent(reader, entry));
    free = reader.at;
  }
  return contents;
}

function readEntries(bytes: Uint8Array, { offset, size, count }: ZipDirectory): ZipEntry[] {
  const reader = new ByteReader(bytes.subarray(offset, offset + size));
  const entries = Array.from({ length: count }, () => readEntry(reader));
  if (!reader.atEnd) throw badFile(`a directory of ${count} entries`, "more bytes after them");
  return entries;
}

function readEntry(reader: ByteReader): ZipEntry {
  expectSignature(reader, ENTRY_SIGNATURE, "an entry of the zip's directory");
  reader.bytes(4); // Versions of the writer and of the format.
  const flags = reader.uint16();
  const method = reader.uint16();
  reader.bytes(4); // Time and date.
  const crc = reader.uint32();
  const packedSize = reader.uint32();
  const size = reader.uint32();
  const nameLength = reader.uint16();
  const restLength = reader.uint16() + reader.uint16();
  const disk = reader.uint16();
  reader.bytes(6); // Attributes.
  const offset = reader.uint32();
  const name = reader.text(nameLength);
  reader.bytes(restLength);
  expectStored(name, flags, method);
  if (packedSize !== size || disk !== 0) {
    throw badFile("an entry stored in one piece", `${quoted(name)}, which is not`);
  }
  return { name, flags, crc, size, offset };
}

/** What lies behind an entry's own header, which has to agree with the directory. */
function readContent(reader: ByteReader, { name, flags, crc, size }: ZipEntry): Uint8Array {
  expectSignature(reader, LOCAL_SIGNATURE, `the header of ${quoted(name)}`);
  reader.bytes(2); // Version of the format.
  const localFlags = reader.uint16();
  expectStored(name, localFlags, reader.uint16());
  reader.bytes(4); // Time and date.
  const claims = [reader.uint32(), reader.uint32(), reader.uint32()];
  const nameLength = reader.uint16();
  const extraLength = reader.uint16();
  const localName = reader.text(nameLength);
  reader.bytes(extraLength);
  const agree = claims.every((claim, i) => claim === [crc, size, size][i]);
  const follow = (flags & SIZES_FOLLOW) !== 0 && claims.every((claim) => claim === 0);
  if (localName !== name || localFlags !== flags || !(agree || follow)) {
    throw badFile(`a header that agrees with the directory on ${quoted(name)}`, "another one");
  }
  const content = reader.bytes(size);
  if (crc32(content) !== crc) {
    throw badFile(`${quoted(name)} with its CRC-32`, "content that was changed or cut off");
  }
  return content;
}

function expectStored(name: string, flags: number, method: number): void {
  if ((flags & ~KNOWN_FLAGS) !== 0) {
    throw badFile("plain entries", `${quoted(name)}, encrypted or otherwise special`);
  }
  if (method !== 0) {
    throw badFile("entries without compression", `${quoted(name)} by method ${method}`);
  }
}

function expectSignature(reader: ByteReader, signature: number, what: string): void {
  const start = reader.at;
  if (reader.uint32() !== signature) throw badFile(`${what} at byte ${start}`, "something else");
}
