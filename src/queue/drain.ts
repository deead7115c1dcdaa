/**
 * One pass over a source of items. An item is taken only when a worker is free for it, one at a
 * time, so that work starts in the order of the items and nothing waits in memory.
 */
export class Drain<T> {
  readonly #items: AsyncIterator<T> | Iterator<T>;
  readonly #work: (item: T, signal: AbortSignal) => Promise<void>;
  readonly #signal: AbortSignal;
  readonly #concurrency: number;
  #working = 0;
  #taking = false;
  #exhausted = false;
  #stopped: { readonly reason: unknown } | undefined;
  #settle: () => void = () => undefined;

  constructor(
    items: AsyncIterable<T> | Iterable<T>,
    work: (item: T, signal: AbortSignal) => Promise<void>,
    signal: AbortSignal,
    concurrency: number,
  ) {
    this.#items =
      Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]();
    this.#work = work;
    this.#signal = signal;
    this.#concurrency = concurrency;
  }

  /** Resolves when every item was worked on; throws the first rejection or the signal's reason. */
  async run(): Promise<void> {
    const abort = (): void => this.#stop(this.#signal.reason);
    this.#signal.addEventListener("abort", abort);
    if (this.#signal.aborted) abort();
    try {
      await new Promise<void>((resolve) => {
        this.#settle = resolve;
        this.#proceed();
      });
      await this.#letGo();
    } finally {
      this.#signal.removeEventListener("abort", abort);
    }
    if (this.#stopped !== undefined) throw this.#stopped.reason;
  }

  #proceed(): void {
    const over = this.#stopped !== undefined || this.#exhausted;
    if (over && this.#working === 0) this.#settle();
    else if (!over && !this.#taking && this.#working < this.#concurrency) void this.#take();
  }

  async #take(): Promise<void> {
    this.#taking = true;
    try {
      const next = await this.#items.next();
      if (next.done === true) this.#exhausted = true;
      else if (this.#stopped === undefined) void this.#workOn(next.value);
    } catch (error) {
      this.#exhausted = true;
      this.#stop(error);
    }
    this.#taking = false;
    this.#proceed();
  }

  async #workOn(item: T): Promise<void> {
    this.#working += 1;
    try {
      await this.#work(item, this.#signal);
    } catch (error) {
      this.#stop(error);
    }
    this.#working -= 1;
    this.#proceed();
  }

  #stop(reason: unknown): void {
    this.#stopped ??= { reason };
    this.#proceed();
  }

  /** Tells a source that no more is wanted of it; one that is stuck in an answer is not waited for. */
  async #letGo(): Promise<void> {
    if (this.#exhausted) return;
    const tell = async (): Promise<void> => void (await this.#items.return?.());
    // What went wrong before is what is told of.
    const told = tell().catch(() => undefined);
    if (!this.#taking) await told;
  }
}
