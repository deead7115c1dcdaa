import { Worker } from "node:worker_threads";
import type { RunOutcome } from "../contract/index.ts";
import { BenchError } from "../core/index.ts";
import type { Job, ThreadMessage, ThreadShare } from "./job.ts";
import { LostWorker } from "./lost-worker.ts";
import { unpacked } from "./packed-outcome.ts";
import { Watch } from "./watch.ts";
import type { Passed, WatchLimits } from "./watch.ts";

/** Megabytes of stack per thread: room for the engine's own stack limit to be reached first. */
const STACK_MEGABYTES = 32;

/** Megabytes for what a thread keeps outside the engine: the inputs and the outputs. */
const HEAP_MEGABYTES = 512;

function startWorker(workerData: ThreadShare, heapMegabytes: number): Worker {
  const fromSource = new URL(import.meta.url).pathname.endsWith(".ts");
  const file = fromSource ? "./worker-from-source.mjs" : "./worker.js";
  return new Worker(new URL(file, import.meta.url), {
    name: "findbench-sandbox",
    execArgv: [],
    env: {},
    workerData,
    resourceLimits: { stackSizeMb: STACK_MEGABYTES, maxOldGenerationSizeMb: heapMegabytes },
  });
}

interface Running {
  readonly job: Job;
  readonly limits: WatchLimits;
  watch?: Watch;
  resolve(outcome: RunOutcome): void;
  reject(reason: unknown): void;
}

/** A thread that runs one job at a time; once it was killed or has died it is of no more use. */
export class Thread {
  readonly #parts = new Int32Array(new SharedArrayBuffer(4));
  readonly #worker: Worker;
  #running: Running | undefined;
  /** Its name for the processor's time, once it is ready. */
  #name: string | null | undefined;
  #alive = true;

  constructor(heapMegabytes = HEAP_MEGABYTES) {
    this.#worker = startWorker({ parts: this.#parts }, heapMegabytes);
    this.#worker.on("message", (message: ThreadMessage) => this.#hear(message));
    this.#worker.on("error", (error) => this.#die(error));
    this.#worker.on("exit", () => this.#die(new Error("the thread ended")));
  }

  get alive(): boolean {
    return this.#alive;
  }

  /**
   * Runs a job; kills the thread when a limit or the signal says so. Rejects with `LostWorker` where
   * the thread died under it, and with `machine-fault` where the wall clock ran out.
   */
  run(job: Job, limits: WatchLimits, signal: AbortSignal | undefined): Promise<RunOutcome> {
    const abort = (): void => void this.kill(signal?.reason);
    const outcome = new Promise<RunOutcome>((resolve, reject) => {
      this.#running = { job, limits, resolve, reject };
      this.#worker.ref();
      signal?.addEventListener("abort", abort);
      if (this.#name !== undefined) this.#begin(this.#name);
    });
    return outcome.finally(() => signal?.removeEventListener("abort", abort));
  }

  /** Ends the thread; a job that is in work is rejected with the reason. */
  async kill(reason: unknown): Promise<void> {
    this.#alive = false;
    this.#take()?.reject(reason);
    await this.#worker.terminate();
  }

  #begin(thread: string | null): void {
    const running = this.#running;
    if (running === undefined) return;
    running.watch = new Watch({
      thread,
      limits: running.limits,
      part: () => Atomics.load(this.#parts, 0),
      passed: (which) => void this.#expire(which),
    });
    this.#worker.postMessage(running.job);
  }

  async #expire(which: Passed): Promise<void> {
    const running = this.#take();
    await this.kill(undefined);
    if (which === "processor") running?.resolve({ kind: "timed-out" });
    else running?.reject(machineFault(running.limits.wall));
  }

  /** Takes the job off the thread, which then keeps no process alive. */
  #take(): Running | undefined {
    const running = this.#running;
    this.#running = undefined;
    running?.watch?.stop();
    // One that is being killed keeps its process until it is gone, however late a message comes.
    if (this.#alive) this.#worker.unref();
    return running;
  }

  #hear(message: ThreadMessage): void {
    switch (message.kind) {
      case "ready":
        this.#name = message.thread;
        return this.#begin(message.thread);
      case "outcome":
        return this.#deliver(unpacked(message.outcome));
      case "not-started":
        return this.#refuse(message.message);
    }
  }

  /** What was spent since the last look counts as if it had been looked at in time. */
  #deliver(outcome: RunOutcome): void {
    const spent = this.#running?.watch?.stop();
    const running = this.#take();
    if (outcome.kind !== "ran" || spent === undefined) running?.resolve(outcome);
    else if (!spent.kept) running?.resolve({ kind: "timed-out" });
    else running?.resolve(spent.pastHalf ? { ...outcome, nearLimit: true } : outcome);
  }

  #refuse(got: string): void {
    const remedy = `Expected QuickJS to start; got: ${got}; see that memory is free and the packages are whole`;
    this.#take()?.resolve({ kind: "no-sandbox", remedy });
  }

  /** Before it was ready the set-up is at fault; later it may be the program or the machine. */
  #die(error: Error): void {
    this.#alive = false;
    const got = error.message.split("\n", 1)[0] ?? "";
    if (this.#name === undefined) return this.#refuse(got);
    const running = this.#take();
    running?.reject(new LostWorker(`the thread that ran it was lost: ${got}`));
  }
}

function machineFault(wall: number): BenchError {
  return new BenchError(
    "machine-fault",
    `Expected the machine to run a program to its end within ${wall} ms; got no end; run it again when the machine is less busy`,
  );
}
