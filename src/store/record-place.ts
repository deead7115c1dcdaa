import type { RunManifest, RunStore } from "../contract/index.ts";
import type { Durability } from "./durability.ts";
import type { Salvaged } from "./salvage-log.ts";

/** Where a run's record is kept, whether it is there yet or not. */
export interface RecordPlace {
  /** As it was given. */
  readonly url: string;
  /** The folder that paths in the manifest start from. */
  readonly folder: string;
  /** Throws what would keep a run from being made here for what is there already. */
  requireNew(): Promise<void>;
  /** Makes a run and opens it for writing; throws `folder-not-empty` where there is something. */
  create(
    made: RunManifest | RunMaker,
    options: { readonly durability: Durability },
  ): Promise<RunStore>;
  /** Opens a run; for writing, what a killed writer left half-written is cut off first. */
  open(options: OpenOptions): Promise<OpenedRun>;
}

/** What a run folder is opened for. */
export interface OpenOptions {
  /** One process at a time may write; any number may read meanwhile. */
  readonly forWriting: boolean;
  /** `interval` unless told otherwise. */
  readonly durability?: Durability;
  /** Whether damaged lines are taken out of the logs, when it is opened for writing. */
  readonly repair?: boolean;
}

/** A run that was opened, and what had to be done to it. */
export interface OpenedRun {
  readonly store: RunStore;
  /** Bytes of torn last lines that were cut off, over all files; 0 when only reading. */
  readonly repairedBytes: number;
  /** What a repair took out, for each log that was damaged. */
  readonly salvaged: readonly Salvaged[];
}

/** A manifest of something that the run folder itself is to hold, and that is made before it. */
export interface RunMaker {
  /** Name in the run's folder of what is made. */
  readonly holds: string;
  /** Makes it in the run's folder, given by its path, and says what the run is made of. */
  make(folder: string): Promise<RunManifest>;
}
