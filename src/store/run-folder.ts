import { join, resolve } from "node:path";
import type { RunManifest, RunStore } from "../contract/index.ts";
import { BenchError } from "../core/index.ts";
import type { Durability } from "./durability.ts";
import { fileFault } from "./file-fault.ts";
import { encodeLine } from "./line-codec.ts";
import { LineWriter } from "./line-writer.ts";
import { LogFile } from "./log-file.ts";
import {
  MANIFEST_NAME,
  readManifest,
  renderManifest,
  UNFINISHED_MANIFEST_NAME,
  writeManifest,
} from "./manifest-file.ts";
import { discard, makeFolder, refuseOccupied } from "./new-folder.ts";
import { modelRecordSchema } from "./model-record-schema.ts";
import { outcomeSchema } from "./outcome-schema.ts";
import type { OpenedRun, OpenOptions, RecordPlace, RunMaker } from "./record-place.ts";
import { isOwnOutcome } from "./own-outcome.ts";
import { readLog } from "./read-log.ts";
import { repairLog } from "./repair-log.ts";
import { checkedEvent, eventLine, runEventSchema } from "./run-event-schema.ts";
import { takeRunLock, type RunLock } from "./run-lock.ts";
import { salvageLog } from "./salvage-log.ts";
import type { Salvaged } from "./salvage-log.ts";
import { syncFolder } from "./sync-folder.ts";

const EVENTS_NAME = "events.jsonl";
const OUTCOMES_NAME = "outcomes.jsonl";
/** Written by whoever holds the run's lock, see model-records-file.ts. */
const CALLS_NAME = "calls.jsonl";

/** A run folder as a place of a record. */
export function folderStore(folder: string): RecordPlace {
  return {
    url: folder,
    folder,
    requireNew: () => requireNew(folder),
    create: (made, options) => createRunFolder(folder, made, options),
    open: (options) => openRunFolder(folder, options),
  };
}

/** Throws what would keep a run folder from being made for what is there already. */
async function requireNew(path: string): Promise<void> {
  if (path === "") return;
  const folder = resolve(path);
  await explained(folder, () => refuseOccupied(folder));
}

/** Makes a run folder and opens it for writing; the folder must be new or empty. */
export async function createRunFolder(
  path: string,
  made: RunManifest | RunMaker,
  { durability = "interval" }: { readonly durability?: Durability } = {},
): Promise<RunStore> {
  const folder = resolve(path);
  if (!("make" in made)) renderManifest(made);
  return explained(folder, async () => {
    await refuseOccupied(folder);
    const undo = await makeFolder(folder);
    return orUndo(undo, async () => {
      const lock = await takeRunLock(folder);
      return orUndo(lock.release, () => fillFolder(folder, made, durability, lock));
    });
  });
}

async function fillFolder(
  folder: string,
  made: RunManifest | RunMaker,
  durability: Durability,
  lock: RunLock,
): Promise<RunStore> {
  // Another process may have made a run here before the lock was ours.
  await refuseOccupied(folder);
  const own = "make" in made ? [made.holds] : [];
  const names = [UNFINISHED_MANIFEST_NAME, MANIFEST_NAME, EVENTS_NAME, OUTCOMES_NAME, ...own];
  return orUndo(
    () => discard(folder, names),
    async () => {
      const manifest = "make" in made ? await made.make(folder) : made;
      await writeManifest(folder, renderManifest(manifest));
      const store = await writableStore(folder, manifest, durability, lock);
      await orUndo(store.close, () => syncFolder(folder));
      return store;
    },
  );
}

/** Opens a run folder; for writing, what a killed writer left half-written is cut off first. */
export async function openRunFolder(
  path: string,
  { forWriting, durability = "interval", repair = false }: OpenOptions,
): Promise<OpenedRun> {
  const folder = resolve(path);
  const manifest = await readManifest(folder);
  if (!forWriting)
    return { store: readableStore(folder, manifest), repairedBytes: 0, salvaged: [] };
  return explained(folder, async () => {
    const lock = await takeRunLock(folder);
    return orUndo(lock.release, async () => {
      const repairedBytes =
        (await repairLog(join(folder, EVENTS_NAME))) +
        (await repairLog(join(folder, OUTCOMES_NAME)));
      const salvaged = repair ? await salvage(folder) : [];
      const store = await writableStore(folder, manifest, durability, lock);
      return { store, repairedBytes, salvaged };
    });
  });
}

async function salvage(folder: string): Promise<readonly Salvaged[]> {
  const all = [
    await salvageLog(join(folder, EVENTS_NAME), runEventSchema),
    await salvageLog(join(folder, OUTCOMES_NAME), outcomeSchema),
    await salvageLog(join(folder, CALLS_NAME), modelRecordSchema),
  ];
  return all.filter((log) => log !== null);
}

async function writableStore(
  folder: string,
  manifest: RunManifest,
  durability: Durability,
  lock: RunLock,
): Promise<RunStore> {
  // In this order: an item's events are on file before its outcome is.
  const events = await LogFile.open(join(folder, EVENTS_NAME));
  const outcomes = await orUndo(
    () => events.close(),
    () => LogFile.open(join(folder, OUTCOMES_NAME)),
  );
  const explain = (error: unknown, file: string): unknown => fileFault(error, file, folder);
  const writer = new LineWriter([events, outcomes], durability, explain);
  const closeAll = async (): Promise<void> => {
    try {
      await writer.close();
    } finally {
      await lock.release();
    }
  };
  let closing: Promise<void> | undefined;
  return {
    ...readableStore(folder, manifest),
    append: async (records) => writer.write(0, records.map(eventLine).join("")),
    record: async (outcome) => writer.write(1, encodeLine(outcomeSchema, outcome)),
    close: () => {
      closing ??= closeAll();
      return closing;
    },
  };
}

function readableStore(folder: string, manifest: RunManifest): RunStore {
  const refuse = async (): Promise<never> => {
    throw new BenchError(
      "internal",
      `Expected a run that is open for writing; got one open for reading (${folder}); open it with forWriting`,
      { data: { folder } },
    );
  };
  return {
    manifest,
    check: checkedEvent,
    append: refuse,
    record: refuse,
    outcomes: () => readLog(join(folder, OUTCOMES_NAME), outcomeSchema, isOwnOutcome),
    events: () => readLog(join(folder, EVENTS_NAME), runEventSchema),
    close: async () => undefined,
  };
}

async function explained<T>(folder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw fileFault(error, folder, folder);
  }
}

/** Does the work; where it fails, undoes what came before it and passes the fault on. */
async function orUndo<T>(undo: () => Promise<void>, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    // The first fault is the one to tell of.
    await undo().catch(() => undefined);
    throw error;
  }
}
