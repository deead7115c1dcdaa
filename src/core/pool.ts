/** A thread or process that does one job at a time; once it has died it is of no more use. */
export interface PoolWorker {
  readonly alive: boolean;
  /** Ends it at once; a job in work is rejected with the reason. Resolves when it is gone. */
  kill(reason: unknown): Promise<void>;
}

/** What a pool is made of. */
export interface PoolOptions<Worker extends PoolWorker> {
  /** Workers that may live at the same time, 1 or more. */
  readonly size: number;
  readonly start: () => Worker;
  /** Why a job is rejected whose pool is closed. */
  readonly closedError: () => Error;
}

/** A job that waits for its turn. */
interface Waiter {
  admit(): void;
  reject(reason: unknown): void;
}

/** At most so many workers, started when they are first needed and used again while they live. */
export class Pool<Worker extends PoolWorker> {
  readonly #options: PoolOptions<Worker>;
  readonly #all = new Set<Worker>();
  readonly #idle: Worker[] = [];
  readonly #waiters = new Set<Waiter>();
  /** Jobs that may begin at once. */
  #room: number;
  #closed = false;

  constructor(options: PoolOptions<Worker>) {
    this.#options = options;
    this.#room = options.size;
  }

  /** Does a job with a living worker of its own as soon as one is free, first come first served. */
  async use<Result>(
    job: (worker: Worker) => Promise<Result>,
    signal?: AbortSignal,
  ): Promise<Result> {
    this.#refuse(signal);
    // Awaited even where there is room, so that nobody overtakes a job that was just admitted.
    await this.#admission(signal);
    try {
      // Since the job was admitted either may have come.
      this.#refuse(signal);
      return await this.#lend(job);
    } finally {
      this.#release();
    }
  }

  /** Ends all workers; jobs that are in work or wait are rejected. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const waiter of this.#waiters) waiter.reject(this.#options.closedError());
    await Promise.all([...this.#all].map((worker) => worker.kill(this.#options.closedError())));
  }

  #refuse(signal: AbortSignal | undefined): void {
    signal?.throwIfAborted();
    if (this.#closed) throw this.#options.closedError();
  }

  #admission(signal: AbortSignal | undefined): Promise<void> {
    if (this.#room > 0) {
      this.#room -= 1;
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        signal?.removeEventListener("abort", abort);
        this.#waiters.delete(waiter);
      };
      const abort = (): void => waiter.reject(signal?.reason);
      const waiter: Waiter = {
        admit: () => (leave(), resolve()),
        reject: (reason) => (leave(), reject(reason)),
      };
      signal?.addEventListener("abort", abort);
      this.#waiters.add(waiter);
    });
  }

  /** Passes the room for one job on, which is never counted as free while another waits for it. */
  #release(): void {
    const [first] = this.#waiters;
    if (first === undefined) this.#room += 1;
    else first.admit();
  }

  async #lend<Result>(job: (worker: Worker) => Promise<Result>): Promise<Result> {
    const worker = this.#take();
    try {
      return await job(worker);
    } finally {
      if (worker.alive) this.#idle.push(worker);
      else await this.#bury(worker);
    }
  }

  /** The worker that was used last, if one is idle. */
  #take(): Worker {
    for (let idle = this.#idle.pop(); idle !== undefined; idle = this.#idle.pop()) {
      if (idle.alive) return idle;
      this.#all.delete(idle);
    }
    const started = this.#options.start();
    this.#all.add(started);
    return started;
  }

  /** Waits until a dead worker is gone. */
  async #bury(worker: Worker): Promise<void> {
    await worker.kill(undefined);
    this.#all.delete(worker);
  }
}
