import { readFileSync, readlinkSync } from "node:fs";

/** Name under which the process can tell the calling thread from others; null but on Linux. */
export function ownThread(): string | null {
  try {
    // `1234/task/1240`
    return readlinkSync("/proc/thread-self").split("/").at(-1) ?? null;
  } catch {
    return null;
  }
}

/** Milliseconds that a thread of this process has been on a processor; null where nobody counts. */
export function processorTime(thread: string): number | null {
  try {
    // Nanoseconds on a processor, nanoseconds of waiting for one, time slices.
    const nanoseconds = Number(
      readFileSync(`/proc/self/task/${thread}/schedstat`, "latin1").split(" ", 1)[0],
    );
    return nanoseconds > 0 ? nanoseconds / 1e6 : null;
  } catch {
    return null;
  }
}
