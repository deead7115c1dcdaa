import { BenchError } from "../core/index.ts";
import type { Durability } from "./durability.ts";
import type { LogFile } from "./log-file.ts";

const SYNC_INTERVAL_MILLISECONDS = 1000;

interface Batch {
  /** Lines to append, one list per file. */
  readonly lines: readonly string[][];
  readonly written: Promise<void>;
  resolve(): void;
  reject(reason: unknown): void;
}

/**
 * Appends to several logs in turn: whatever is asked for while a write is under way goes out with
 * the next, first what is for the first file. After a fault all later writes meet the same fault.
 */
export class LineWriter {
  readonly #files: readonly LogFile[];
  readonly #durability: Durability;
  readonly #explain: (error: unknown, path: string) => unknown;
  #next: Batch | undefined;
  #running: Promise<void> | undefined;
  #fault: { readonly error: unknown } | undefined;
  #timer: NodeJS.Timeout | undefined;
  #syncIsDue = false;
  #closing: Promise<void> | undefined;

  constructor(
    files: readonly LogFile[],
    durability: Durability,
    explain: (error: unknown, path: string) => unknown,
  ) {
    this.#files = files;
    this.#durability = durability;
    this.#explain = explain;
  }

  /** Appends lines to the file at an index; resolves when a killed process would not lose them. */
  async write(file: number, lines: string): Promise<void> {
    if (this.#closing !== undefined)
      throw new BenchError(
        "internal",
        "Expected a run that is open; got one that was closed; open it again to write to it",
      );
    if (this.#fault !== undefined) throw this.#fault.error;
    if (lines === "") return;
    this.#next ??= emptyBatch(this.#files.length);
    this.#next.lines[file]?.push(lines);
    const { written } = this.#next;
    this.#wake();
    await written;
  }

  /** Puts everything on the disk and lets go of the files; later calls change nothing. */
  close(): Promise<void> {
    this.#closing ??= this.#finish();
    return this.#closing;
  }

  #wake(): void {
    this.#running ??= this.#work().finally(() => {
      this.#running = undefined;
    });
  }

  async #work(): Promise<void> {
    while (this.#next !== undefined || this.#syncIsDue) {
      const batch = this.#next;
      this.#next = undefined;
      try {
        if (this.#fault !== undefined) throw this.#fault.error;
        if (batch !== undefined) await this.#put(batch);
        batch?.resolve();
        if (this.#syncIsDue) await this.#sync();
      } catch (error) {
        this.#fault ??= { error };
        this.#syncIsDue = false;
        batch?.reject(error);
      }
    }
  }

  async #put(batch: Batch): Promise<void> {
    for (const [index, file] of this.#files.entries()) {
      const lines = batch.lines[index]?.join("") ?? "";
      if (lines === "") continue;
      await file.write(lines).catch((error: unknown) => this.#rethrow(error, file));
      if (this.#durability === "always") await this.#syncFile(file);
    }
    if (this.#durability === "interval") this.#timer ??= this.#syncLater();
  }

  /** The timer keeps no process alive: whoever ends without closing risks the last second. */
  #syncLater(): NodeJS.Timeout {
    return setTimeout(() => {
      this.#timer = undefined;
      this.#syncIsDue = true;
      this.#wake();
    }, SYNC_INTERVAL_MILLISECONDS).unref();
  }

  async #sync(): Promise<void> {
    this.#syncIsDue = false;
    for (const file of this.#files) await this.#syncFile(file);
  }

  async #syncFile(file: LogFile): Promise<void> {
    await file.sync().catch((error: unknown) => this.#rethrow(error, file));
  }

  #rethrow(error: unknown, file: LogFile): never {
    throw this.#explain(error, file.path);
  }

  async #finish(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#running;
    try {
      if (this.#fault === undefined) await this.#sync();
    } finally {
      for (const file of this.#files) await file.close();
    }
  }
}

function emptyBatch(files: number): Batch {
  let resolve: Batch["resolve"] = () => undefined;
  let reject: Batch["reject"] = () => undefined;
  const written = new Promise<void>((accept, refuse) => {
    resolve = accept;
    reject = refuse;
  });
  return { lines: Array.from({ length: files }, () => []), written, resolve, reject };
}
