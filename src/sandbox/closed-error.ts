import { BenchError } from "../core/index.ts";

/** Why a program is rejected whose sandbox is closed. */
export function closedError(): BenchError {
  return new BenchError(
    "interrupted",
    "Expected an open sandbox; got one that is closed; close it after its last run",
  );
}
