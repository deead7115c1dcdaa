import { BenchError, Pool } from "../../src/core/index.ts";

/** Why a job is rejected whose pool is closed. */
export const closed = new BenchError("interrupted", "closed");

/** Why a job is rejected whose worker ended by itself. */
export const died = new Error("died");

/** Lets so many steps of promises pass, so that a test can act between any two of them. */
export async function pass(steps: number): Promise<void> {
  for (let step = 0; step < steps; step += 1) await Promise.resolve();
}

/** A worker whose job ends when it is told to, and who takes a moment to be gone. */
export class HandWorker {
  readonly #gone: () => void;
  #job: { resolve(): void; reject(reason: unknown): void } | undefined;
  #alive = true;

  constructor(gone: () => void) {
    this.#gone = gone;
  }

  get alive(): boolean {
    return this.#alive;
  }

  get busy(): boolean {
    return this.#job !== undefined;
  }

  run(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#job = { resolve, reject };
      signal.addEventListener("abort", () => this.busy && void this.kill(signal.reason));
    });
  }

  finish(): void {
    this.#take()?.resolve();
  }

  /** Ends by itself. */
  die(): void {
    this.#alive = false;
    this.#take()?.reject(died);
    this.#gone();
  }

  async kill(reason: unknown): Promise<void> {
    this.#alive = false;
    this.#take()?.reject(reason);
    await pass(3);
    this.#gone();
  }

  #take() {
    const job = this.#job;
    this.#job = undefined;
    return job;
  }
}

/** A job that a pool was asked for. */
interface Asked {
  readonly stop: AbortController;
  /** `undefined` once it is done, else what it was rejected with. */
  readonly ended: Promise<unknown>;
}

/** A job that a pool has begun. */
interface Begun {
  readonly number: number;
  readonly alone: boolean;
  /** Whether its worker was fit for it. */
  readonly fit: boolean;
  /** Workers that were there when it began, its own included. */
  readonly company: number;
}

/** A pool of such workers, and all that happened in it. */
export function handPool(size: number, beforeStart: () => void = () => undefined) {
  const there = new Set<HandWorker>();
  const asked: Asked[] = [];
  const begun: Begun[] = [];
  const counts: number[] = [0];
  const start = (): HandWorker => {
    beforeStart();
    const worker = new HandWorker(() => there.delete(worker));
    there.add(worker);
    counts.push(there.size);
    return worker;
  };
  const pool = new Pool({ size, start, closedError: () => closed });
  const askFor = (alone: boolean): void => {
    const [number, stop] = [asked.length, new AbortController()];
    const job = (worker: HandWorker): Promise<void> => {
      const fit = worker.alive && !worker.busy && !stop.signal.aborted;
      begun.push({ number, alone, fit, company: there.size });
      return worker.run(stop.signal);
    };
    const given = alone ? pool.useAlone(job, stop.signal) : pool.use(job, stop.signal);
    asked.push({ stop, ended: given.catch((reason: unknown) => reason) });
  };
  return {
    ask: () => askFor(false),
    askAlone: () => askFor(true),
    asked,
    /** The jobs that were begun, in order, by number, and whether their workers were fit for it. */
    begun,
    close: () => pool.close(),
    /** Workers that were started and are not gone. */
    there,
    busy: () => [...there].filter((worker) => worker.busy),
    /** Most workers that were there at the same time. */
    most: () => Math.max(...counts),
  };
}
