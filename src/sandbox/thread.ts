import { Worker } from "node:worker_threads";
import type { RunOutcome } from "../contract/index.ts";
import type { Job, ThreadMessage } from "./job.ts";

/** Megabytes of stack per thread: room for the engine's own stack limit to be reached first. */
const STACK_MEGABYTES = 32;

/** Megabytes for what a thread keeps outside the engine: the inputs and the outputs. */
const HEAP_MEGABYTES = 512;

function startWorker(): Worker {
  const fromSource = new URL(import.meta.url).pathname.endsWith(".ts");
  const file = fromSource ? "./worker-from-source.mjs" : "./worker.js";
  return new Worker(new URL(file, import.meta.url), {
    name: "findbench-sandbox",
    execArgv: [],
    env: {},
    resourceLimits: { stackSizeMb: STACK_MEGABYTES, maxOldGenerationSizeMb: HEAP_MEGABYTES },
  });
}

interface Running {
  readonly job: Job;
  readonly wall: number;
  timer?: NodeJS.Timeout;
  resolve(outcome: RunOutcome): void;
  reject(reason: unknown): void;
}

/** A thread that runs one job at a time; once it was killed or has died it is of no more use. */
export class Thread {
  readonly #worker = startWorker();
  #running: Running | undefined;
  #ready = false;
  #alive = true;

  constructor() {
    this.#worker.on("message", (message: ThreadMessage) => this.#hear(message));
    this.#worker.on("error", (error) => this.#die(error));
    this.#worker.on("exit", () => this.#die(new Error("the thread ended")));
  }

  get alive(): boolean {
    return this.#alive;
  }

  /** Runs a job; kills the thread when the wall clock, in milliseconds, or the signal says so. */
  run(job: Job, wall: number, signal: AbortSignal | undefined): Promise<RunOutcome> {
    const abort = (): void => void this.kill(signal?.reason);
    const outcome = new Promise<RunOutcome>((resolve, reject) => {
      this.#running = { job, wall, resolve, reject };
      this.#worker.ref();
      signal?.addEventListener("abort", abort);
      if (this.#ready) this.#begin();
    });
    return outcome.finally(() => signal?.removeEventListener("abort", abort));
  }

  /** Ends the thread; a job that is in work is rejected with the reason. */
  async kill(reason: unknown): Promise<void> {
    this.#alive = false;
    this.#take()?.reject(reason);
    await this.#worker.terminate();
  }

  #begin(): void {
    const running = this.#running;
    if (running === undefined) return;
    this.#worker.postMessage(running.job);
    running.timer = setTimeout(() => void this.#expire(), running.wall);
  }

  async #expire(): Promise<void> {
    const running = this.#take();
    await this.kill(undefined);
    running?.resolve({ kind: "timed-out" });
  }

  /** Takes the job off the thread, which then keeps no process alive. */
  #take(): Running | undefined {
    const running = this.#running;
    this.#running = undefined;
    clearTimeout(running?.timer);
    this.#worker.unref();
    return running;
  }

  #hear(message: ThreadMessage): void {
    switch (message.kind) {
      case "ready":
        this.#ready = true;
        return this.#begin();
      case "outcome":
        return this.#take()?.resolve(message.outcome);
    }
  }

  /** No program can end a thread, so that whatever did is a fault of the machine or the set-up. */
  #die(error: Error): void {
    this.#alive = false;
    const got = error.message.split("\n", 1)[0] ?? "";
    const what = this.#ready
      ? "Expected the thread with QuickJS to go on"
      : "Expected QuickJS to start";
    const remedy = `${what}; got: ${got}; see that memory is free and the packages are whole`;
    this.#take()?.resolve({ kind: "no-sandbox", remedy });
  }
}
