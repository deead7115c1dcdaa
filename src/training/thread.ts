import { Worker } from "node:worker_threads";
import { BenchError } from "../core/index.ts";
import type { ThreadMessage } from "./thread-message.ts";
import type { TrainedParameters, TrainingJob } from "./train-kernel.ts";

function startWorker(): Worker {
  const fromSource = new URL(import.meta.url).pathname.endsWith(".ts");
  const file = fromSource ? "./worker-from-source.mjs" : "./worker.js";
  const url = new URL(file, import.meta.url);
  return new Worker(url, { name: "findbench-training", execArgv: [], env: {} });
}

interface Running {
  readonly onProgress: ((epochs: number) => void) | undefined;
  resolve(trained: TrainedParameters): void;
  reject(reason: unknown): void;
}

/** A thread that trains one network at a time; once it was killed or has died it is of no more use. */
export class Thread {
  readonly #worker = startWorker();
  #running: Running | undefined;
  #alive = true;

  constructor() {
    this.#worker.on("message", (message: ThreadMessage) => this.#hear(message));
    this.#worker.on("error", (error) => this.#die(error));
    this.#worker.on("exit", () => this.#die(new Error("the thread ended")));
  }

  get alive(): boolean {
    return this.#alive;
  }

  /** Trains a network; the signal kills the thread. */
  run(
    job: TrainingJob,
    onProgress: ((epochs: number) => void) | undefined,
    signal: AbortSignal | undefined,
  ): Promise<TrainedParameters> {
    const abort = (): void => void this.kill(signal?.reason);
    const trained = new Promise<TrainedParameters>((resolve, reject) => {
      this.#running = { onProgress, resolve, reject };
      this.#worker.ref();
      signal?.addEventListener("abort", abort);
      this.#worker.postMessage(job);
    });
    return trained.finally(() => signal?.removeEventListener("abort", abort));
  }

  /** Ends the thread; a job that is in work is rejected with the reason. */
  async kill(reason: unknown): Promise<void> {
    this.#alive = false;
    this.#take()?.reject(reason);
    await this.#worker.terminate();
  }

  /**
   * Takes the job off the thread, which then keeps no process alive; one that is being ended does, so
   * that whoever waits for its end sees it.
   */
  #take(): Running | undefined {
    const running = this.#running;
    this.#running = undefined;
    if (this.#alive) this.#worker.unref();
    return running;
  }

  #hear(message: ThreadMessage): void {
    switch (message.kind) {
      case "progress":
        return this.#running?.onProgress?.(message.epochs);
      case "trained":
        return this.#take()?.resolve(message.trained);
    }
  }

  /** The kernel ends no thread, so that whatever did is a fault of the machine or the set-up. */
  #die(cause: Error): void {
    this.#alive = false;
    const got = cause.message.split("\n", 1)[0] ?? "";
    this.#take()?.reject(
      new BenchError(
        "internal",
        `Expected a thread that trains a network; got: ${got}; see that memory is free and the ` +
          "package is whole",
        { cause },
      ),
    );
  }
}
