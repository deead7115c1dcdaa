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
        `Expected to make the whole suite; got ${requestIn(error)}; start again: nothing was kept but networks already trained, which are used again`,
        { cause: error },
      );
    if (error.code !== "disk-full") throw error;
    context.fault(faultLines(error, context.debug));
    context.exitWith(FAILED);
  }
}

function requestIn({ data: { request } }: BenchError): string {
  return typeof request === "string" ? request : "a request to stop";
}
