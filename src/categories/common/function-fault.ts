import { BenchError } from "../../core/index.ts";

/** Whether a fault is that a user's own program cannot answer, so that its items fail. */
export function isFunctionFault(error: unknown): error is BenchError {
  if (!(error instanceof BenchError)) return false;
  return (
    error.code === "function-failed" ||
    error.code === "sandbox-unavailable" ||
    error.code === "machine-fault"
  );
}
