import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

let collect: (() => void) | undefined;

/**
 * Bytes of the heap that are in use once all garbage is collected: what is held, and not how often
 * the collector has found the time to run.
 */
export function heldBytes(): number {
  setFlagsFromString("--expose-gc");
  collect ??= runInNewContext("gc") as () => void;
  collect();
  return process.memoryUsage().heapUsed;
}
