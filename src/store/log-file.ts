import { ftruncateSync, writeSync } from "node:fs";
import { open, type FileHandle } from "node:fs/promises";

const NEWLINE = 0x0a;

/** A log opened for appending: whole lines or nothing. */
export class LogFile {
  readonly path: string;
  readonly #handle: FileHandle;
  #length: number;

  private constructor(path: string, handle: FileHandle, length: number) {
    this.path = path;
    this.#handle = handle;
    this.#length = length;
  }

  /** Opens a log whose end is sound, or makes an empty one. */
  static async open(path: string): Promise<LogFile> {
    const handle = await open(path, "a");
    return new LogFile(path, handle, (await handle.stat()).size);
  }

  /** Bytes that stand in the file. */
  get length(): number {
    return this.#length;
  }

  /**
   * Hands lines to the kernel: a killed process no longer loses them. Where that fails half-way the
   * file is cut back to its last whole line. Synchronous, since a hop to another thread and back
   * takes several times as long and lets all conversations of a run wait for each other.
   */
  write(lines: string): void {
    const bytes = Buffer.from(lines);
    let written = 0;
    try {
      while (written < bytes.length)
        written += writeSync(this.#handle.fd, bytes, written, bytes.length - written);
    } catch (error) {
      this.#cut(bytes.subarray(0, written).lastIndexOf(NEWLINE) + 1);
      throw error;
    }
    this.#length += bytes.length;
  }

  /** Hands the file to the disk: a power cut no longer loses it. */
  async sync(): Promise<void> {
    await this.#handle.datasync();
  }

  /** Lets go of the file. */
  async close(): Promise<void> {
    await this.#handle.close();
  }

  #cut(whole: number): void {
    try {
      ftruncateSync(this.#handle.fd, this.#length + whole);
    } catch {
      // What cannot be cut now is cut when the run is opened again.
    }
  }
}
