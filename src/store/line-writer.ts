import { setImmediate as turn } from "node:timers/promises";
import { BenchError } from "../core/index.ts";
import type { Durability } from "./durability.ts";
import type { LogFile } from "./log-file.ts";

const SYNC_INTERVAL_MILLISECONDS = 1000;
/** Writes after which everybody else gets a turn: whoever only writes would let no signal through. */
const WRITES_IN_A_ROW = 64;

/**
 * Appends to several logs. Lines are with the kernel before `write` gives control back, so that no
 * two appends can change places; the disk is waited for by all who write meanwhile together. After a
 * fault all later writes meet the same fault.
 */
export class LineWriter {
  readonly #files: readonly LogFile[];
  readonly #durability: Durability;
  readonly #explain: (error: unknown, path: string) => unknown;
  readonly #dirty = new Set<LogFile>();
  #writes = 0;
  #fault: { readonly error: unknown } | undefined;
  #timer: NodeJS.Timeout | undefined;
  /** A sync that is under way; what is written from now on may not be in it. */
  #running: Promise<void> | undefined;
  /** The sync that begins when the one under way has ended. */
  #following: Promise<void> | undefined;
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

  /**
   * Appends lines to the file at an index: a killed process no longer loses them. Resolves when they
   * are as durable as they are to be; `waits: false` leaves the disk to whoever writes next.
   */
  async write(file: number, lines: string, { waits = true } = {}): Promise<void> {
    if (this.#closing !== undefined)
      throw new BenchError(
        "internal",
        "Expected a run that is open; got one that was closed; open it again to write to it",
      );
    if (this.#fault !== undefined) throw this.#fault.error;
    const log = this.#files[file];
    if (lines === "" || log === undefined) return;
    this.#put(log, lines);
    if (this.#durability === "always" && waits) await this.#synced();
    if (this.#durability === "interval") this.#timer ??= this.#syncLater();
    this.#writes += 1;
    if (this.#writes % WRITES_IN_A_ROW === 0) await turn();
  }

  /** Puts everything on the disk and lets go of the files; later calls change nothing. */
  close(): Promise<void> {
    this.#closing ??= this.#finish();
    return this.#closing;
  }

  #put(log: LogFile, lines: string): void {
    try {
      log.write(lines);
      this.#dirty.add(log);
    } catch (error) {
      throw this.#failed(error, log);
    }
  }

  #failed(error: unknown, { path }: LogFile): unknown {
    this.#fault ??= { error: this.#explain(error, path) };
    return this.#fault.error;
  }

  /** The timer keeps no process alive: whoever ends without closing risks the last second. */
  #syncLater(): NodeJS.Timeout {
    return setTimeout(() => {
      this.#timer = undefined;
      // The next write meets the fault.
      void this.#synced().catch(() => undefined);
    }, SYNC_INTERVAL_MILLISECONDS).unref();
  }

  /** Resolves when all that was written so far is on the disk. */
  #synced(): Promise<void> {
    this.#following ??= this.#follow();
    return this.#following;
  }

  async #follow(): Promise<void> {
    // Its own fault is told to those who wait for it, and kept for all others.
    await this.#running?.catch(() => undefined);
    this.#following = undefined;
    this.#running = this.#sync();
    await this.#running;
  }

  async #sync(): Promise<void> {
    if (this.#fault !== undefined) throw this.#fault.error;
    const logs = this.#files.filter((log) => this.#dirty.has(log));
    this.#dirty.clear();
    for (const log of logs)
      await log.sync().catch((error: unknown) => {
        throw this.#failed(error, log);
      });
  }

  async #finish(): Promise<void> {
    clearTimeout(this.#timer);
    try {
      if (this.#fault === undefined) await this.#synced();
    } finally {
      for (const file of this.#files) await file.close();
    }
  }
}
