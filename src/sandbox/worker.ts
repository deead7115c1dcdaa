import { parentPort } from "node:worker_threads";
import { freezeClock } from "./clock.ts";
import { execute } from "./execute.ts";
import type { Job, ThreadMessage } from "./job.ts";

// The file that a sandbox's thread runs; see thread.ts for the other end.

freezeClock();
const say = (message: ThreadMessage): void => parentPort?.postMessage(message);
parentPort?.on("message", (job: Job) => {
  void execute(job).then((outcome) => say({ kind: "outcome", outcome }));
});
say({ kind: "ready" });
