import { appendFile, open, rename } from "node:fs/promises";
import { basename, dirname } from "node:path";
import type * as z from "zod";
import { BenchError, parseJson, systemCode } from "../core/index.ts";
import { corruptLine, decodeRecord } from "./line-codec.ts";
import { splitLines } from "./split-lines.ts";
import { syncFolder } from "./sync-folder.ts";

const PUT_ASIDE = ".damaged";
const UNFINISHED = ".repaired";

/** What a repair of a log had to take out of it. */
export interface Salvaged {
  /** Name of the log. */
  readonly name: string;
  /** Name of the file that holds what was taken out. */
  readonly aside: string;
  /** Lines as they were numbered before, from 1. */
  readonly lines: readonly number[];
}

/**
 * Keeps every line of a log that is a record, and moves the others, as they are, to a file beside it;
 * `null` where there was none. Nothing is lost at any moment: damaged lines are put aside first. Throws
 * `unsupported-version` for records that a later version wrote: these are not damaged.
 */
export async function salvageLog<T>(path: string, schema: z.ZodType<T>): Promise<Salvaged | null> {
  const damaged = await damagedLines(path, schema);
  if (damaged.size === 0) return null;
  await appendFile(
    `${path}${PUT_ASIDE}`,
    [...damaged.values()].map((text) => `${text}\n`).join(""),
    {
      flush: true,
    },
  );
  await copyWithout(path, new Set(damaged.keys()));
  await syncFolder(dirname(path));
  const name = basename(path);
  return { name, aside: `${name}${PUT_ASIDE}`, lines: [...damaged.keys()] };
}

async function damagedLines<T>(
  path: string,
  schema: z.ZodType<T>,
): Promise<ReadonlyMap<number, string>> {
  const damaged = new Map<number, string>();
  let line = 0;
  for await (const text of linesOf(path)) {
    line += 1;
    if (!isRecord(text, schema, path, line)) damaged.set(line, text);
  }
  return damaged;
}

function isRecord<T>(text: string, schema: z.ZodType<T>, path: string, line: number): boolean {
  try {
    const parsed = parseJson(text);
    if (parsed.kind === "broken") throw corruptLine("a line that is no JSON", { path, line });
    decodeRecord(schema, parsed.value, { path, line });
    return true;
  } catch (error) {
    if (error instanceof BenchError && error.code === "corrupt-log") return false;
    throw error;
  }
}

async function copyWithout(path: string, left: ReadonlySet<number>): Promise<void> {
  const copy = await open(`${path}${UNFINISHED}`, "w");
  try {
    let line = 0;
    for await (const text of linesOf(path)) {
      line += 1;
      if (!left.has(line)) await copy.write(`${text}\n`);
    }
    await copy.sync();
  } finally {
    await copy.close();
  }
  await rename(`${path}${UNFINISHED}`, path);
}

/** The whole lines of a log, one by one; none where there is no file. */
async function* linesOf(path: string): AsyncGenerator<string> {
  try {
    const file = await open(path, "r");
    try {
      for await (const texts of splitLines(file.createReadStream())) yield* texts;
    } finally {
      await file.close();
    }
  } catch (error) {
    if (systemCode(error) !== "ENOENT") throw error;
  }
}
