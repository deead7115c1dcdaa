import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import * as z from "zod";
import { BenchError } from "../core/index.ts";
import type { Problem, Truth } from "../contract/index.ts";
import { parseNumericSpec } from "../functions/index.ts";
import type { Spec } from "../functions/index.ts";
import { openProblemSchema, suiteHeaderSchema, truthSchema } from "./schema.ts";
import type { SuiteHeader } from "./schema.ts";
import { suiteHash } from "./write-suite.ts";

/** A suite on disk, whose files are the ones that its header names. */
export interface Suite {
  readonly path: string;
  readonly header: SuiteHeader;
  /** All problems with their truths, in the suite's order, parsed as they are read. */
  problems(): AsyncIterable<Problem<Spec>>;
}

/**
 * Opens a suite folder and checks its files against their digests. Throws `not-a-suite`,
 * `unsupported-version`, `truths-missing` or `hash-mismatch`.
 */
export async function openSuite(path: string): Promise<Suite> {
  const header = await readHeader(path);
  for (const name of ["problems.jsonl", "truths.jsonl"] as const) {
    const found = await digest(path, name);
    if (found === header.files[name].sha256) continue;
    throw mismatch(path, name, header.files[name].sha256, found);
  }
  if (suiteHash(header.files) !== header.hash) {
    throw mismatch(path, "suite.json", header.hash, suiteHash(header.files));
  }
  return { path, header, problems: () => problemsOf(path) };
}

/** The header of a suite folder alone, unchecked against the other files. */
async function readHeader(path: string): Promise<SuiteHeader> {
  const text = await readFile(join(path, "suite.json"), "utf8").catch((error: unknown) => {
    throw new BenchError(
      "not-a-suite",
      `Expected a suite folder; \`${path}\` has no suite.json. \`findbench generate\` makes one`,
      { cause: error },
    );
  });
  const value = parseJson(text, `${path}/suite.json`);
  const version = z.object({ format: z.literal("findbench-suite"), version: z.number() });
  const seen = version.safeParse(value);
  if (seen.success && seen.data.version !== 1) {
    throw new BenchError(
      "unsupported-version",
      `Expected suite version 1; \`${path}\` has version ${seen.data.version}. Update findbench`,
    );
  }
  const parsed = suiteHeaderSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new BenchError("not-a-suite", foreign(`${path}/suite.json`, parsed.error));
}

async function digest(path: string, name: string): Promise<string> {
  const file = join(path, name);
  if (!(await stat(file).catch(() => null))) {
    throw new BenchError(
      name === "truths.jsonl" ? "truths-missing" : "not-a-suite",
      name === "truths.jsonl"
        ? `Expected the sealed truths; \`${path}\` was published without truths.jsonl. Ask whoever made the suite to run or score it`
        : `Expected a whole suite; \`${path}\` has no ${name}`,
    );
  }
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest("hex");
}

async function* problemsOf(path: string): AsyncIterable<Problem<Spec>> {
  const open = lines(path, "problems.jsonl")[Symbol.asyncIterator]();
  for await (const [sealedText, number] of lines(path, "truths.jsonl")) {
    const next = await open.next();
    const openText = next.done ? "" : next.value[0];
    const problem = parseLine(openProblemSchema, openText, `${path}/problems.jsonl:${number}`);
    const truth = parseTruth(sealedText, `${path}/truths.jsonl:${number}`);
    if (truth.id !== problem.id) {
      throw new BenchError(
        "not-a-suite",
        `Expected the same problem on line ${number} of both files of \`${path}\`; got ${problem.id} and ${truth.id}`,
      );
    }
    yield { ...problem, truth };
  }
}

async function* lines(path: string, name: string): AsyncIterable<readonly [string, number]> {
  const input = createReadStream(join(path, name));
  const reader = createInterface({ input, crlfDelay: Infinity });
  let number = 0;
  for await (const line of reader) {
    number += 1;
    yield [line, number];
  }
}

/** A truth whose spec is first checked for sane nesting, which a schema alone cannot bound. */
function parseTruth(text: string, where: string): Truth<Spec> {
  const sealed = parseLine(z.looseObject({ spec: z.unknown() }), text, where);
  parseNumericSpec(sealed.spec);
  return parseLine(truthSchema, text, where);
}

function parseLine<T>(schema: z.ZodType<T>, text: string, where: string): T {
  const parsed = schema.safeParse(parseJson(text, where));
  if (parsed.success) return parsed.data;
  throw new BenchError("not-a-suite", foreign(where, parsed.error));
}

function parseJson(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new BenchError(
      "not-a-suite",
      `Expected JSON in \`${where}\`; got text that is cut off or foreign. Generate or copy the suite again`,
      { cause: error },
    );
  }
}

function foreign(where: string, error: z.ZodError): string {
  const [issue] = error.issues;
  return `Expected a findbench suite in \`${where}\`; at ${issue?.path.join(".") || "its top level"}: ${issue?.message ?? "unknown"}`;
}

function mismatch(path: string, name: string, expected: string, got: string): BenchError {
  return new BenchError(
    "hash-mismatch",
    `Expected ${name} of \`${path}\` to have SHA-256 ${expected.slice(0, 12)}…; got ${got.slice(0, 12)}…. The suite was changed after it was made: generate or copy it again`,
    { data: { path, name, expected, got } },
  );
}
