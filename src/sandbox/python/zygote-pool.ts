import type { RunOutcome } from "../../contract/index.ts";
import { closedError } from "../thread.ts";
import type { Machine } from "./machine.ts";
import type { Request } from "./request.ts";
import { Zygote } from "./zygote.ts";

interface Waiter {
  resolve(): void;
  reject(reason: unknown): void;
}

/** At most so many programs at a time, each in a process that is started when first needed. */
export class ZygotePool {
  readonly #machine: Machine;
  readonly #all = new Set<Zygote>();
  readonly #idle: Zygote[] = [];
  readonly #waiters = new Set<Waiter>();
  #free: number;
  #closed = false;

  constructor(machine: Machine, size: number) {
    this.#machine = machine;
    this.#free = size;
  }

  /** Runs a program as soon as there is room, first come first served. */
  async run(request: Request, signal?: AbortSignal): Promise<RunOutcome> {
    signal?.throwIfAborted();
    if (this.#closed) throw closedError();
    if (this.#free > 0) this.#free -= 1;
    else await this.#wait(signal);
    const zygote = this.#zygote();
    try {
      return await zygote.run(request, signal);
    } finally {
      await this.#putBack(zygote);
      this.#release();
    }
  }

  /** Ends all processes; programs that are in work or wait are rejected. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const waiter of this.#waiters) waiter.reject(closedError());
    await Promise.all([...this.#all].map((zygote) => zygote.kill(closedError())));
  }

  #zygote(): Zygote {
    for (let idle = this.#idle.pop(); idle !== undefined; idle = this.#idle.pop()) {
      if (idle.alive) return idle;
      this.#all.delete(idle);
    }
    const started = new Zygote(this.#machine);
    this.#all.add(started);
    return started;
  }

  async #putBack(zygote: Zygote): Promise<void> {
    if (zygote.alive) return void this.#idle.push(zygote);
    await zygote.kill(undefined);
    this.#all.delete(zygote);
  }

  #wait(signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        signal?.removeEventListener("abort", abort);
        this.#waiters.delete(waiter);
      };
      const abort = (): void => waiter.reject(signal?.reason);
      const waiter: Waiter = {
        resolve: () => (leave(), resolve()),
        reject: (reason) => (leave(), reject(reason)),
      };
      signal?.addEventListener("abort", abort);
      this.#waiters.add(waiter);
    });
  }

  #release(): void {
    const [waiter] = this.#waiters;
    if (waiter === undefined) this.#free += 1;
    else waiter.resolve();
  }
}
