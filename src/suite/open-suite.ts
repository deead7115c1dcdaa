import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { BenchError, fileFaultOf } from "../core/index.ts";
import type { Problem } from "../contract/index.ts";
import { distinctIds } from "../categories/index.ts";
import { suiteData, suiteJson, truthFrom } from "./parse-line.ts";
import { readLines } from "./read-lines.ts";
import { apart, miscounted, mixed, twice } from "./suite-faults.ts";
import { readIndex } from "./suite-index.ts";
import type { SuiteIndex } from "./suite-index.ts";
import { openProblemSchema, suiteHeaderSchema } from "./schema.ts";
import type { SuiteHeader } from "./schema.ts";
import { suiteHash } from "./write-suite.ts";

/** A suite on disk, whose files are the ones that its header names. */
export interface Suite {
  readonly path: string;
  readonly header: SuiteHeader;
  /**
   * All problems with their truths, in the suite's order, parsed as they are read. Throws
   * `not-a-suite` at a line that does not fit, at the latest after the last one.
   */
  problems(): AsyncIterable<Problem>;
  /** Which problems there are, by their ids, in the suite's order. */
  index(): Promise<SuiteIndex>;
  /** One problem with its truth. Throws `unknown-problem`, or `not-a-suite` at a line that does not fit. */
  problem(id: string): Promise<Problem>;
}

/**
 * Opens a suite folder and checks its files against their digests. Throws `not-a-suite`,
 * `unsupported-version`, `truths-missing`, `hash-mismatch`, or `bad-argument` for what is there but
 * cannot be read.
 */
export async function openSuite(path: string): Promise<Suite> {
  const header = await readHeader(path);
  for (const name of ["problems.jsonl", "truths.jsonl"] as const)
    await checkFile(path, header, name);
  let index: Promise<SuiteIndex> | undefined;
  const indexed = (): Promise<SuiteIndex> => (index ??= readIndex(path, header));
  return {
    path,
    header,
    problems: () => problemsOf(path, header),
    index: indexed,
    problem: latest(async (id) => problemAt(path, await indexed(), id)),
  };
}

/** Problems that are kept, since one is asked for by itself and as what follows another. */
const KEPT = 8;

/** The same, but for those asked for latest, which are read once; a failed reading is not kept. */
function latest(read: (id: string) => Promise<Problem>): (id: string) => Promise<Problem> {
  const kept = new Map<string, Promise<Problem>>();
  return async (id) => {
    const before = kept.get(id);
    if (before !== undefined) return before;
    const reading = read(id);
    kept.set(id, reading);
    const [oldest] = kept.keys();
    if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
    try {
      return await reading;
    } catch (error) {
      kept.delete(id);
      throw error;
    }
  };
}

async function problemAt(path: string, index: SuiteIndex, id: string): Promise<Problem> {
  const at = index.positionOf(id);
  if (at === null)
    throw new BenchError(
      "unknown-problem",
      `Expected a problem of \`${path}\`; got \`${id}\`; take an id from its problems.jsonl`,
      { data: { name: id } },
    );
  const [open, sealed] = await index.linesAt(at);
  const number = at + 1;
  return pairOf(path, number, { open, sealed });
}

/** Both lines of a problem. */
interface Lines {
  readonly open: string;
  readonly sealed: string;
}

function pairOf(path: string, number: number, { open, sealed }: Lines): Problem {
  const where = `${join(path, "problems.jsonl")}:${number}`;
  const problem = suiteData(openProblemSchema, suiteJson(open, where), where);
  const truth = truthFrom(sealed, problem.category, `${join(path, "truths.jsonl")}:${number}`);
  if (truth.id !== problem.id) throw apart(path, number, problem.id, truth.id);
  // What a category is handed is its own: each of these has a schema that was met, of some category.
  const { category, briefing } = problem;
  const kinds = [briefing.category, briefing.domain.kind, truth.tests.kind];
  const other = kinds.find((kind) => kind !== category);
  if (other !== undefined) throw mixed(path, number, category, other);
  return { ...problem, truth };
}

/** Checks a file of a suite, and the header itself, against their digests. Throws `hash-mismatch`. */
export async function checkFile(path: string, header: SuiteHeader, name: File): Promise<void> {
  const { bytes, sha256 } = await digest(path, name);
  const expected = header.files[name];
  if (sha256 !== expected.sha256 || bytes !== expected.bytes)
    throw mismatch(path, name, expected.sha256, sha256);
  const hash = suiteHash(header);
  if (hash !== header.hash) throw mismatch(path, "suite.json", header.hash, hash);
}

/** The header of a suite folder alone, unchecked against the other files. */
export async function readHeader(path: string): Promise<SuiteHeader> {
  const where = join(path, "suite.json");
  const text = await readFile(where, "utf8").catch((error: unknown) => {
    throw readingFault(error, path, "suite.json");
  });
  const value = suiteJson(text, where);
  const version = versionOf(value);
  if (version <= 1) return suiteData(suiteHeaderSchema, value, where);
  throw new BenchError(
    "unsupported-version",
    `Expected suite version 1; got version ${version} in \`${path}\`; update findbench`,
  );
}

/** The version that a header states; 0 where it states none. */
function versionOf(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  if (!("format" in value) || value.format !== "findbench-suite") return 0;
  return "version" in value && typeof value.version === "number" ? value.version : 0;
}

type File = keyof SuiteHeader["files"];

async function digest(path: string, name: File): Promise<SuiteHeader["files"][File]> {
  const hash = createHash("sha256");
  let bytes = 0;
  const stream: AsyncIterable<Buffer> = createReadStream(join(path, name));
  try {
    for await (const chunk of stream) {
      hash.update(chunk);
      bytes += chunk.length;
    }
  } catch (error) {
    throw readingFault(error, path, name);
  }
  return { bytes, sha256: hash.digest("hex") };
}

async function* problemsOf(
  path: string,
  { counts: { problems: count }, files }: SuiteHeader,
): AsyncGenerator<Problem> {
  const [openPath, sealedPath] = [join(path, "problems.jsonl"), join(path, "truths.jsonl")];
  const isNew = distinctIds(Math.min(count, files["problems.jsonl"].bytes));
  const open = readLines(openPath);
  let read = 0;
  try {
    for await (const [sealedText, number] of readLines(sealedPath)) {
      const next = await open.next();
      if (next.done || number > count) throw miscounted(path, count);
      const problem = pairOf(path, number, { open: next.value[0], sealed: sealedText });
      if (!isNew(problem.id)) throw twice(`${openPath}:${number}`, problem.id);
      read = number;
      yield problem;
    }
    const isOver = (await open.next()).done === true;
    if (read !== count || !isOver) throw miscounted(path, count);
  } finally {
    await open.return(undefined);
  }
}

function readingFault(error: unknown, path: string, name: string): unknown {
  const fault = fileFaultOf(error);
  const details = { data: { path, name }, cause: error };
  if (fault === null) return error;
  if (fault.kind !== "missing")
    return new BenchError(
      "bad-argument",
      `Expected to read ${name} of \`${path}\`; got ${fault.system}; give the folder of a suite, or change who may read it`,
      details,
    );
  switch (name) {
    case "suite.json":
      return new BenchError(
        "not-a-suite",
        `Expected a suite folder; got none at \`${path}\` (there is no suite.json); name the folder of a suite, or make one with \`findbench generate\``,
        details,
      );
    case "truths.jsonl":
      return new BenchError(
        "truths-missing",
        `Expected the sealed truths; got \`${path}\` without truths.jsonl, as it was published; ask whoever made the suite to run or score it`,
        details,
      );
    default:
      return new BenchError(
        "not-a-suite",
        `Expected a whole suite; got \`${path}\` without ${name}; generate or copy it again`,
        details,
      );
  }
}

function mismatch(path: string, name: string, expected: string, got: string): BenchError {
  return new BenchError(
    "hash-mismatch",
    `Expected ${name} of \`${path}\` to have SHA-256 ${expected.slice(0, 12)}…; got ${got.slice(0, 12)}…, so that it was changed after it was made; generate or copy it again`,
    { data: { path, name, expected, got } },
  );
}
