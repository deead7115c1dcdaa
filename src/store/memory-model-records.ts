import type { ModelRecord, ModelRecords } from "../contract/index.ts";
import { CallLedger } from "./call-ledger.ts";
import { decodeRecord, encodeLine } from "./line-codec.ts";
import { modelRecordSchema } from "./model-record-schema.ts";

/** A record of calls kept in memory: the same rules as on disk, and gone with the process. */
export function memoryModelRecords(): ModelRecords {
  const ledger = new CallLedger();
  const lines: string[] = [];
  return {
    get: async (place) => {
      const position = ledger.positionOf(place);
      const record = position === undefined ? undefined : readLine(lines, position);
      return record?.kind === "call-answered" ? record : null;
    },
    append: async (record) => {
      ledger.add(record, lines.push(encodeLine(modelRecordSchema, record)) - 1);
    },
    tally: () => ledger.tally(),
    tokens: () => ledger.tokens(),
    close: async () => undefined,
  };
}

function readLine(lines: readonly string[], position: number): ModelRecord {
  const place = { path: "memory", line: position + 1 };
  return decodeRecord(modelRecordSchema, JSON.parse(lines[position] ?? ""), place);
}
