import { parentPort } from "node:worker_threads";
import type { ThreadMessage } from "./thread-message.ts";
import type { TrainingJob } from "./train-kernel.ts";
import { trainKernel } from "./train-kernel.ts";

// The file that a training thread runs; see thread.ts for the other end.

const say = (message: ThreadMessage): void => parentPort?.postMessage(message);
parentPort?.on("message", (job: TrainingJob) => {
  const trained = trainKernel(job, (epochs) => say({ kind: "progress", epochs }));
  say({ kind: "trained", trained });
});
