import { open, type FileHandle } from "node:fs/promises";
import { dirname } from "node:path";
import { BenchError, systemCode } from "../core/index.ts";
import type { AnsweredCall, CallPlace, ModelRecord, ModelRecords } from "../contract/index.ts";
import { CallLedger } from "./call-ledger.ts";
import type { Durability } from "./durability.ts";
import { fileFault } from "./file-fault.ts";
import { decodeRecord, encodeLine } from "./line-codec.ts";
import { LineWriter } from "./line-writer.ts";
import { LogFile } from "./log-file.ts";
import { modelRecordSchema } from "./model-record-schema.ts";
import { ownModelRecord } from "./own-model-record.ts";
import { readJsonLines } from "./read-json-lines.ts";
import { repairLog } from "./repair-log.ts";
import { syncFolder } from "./sync-folder.ts";

const BLOCK_BYTES = 1 << 15;
const NEWLINE = 0x0a;

/** What a record of calls is opened for. */
export interface RecordsOptions {
  /** Whoever writes holds the lock of the run's folder. */
  readonly forWriting: boolean;
  /** `interval` unless told otherwise. */
  readonly durability?: Durability;
}

/**
 * Opens the record of calls at a path: JSON lines, of which only the places are held in memory. A
 * torn last line is cut off when it is opened for writing, and passed over otherwise.
 */
export async function openModelRecords(
  path: string,
  { forWriting, durability = "interval" }: RecordsOptions,
): Promise<ModelRecords> {
  const explain = (error: unknown): unknown => fileFault(error, path, dirname(path));
  try {
    if (forWriting) await repairLog(path);
    const ledger = new CallLedger();
    for await (const { json, line, offset } of readJsonLines(path))
      ledger.add(decodeRecord(modelRecordSchema, json, { path, line }), offset);
    const reader = await openedForReading(path);
    if (!forWriting) return recordsOf({ path, ledger, reader, append: refuse, close: nothing });
    return recordsOf({
      path,
      ledger,
      reader,
      ...(await appender(path, ledger, durability, explain)),
    });
  } catch (error) {
    throw explain(error);
  }
}

interface Parts {
  readonly path: string;
  readonly ledger: CallLedger;
  /** `null` where there is no file, and so no answer. */
  readonly reader: FileHandle | null;
  append(record: ModelRecord): Promise<void>;
  close(): Promise<void>;
}

function recordsOf({ path, ledger, reader, append, close }: Parts): ModelRecords {
  return {
    get: async (place) => {
      const position = ledger.positionOf(place);
      if (position === undefined || reader === null) return null;
      return answerIn(await lineAt(reader, position), path, place);
    },
    append,
    tally: () => ledger.tally(),
    tokens: () => ledger.tokens(),
    close: async () => {
      await close();
      await reader?.close();
    },
  };
}

async function appender(
  path: string,
  ledger: CallLedger,
  durability: Durability,
  explain: (error: unknown) => unknown,
): Promise<Pick<Parts, "append" | "close">> {
  const file = await LogFile.open(path);
  if (file.length === 0) await syncFolder(dirname(path));
  const writer = new LineWriter([file], durability, explain);
  let end = file.length;
  return {
    append: async (record) => {
      const own = ownModelRecord(record);
      const line =
        own === null ? encodeLine(modelRecordSchema, record) : `${JSON.stringify(own)}\n`;
      const position = end;
      end += Buffer.byteLength(line);
      // Nothing is lost with an intent: what is sent has its answer on the disk, or is sent again.
      await writer.write(0, line, { waits: record.kind !== "call-intended" });
      ledger.add(record, position);
    },
    close: () => writer.close(),
  };
}

async function openedForReading(path: string): Promise<FileHandle | null> {
  try {
    return await open(path, "r");
  } catch (error) {
    if (systemCode(error) === "ENOENT") return null;
    throw error;
  }
}

async function lineAt(file: FileHandle, position: number): Promise<string> {
  const blocks: Buffer[] = [];
  for (let at = position; ; at += BLOCK_BYTES) {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(BLOCK_BYTES), 0, BLOCK_BYTES, at);
    const block = buffer.subarray(0, bytesRead);
    const end = block.indexOf(NEWLINE);
    blocks.push(end === -1 ? block : block.subarray(0, end));
    if (end !== -1 || bytesRead < BLOCK_BYTES) return Buffer.concat(blocks).toString("utf8");
  }
}

function answerIn(text: string, path: string, place: CallPlace): AnsweredCall {
  const record = decodeRecord(modelRecordSchema, JSON.parse(text), { path, line: place.ordinal });
  if (record.kind === "call-answered") return record;
  throw new BenchError(
    "corrupt-log",
    `Expected the answer to a call where it was written; got a record of another kind in ${path}; take a copy that is whole`,
    { data: { path } },
  );
}

async function refuse(): Promise<never> {
  throw new BenchError(
    "internal",
    "Expected a record of calls that is open for writing; got one open for reading; open it with forWriting",
  );
}

async function nothing(): Promise<void> {
  // A reader has written nothing.
}
