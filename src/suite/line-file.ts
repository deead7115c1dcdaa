import { createHash } from "node:crypto";
import { open } from "node:fs/promises";

const BATCH = 256 * 1024;

/** A new file of lines that is hashed while it is written. */
export interface LineFile {
  write(line: string): Promise<void>;
  /** Forces the file to the disk; gives its length and SHA-256. */
  finish(): Promise<{ readonly bytes: number; readonly sha256: string }>;
  /** Lets go of the file, finished or not. */
  close(): Promise<void>;
}

/** Opens a file that is not there yet; memory stays bounded, as each batch waits for the disk. */
export async function lineFile(path: string): Promise<LineFile> {
  const file = await open(path, "wx");
  const hash = createHash("sha256");
  let pending: string[] = [];
  let length = 0;
  let bytes = 0;
  const flush = async (): Promise<void> => {
    const chunk = Buffer.from(pending.join(""));
    pending = [];
    length = 0;
    bytes += chunk.length;
    hash.update(chunk);
    await file.appendFile(chunk);
  };
  return {
    write: async (line) => {
      pending.push(line, "\n");
      length += line.length + 1;
      if (length >= BATCH) await flush();
    },
    finish: async () => {
      await flush();
      await file.sync();
      return { bytes, sha256: hash.digest("hex") };
    },
    close: () => file.close(),
  };
}
