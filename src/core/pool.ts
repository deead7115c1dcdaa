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
  /** How many workers may do nothing else while it is in work: 1, or all of them. */
  readonly need: number;
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
  use<Result>(job: (worker: Worker) => Promise<Result>, signal?: AbortSignal): Promise<Result> {
    return this.#do(1, () => this.#lend(job), signal);
  }

  /** Does a job with a new worker while no other is there, when its turn has come. */
  useAlone<Result>(
    job: (worker: Worker) => Promise<Result>,
    signal?: AbortSignal,
  ): Promise<Result> {
    const lend = async (): Promise<Result> => {
      await Promise.all([...this.#all].map((worker) => this.#bury(worker)));
      this.#refuse(signal);
      return this.#lend(job);
    };
    return this.#do(this.#options.size, lend, signal);
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

  async #do<Result>(
    need: number,
    lend: () => Promise<Result>,
    signal: AbortSignal | undefined,
  ): Promise<Result> {
    this.#refuse(signal);
    // Awaited even where there is room, so that nobody overtakes a job that was just admitted.
    await this.#admission(need, signal);
    try {
      // Since the job was admitted either may have come.
      this.#refuse(signal);
      return await lend();
    } finally {
      this.#room += need;
      this.#admitNext();
    }
  }

  #admission(need: number, signal: AbortSignal | undefined): Promise<void> {
    if (this.#waiters.size === 0 && this.#room >= need) {
      this.#room -= need;
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        signal?.removeEventListener("abort", abort);
        this.#waiters.delete(waiter);
      };
      const abort = (): void => {
        waiter.reject(signal?.reason);
        // It may have kept others waiting that need less.
        this.#admitNext();
      };
      const waiter: Waiter = {
        need,
        admit: () => (leave(), resolve()),
        reject: (reason) => (leave(), reject(reason)),
      };
      signal?.addEventListener("abort", abort);
      this.#waiters.add(waiter);
    });
  }

  /** Gives the room to those who came first, so that it is never free while one waits for it. */
  #admitNext(): void {
    for (const waiter of this.#waiters) {
      if (waiter.need > this.#room) return;
      this.#room -= waiter.need;
      waiter.admit();
    }
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
