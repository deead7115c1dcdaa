import { open, type FileHandle } from "node:fs/promises";
import { parseJson } from "../core/index.ts";

const BLOCK_BYTES = 1 << 16;
const NEWLINE = 0x0a;

/**
 * Cuts off what a killed writer left at the end of a log (a last line without its newline, or one
 * that is no JSON), and gives the number of bytes cut. The file is made where it is missing.
 */
export async function repairLog(path: string): Promise<number> {
  const file = await open(path, "a+");
  try {
    const { size } = await file.stat();
    const kept = await soundLength(file, size);
    if (kept === size) return 0;
    await file.truncate(kept);
    await file.sync();
    return size - kept;
  } finally {
    await file.close();
  }
}

async function soundLength(file: FileHandle, size: number): Promise<number> {
  const end = await endOfLineBefore(file, size);
  if (end === 0) return 0;
  const start = await endOfLineBefore(file, end - 1);
  const last = await bytesBetween(file, start, end - 1);
  return parseJson(last.toString("utf8")).kind === "json" ? end : start;
}

/** The offset just after the last newline among the first `size` bytes; 0 if there is none. */
async function endOfLineBefore(file: FileHandle, size: number): Promise<number> {
  for (let end = size; end > 0; end -= BLOCK_BYTES) {
    const start = Math.max(0, end - BLOCK_BYTES);
    const found = (await bytesBetween(file, start, end)).lastIndexOf(NEWLINE);
    if (found !== -1) return start + found + 1;
  }
  return 0;
}

async function bytesBetween(file: FileHandle, start: number, end: number): Promise<Buffer> {
  const bytes = Buffer.alloc(end - start);
  let filled = 0;
  while (filled < bytes.length) {
    const { bytesRead } = await file.read(bytes, filled, bytes.length - filled, start + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return bytes.subarray(0, filled);
}
