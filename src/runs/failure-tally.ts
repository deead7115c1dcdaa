import type { Failure } from "../contract/index.ts";

/** How often items failed for one reason. */
export interface FailureCount {
  readonly code: string;
  readonly count: number;
  /** What was said of the first of them. */
  readonly message: string;
}

/** Counts failures by their codes, in the order in which the codes first came. */
export class FailureTally {
  readonly #counts = new Map<string, FailureCount>();

  /** Takes a failure into account. */
  add({ code, message }: Failure): void {
    const known = this.#counts.get(code) ?? { code, count: 0, message };
    this.#counts.set(code, { ...known, count: known.count + 1 });
  }

  /** What was counted so far. */
  counts(): readonly FailureCount[] {
    return [...this.#counts.values()];
  }
}
