/** The closed list of faults that a person can meet; each has one meaning and one remedy. */
export type ErrorCode =
  | "bad-argument"
  | "bad-budget"
  | "bad-configuration"
  | "bad-data"
  | "bad-input-value"
  | "bad-parameter"
  | "bad-recipe"
  | "bad-seed"
  | "bad-wrapper-order"
  | "corrupt-log"
  | "cost-limit"
  | "data-missing"
  | "disk-full"
  | "folder-not-empty"
  | "function-failed"
  | "hash-mismatch"
  | "internal"
  | "interrupted"
  | "machine-fault"
  | "model-failed"
  | "model-stopped"
  | "not-a-run"
  | "not-a-suite"
  | "reply-missing"
  | "request-differs"
  | "run-differs"
  | "run-in-use"
  | "sandbox-unavailable"
  | "server-mangles-tools"
  | "truths-missing"
  | "unknown-category"
  | "unknown-family"
  | "unknown-interpreter"
  | "unknown-model"
  | "unknown-problem"
  | "unknown-recipe"
  | "unsupported-version";

/** What an error carries beside its code and message. */
export interface BenchErrorDetails {
  /** Facts for programs: whatever a caller needs to react without parsing the message. */
  readonly data?: Readonly<Record<string, unknown>>;
  readonly cause?: unknown;
}

/**
 * A fault in setup, input or machinery; what an interpreter gets wrong is data, never an error.
 * The message says what was expected, what came, and what to do about it, on one line.
 */
export class BenchError extends Error {
  override readonly name = "BenchError";
  readonly code: ErrorCode;
  readonly data: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode, message: string, details: BenchErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.code = code;
    this.data = details.data ?? {};
  }
}
