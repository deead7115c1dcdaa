import { faultLines } from "./faults.ts";
import { clearProgress } from "./terminal.ts";

const FAILED = 1;

/** What writing to a reader that has gone is refused with: a closed pipe, a closed terminal. */
const GONE: readonly (string | undefined)[] = ["EPIPE", "EIO"];

/**
 * Sees to it that whatever nobody handles ends the process with one line on stderr and exit code 1,
 * never with a stack: a promise that was rejected unseen, output that cannot be written. A reader that
 * closes the pipe, such as head(1), has seen enough: then the process ends with 0. Once the work was
 * interrupted, promises that it leaves behind may be rejected unseen.
 */
export function guardProcess(
  guarded: NodeJS.Process,
  debug: boolean,
  interruption: AbortSignal,
): void {
  const fail = (error: unknown): void => {
    clearProgress(guarded.stderr);
    guarded.stderr.write(`${faultLines(error, debug)}\n`, () => guarded.exit(FAILED));
  };
  guarded.on("unhandledRejection", (error) => {
    if (!interruption.aborted) fail(error);
  });
  guarded.on("uncaughtException", fail);
  guarded.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") guarded.exit(0);
    fail(error);
  });
  guarded.stderr.on("error", (error: NodeJS.ErrnoException) => {
    // Nobody listens to remarks any more, which is no reason to end the work.
    if (!GONE.includes(error.code)) guarded.exit(FAILED);
  });
}
