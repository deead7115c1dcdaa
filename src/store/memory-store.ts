import type { RunManifest, RunStore } from "../contract/index.ts";
import { BenchError } from "../core/index.ts";
import { decodeRecord, encodeLine } from "./line-codec.ts";
import { outcomeSchema } from "./outcome-schema.ts";
import { checkedEvent, eventLine, runEventSchema } from "./run-event-schema.ts";
import { runManifestSchema } from "./run-manifest-schema.ts";
import type * as z from "zod";

/** A run kept in memory: the same rules as on disk, and gone with the process. */
export function memoryStore(manifest: RunManifest): RunStore {
  encodeLine(runManifestSchema, manifest);
  const events: string[] = [];
  const outcomes: string[] = [];
  let closed = false;
  const put = (log: string[], lines: readonly string[]): void => {
    if (closed)
      throw new BenchError(
        "internal",
        "Expected a run that is open; got one that was closed; open it again to write to it",
      );
    log.push(...lines);
  };
  return {
    manifest,
    check: checkedEvent,
    append: async (records) => put(events, records.map(eventLine)),
    record: async (outcome) => put(outcomes, [encodeLine(outcomeSchema, outcome)]),
    outcomes: () => readLines(outcomes, outcomeSchema),
    events: () => readLines(events, runEventSchema),
    close: async () => {
      closed = true;
    },
  };
}

async function* readLines<T>(lines: readonly string[], schema: z.ZodType<T>): AsyncGenerator<T> {
  for (const [index, line] of lines.entries()) {
    yield decodeRecord(schema, JSON.parse(line), { path: "memory", line: index + 1 });
  }
}
