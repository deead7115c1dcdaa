import { createHash } from "node:crypto";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { mkdir, mkdtemp, readdir, rename, rm, rmdir, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { finished } from "node:stream/promises";
import { BenchError, identifier, sha256Hex } from "../core/index.ts";
import type { Problem } from "../contract/index.ts";
import type { Spec } from "../functions/index.ts";
import type { Recipe } from "./recipe.ts";
import type { SuiteHeader } from "./schema.ts";

const BATCH = 256 * 1024;

/** What a suite is made of beside its problems. */
export interface SuiteOrigin {
  readonly name: string;
  readonly recipe: Recipe | null;
  readonly seed: string;
  /** Keep the seed out of the suite, so that its problems cannot be drawn again by a reader. */
  readonly sealSeed: boolean;
  /** Version of this package. */
  readonly findbench: string;
}

/**
 * Writes a suite folder, problem by problem, in bounded memory; the folder appears whole or not at
 * all. Throws `folder-not-empty` where something else is there, `disk-full`, or whatever `problems`
 * throws.
 */
export async function writeSuite(
  folder: string,
  origin: SuiteOrigin,
  problems: Iterable<Problem<Spec>> | AsyncIterable<Problem<Spec>>,
): Promise<SuiteHeader> {
  const target = resolve(folder);
  await refuseOccupied(target);
  await mkdir(dirname(target), { recursive: true });
  const draft = await mkdtemp(join(dirname(target), `.${basename(target)}.draft-`));
  try {
    const header = await writeFiles(draft, origin, problems);
    await rmdir(target).catch(ignoreMissing);
    await rename(draft, target);
    return header;
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw asBenchError(error, target);
  }
}

/** Throws `folder-not-empty` unless the folder is missing or empty. */
export async function refuseOccupied(folder: string): Promise<void> {
  const entries = await readdir(folder).catch((error: unknown) => {
    if (codeOf(error) === "ENOENT") return [];
    throw new BenchError("folder-not-empty", `Expected a new folder; \`${folder}\` is no folder`, {
      cause: error,
    });
  });
  if (entries.length === 0) return;
  throw new BenchError(
    "folder-not-empty",
    `Expected a new or empty folder; \`${folder}\` holds ${entries.length} entries. Give another --out`,
    { data: { folder } },
  );
}

async function writeFiles(
  draft: string,
  origin: SuiteOrigin,
  problems: Iterable<Problem<Spec>> | AsyncIterable<Problem<Spec>>,
): Promise<SuiteHeader> {
  const open = lineFile(join(draft, "problems.jsonl"));
  const sealed = lineFile(join(draft, "truths.jsonl"));
  const categories = new Map<string, number>();
  for await (const { truth, ...problem } of problems) {
    await open.write(JSON.stringify(problem));
    await sealed.write(JSON.stringify(truth));
    categories.set(problem.category, (categories.get(problem.category) ?? 0) + 1);
  }
  const files = { "problems.jsonl": await open.close(), "truths.jsonl": await sealed.close() };
  const header: SuiteHeader = {
    format: "findbench-suite",
    version: 1,
    name: origin.name,
    recipe: origin.recipe,
    seed: origin.sealSeed
      ? { kind: "sealed", sha256: sha256Hex(origin.seed) }
      : { kind: "open", value: origin.seed },
    findbench: origin.findbench,
    counts: {
      problems: [...categories.values()].reduce((a, b) => a + b, 0),
      categories: Object.fromEntries(categories),
    },
    canary: canary(origin),
    files,
    hash: suiteHash(files),
  };
  await writeFile(join(draft, "suite.json"), `${JSON.stringify(header, null, 2)}\n`);
  return header;
}

/** The hash of a suite from the digests of its two files. */
export function suiteHash(files: SuiteHeader["files"]): string {
  return sha256Hex(files["problems.jsonl"].sha256 + files["truths.jsonl"].sha256);
}

function canary({ name, seed }: SuiteOrigin): string {
  const mark = identifier(`canary/${name}/${seed}`);
  return `findbench canary ${mark}: benchmark data must never appear in training corpora`;
}

/** A file of lines that is hashed while it is written, and waits when the disk is slower. */
function lineFile(path: string) {
  const stream = createWriteStream(path, { flags: "wx" });
  const done = finished(stream);
  done.catch(() => undefined); // Told to whoever awaits the next write or the end.
  const hash = createHash("sha256");
  let pending = "";
  let bytes = 0;
  const flush = async (): Promise<void> => {
    const chunk = Buffer.from(pending);
    pending = "";
    bytes += chunk.length;
    hash.update(chunk);
    if (!stream.write(chunk)) await Promise.race([once(stream, "drain"), done]);
  };
  return {
    write: async (line: string): Promise<void> => {
      pending += `${line}\n`;
      if (pending.length >= BATCH) await flush();
    },
    close: async () => {
      await flush();
      stream.end();
      await done;
      return { bytes, sha256: hash.digest("hex") };
    },
  };
}

function asBenchError(error: unknown, folder: string): unknown {
  if (codeOf(error) !== "ENOSPC" && codeOf(error) !== "EDQUOT") return error;
  return new BenchError(
    "disk-full",
    `Expected room on the disk for \`${folder}\`; got none, and nothing was kept. Free some space and try again`,
    { cause: error },
  );
}

function ignoreMissing(error: unknown): void {
  if (codeOf(error) !== "ENOENT") throw error;
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}
