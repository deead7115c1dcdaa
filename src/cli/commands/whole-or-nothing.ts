import { BenchError } from "../../core/index.ts";
import type { CommandContext } from "../command-context.ts";
import { faultLines } from "../faults.ts";

const FAILED = 1;

/**
 * Does work that leaves a whole folder or none, so that there is nothing to resume: an interruption
 * says so, and a full disk is a plain failure.
 */
export async function wholeOrNothing(
  context: CommandContext,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof BenchError)) throw error;
    if (error.code === "interrupted")
      throw new BenchError(
        "interrupted",
        "Stopped on request; nothing was kept. Networks already trained are reused when you start again",
        { cause: error },
      );
    if (error.code !== "disk-full") throw error;
    context.fault(faultLines(error, context.debug));
    context.exitWith(FAILED);
  }
}
