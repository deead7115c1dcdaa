import { BenchError } from "../core/index.ts";
import { Thread } from "./thread.ts";
import type { TrainedParameters, TrainingJob } from "./train-kernel.ts";

/** A job that waits for a thread. */
interface Waiter {
  resolve(thread: Thread): void;
  reject(reason: unknown): void;
}

/** At most so many threads, started when they are first needed and used again while they live. */
export class ThreadPool {
  readonly #size: number;
  readonly #threads = new Set<Thread>();
  readonly #idle: Thread[] = [];
  readonly #waiters = new Set<Waiter>();
  #closed = false;

  constructor(size: number) {
    this.#size = size;
  }

  /** Runs a job as soon as a thread is free, first come first served; it is prepared only then. */
  async run(
    prepare: () => TrainingJob,
    onProgress?: (epochs: number) => void,
    signal?: AbortSignal,
  ): Promise<TrainedParameters> {
    signal?.throwIfAborted();
    if (this.#closed) throw closedError();
    const thread = await this.#acquire(signal);
    try {
      // Between the end of the wait and here either may have come.
      signal?.throwIfAborted();
      if (!thread.alive) throw closedError();
      return await thread.run(prepare(), onProgress, signal);
    } finally {
      if (!thread.alive) await this.#bury(thread);
      this.#release(thread);
    }
  }

  /** Ends all threads; jobs that are in work or wait are rejected. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const waiter of this.#waiters) waiter.reject(closedError());
    await Promise.all([...this.#threads].map((thread) => thread.kill(closedError())));
  }

  #acquire(signal: AbortSignal | undefined): Thread | Promise<Thread> {
    for (let idle = this.#idle.pop(); idle !== undefined; idle = this.#idle.pop()) {
      if (idle.alive) return idle;
      this.#threads.delete(idle);
    }
    return this.#threads.size < this.#size ? this.#start() : this.#wait(signal);
  }

  #start(): Thread {
    const thread = new Thread();
    this.#threads.add(thread);
    return thread;
  }

  #wait(signal: AbortSignal | undefined): Promise<Thread> {
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        signal?.removeEventListener("abort", abort);
        this.#waiters.delete(waiter);
      };
      const abort = (): void => waiter.reject(signal?.reason);
      const waiter: Waiter = {
        resolve: (thread) => (leave(), resolve(thread)),
        reject: (reason) => (leave(), reject(reason)),
      };
      signal?.addEventListener("abort", abort);
      this.#waiters.add(waiter);
    });
  }

  /** Waits until a dead thread is gone from the process. */
  async #bury(thread: Thread): Promise<void> {
    await thread.kill(undefined);
    this.#threads.delete(thread);
  }

  #release(thread: Thread): void {
    if (this.#closed) return;
    const [waiter] = this.#waiters;
    if (waiter !== undefined) waiter.resolve(thread.alive ? thread : this.#start());
    else if (thread.alive) this.#idle.push(thread);
  }
}

function closedError(): BenchError {
  return new BenchError(
    "interrupted",
    "Expected an open trainer; got one that is closed; close it after its last network",
  );
}
