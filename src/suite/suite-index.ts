import { open } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import { suiteData, suiteJson } from "./parse-line.ts";
import { miscounted, twice } from "./suite-faults.ts";
import { readSpans } from "./read-lines.ts";
import type { SuiteHeader } from "./schema.ts";

/** Where each problem of a suite stands in its files. */
export interface SuiteIndex {
  /** In the suite's order. */
  readonly entries: readonly IndexEntry[];
  /** 0-based; `null` where there is no such problem. */
  positionOf(id: string): number | null;
  /** The lines of a problem in problems.jsonl and truths.jsonl. */
  linesAt(position: number): Promise<readonly [open: string, sealed: string]>;
}

/** A problem by its name. */
export interface IndexEntry {
  readonly id: string;
  readonly category: string;
}

/** All of a line that is looked at here: the rest is read when the problem is. */
const entrySchema = z.object({ id: z.string(), category: z.string() });

/** Reads where the lines of a suite begin and end. Throws `not-a-suite`. */
export async function readIndex(path: string, header: SuiteHeader): Promise<SuiteIndex> {
  const { problems: count } = header.counts;
  const entries: IndexEntry[] = [];
  const positions = new Map<string, number>();
  const where = join(path, "problems.jsonl");
  const openSpans = spans(count);
  for await (const { text, number, start, end } of readSpans(where)) {
    if (number > count) throw miscounted(path, count);
    const { id, category } = suiteData(entrySchema, suiteJson(text, where), `${where}:${number}`);
    if (positions.has(id)) throw twice(`${where}:${number}`, id);
    openSpans.set(number - 1, start, end);
    positions.set(id, entries.length);
    entries.push({ id, category });
  }
  const sealedSpans = spans(count);
  let sealed = 0;
  for await (const { number, start, end } of readSpans(join(path, "truths.jsonl"))) {
    if (number > count) throw miscounted(path, count);
    sealedSpans.set(number - 1, start, end);
    sealed = number;
  }
  if (entries.length !== count || sealed !== count) throw miscounted(path, count);
  return {
    entries,
    positionOf: (id) => positions.get(id) ?? null,
    linesAt: (position) =>
      Promise.all([
        lineAt(where, openSpans.at(position)),
        lineAt(join(path, "truths.jsonl"), sealedSpans.at(position)),
      ]),
  };
}

type Span = readonly [start: number, end: number];

/** Byte ranges of so many lines. */
function spans(count: number): {
  set(i: number, start: number, end: number): void;
  at(i: number): Span;
} {
  const bounds = new Float64Array(2 * count);
  return {
    set: (i, start, end) => bounds.set([start, end], 2 * i),
    at: (i) => [bounds[2 * i] ?? 0, bounds[2 * i + 1] ?? 0],
  };
}

async function lineAt(file: string, [start, end]: Span): Promise<string> {
  const handle = await open(file, "r");
  try {
    const buffer = Buffer.alloc(end - start);
    await handle.read(buffer, 0, buffer.length, start);
    return buffer.toString("utf8");
  } finally {
    await handle.close();
  }
}
