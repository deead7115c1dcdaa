import { badFile } from "./bad-file.ts";

const END_SIGNATURE = 0x06054b50;
const END_LENGTH = 22;
const WIDE_END_SIGNATURE = 0x06064b50;
const WIDE_END_LENGTH = 56;
const WIDE_LOCATOR_SIGNATURE = 0x07064b50;
const WIDE_LOCATOR_LENGTH = 20;
/** PyTorch writes one entry a tensor and a few more. */
const MOST_ENTRIES = 1000;

/** Where the directory of a zip lies, in bytes from the start, and how many entries it lists. */
export interface ZipDirectory {
  readonly offset: number;
  readonly size: number;
  readonly count: number;
}

/**
 * The directory that the last 22 bytes of a zip point to. The 64-bit end that PyTorch writes
 * before them is admitted only where it says the same. Throws `bad-data`.
 */
export function findZipDirectory(bytes: Uint8Array): ZipDirectory {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - END_LENGTH;
  if (end < 0 || view.getUint32(end, true) !== END_SIGNATURE) {
    throw badFile("a zip as torch.save writes it", "a file that does not end like one");
  }
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  const offset = view.getUint32(end + 16, true);
  const disks = view.getUint32(end + 4, true);
  if (
    disks !== 0 ||
    view.getUint16(end + 8, true) !== count ||
    view.getUint16(end + 20, true) > 0
  ) {
    throw badFile("a zip in one piece without a comment", "another one");
  }
  if (count > MOST_ENTRIES) throw badFile(`at most ${MOST_ENTRIES} entries`, `${count}`);
  const directory = { offset, size, count };
  const wide = end - WIDE_LOCATOR_LENGTH - WIDE_END_LENGTH;
  const closes =
    offset + size === end || (offset + size === wide && isWideEnd(view, wide, directory));
  if (!closes) {
    throw badFile(
      "a zip whose directory ends where the file's closing record starts",
      `a directory from byte ${offset} of ${size} bytes in a file of ${bytes.length}`,
    );
  }
  return directory;
}

/** Whether a 64-bit end and its locator stand here and repeat what the 32-bit end says. */
function isWideEnd(view: DataView, at: number, { offset, size, count }: ZipDirectory): boolean {
  const locator = at + WIDE_END_LENGTH;
  const same = (position: number, value: number): boolean =>
    view.getBigUint64(position, true) === BigInt(value);
  return (
    view.getUint32(at, true) === WIDE_END_SIGNATURE &&
    same(at + 4, WIDE_END_LENGTH - 12) &&
    same(at + 16, 0) &&
    same(at + 24, count) &&
    same(at + 32, count) &&
    same(at + 40, size) &&
    same(at + 48, offset) &&
    view.getUint32(locator, true) === WIDE_LOCATOR_SIGNATURE &&
    view.getUint32(locator + 4, true) === 0 &&
    same(locator + 8, at) &&
    view.getUint32(locator + 16, true) === 1
  );
}
