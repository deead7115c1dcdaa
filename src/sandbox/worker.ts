import { parentPort, workerData } from "node:worker_threads";
import { freezeClock } from "./clock.ts";
import { execute } from "./execute.ts";
import type { Job, ThreadMessage, ThreadShare } from "./job.ts";
import { buffersOf, packed } from "./packed-outcome.ts";
import type { PackedOutcome } from "./packed-outcome.ts";
import { ownThread } from "./processor-time.ts";

// The file that a sandbox's thread runs; see thread.ts for the other end.

freezeClock();
const { parts } = workerData as ThreadShare;
const say = (message: ThreadMessage, handedOver: readonly ArrayBuffer[] = []): void =>
  parentPort?.postMessage(message, handedOver);
const handOver = (outcome: PackedOutcome): void =>
  say({ kind: "outcome", outcome }, buffersOf(outcome));
const advance = (): void => void Atomics.add(parts, 0, 1);
parentPort?.on("message", (job: Job) => {
  void execute(job, advance).then(
    (outcome) => handOver(packed(outcome)),
    (error: unknown) => say({ kind: "not-started", message: String(error) }),
  );
});
say({ kind: "ready", thread: ownThread() });
