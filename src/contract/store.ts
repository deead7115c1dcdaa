import type { Outcome, RunEvent, RunManifest } from "./run.ts";

/** The record of one run: append-only, readable while it grows. */
export interface RunStore {
  readonly manifest: RunManifest;
  /** The event as it would be recorded, a copy of its own. Throws `bad-data` where it cannot be. */
  check(event: RunEvent): RunEvent;
  /** Appends events in the given order; resolves when a killed process would not lose them. */
  append(events: readonly RunEvent[]): Promise<void>;
  /** Appends an item's outcome, after all of its events. */
  record(outcome: Outcome): Promise<void>;
  /** Outcomes as they were written; a later line on the same item replaces an earlier one. */
  outcomes(): AsyncIterable<Outcome>;
  /** Events as they were written. */
  events(): AsyncIterable<RunEvent>;
  /** Makes what was appended survive a power cut, and lets go of the files. */
  close(): Promise<void>;
}
