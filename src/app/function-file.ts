import { readFile, stat } from "node:fs/promises";
import { basename, extname } from "node:path";
import { BenchError, fileFaultOf } from "../core/index.ts";
import type { Code, Language } from "../contract/index.ts";
import { callableFunctions } from "../interpreters/index.ts";
import type { PythonSyntax } from "../syntax/index.ts";

/** Bytes of a file beyond which it is not even read. */
const MOST_BYTES = 4_000_000;

const languages: ReadonlyMap<string, Language> = new Map([
  [".py", "python"],
  [".js", "javascript"],
]);

/** A user's own function, as it is asked for. */
export interface FunctionRequest {
  /** Path of a `.py` or `.js` file. */
  readonly file: string;
  /** The function to call; `null` means the one that no other calls. */
  readonly entry: string | null;
  /** How many numbers it takes, from 1. */
  readonly arity: number;
}

/** A user's own function as it was read; nothing of it has run yet. */
export interface FunctionFile {
  /** The file's name without its folders. */
  readonly name: string;
  readonly code: Code;
  readonly arity: number;
}

/** Reads a user's own file and finds the function in it. Throws `bad-argument` or `bad-data`. */
export async function readFunctionFile(
  request: FunctionRequest,
  python: PythonSyntax,
): Promise<FunctionFile> {
  const { file, arity } = request;
  const language = languages.get(extname(file).toLowerCase());
  if (language === undefined)
    throw new BenchError(
      "bad-argument",
      `Expected a file of Python (.py) or JavaScript (.js); got \`${file}\`; give one with such a name`,
      { data: { file } },
    );
  const source = await textOf(file);
  const entry = request.entry ?? (await entryIn({ source, language }, request, python));
  const name = basename(file).replaceAll(/\p{Cc}/gu, "?");
  return { name, code: { language, source, entry }, arity };
}

async function textOf(file: string): Promise<string> {
  const bytes = await bytesOf(file).catch((cause: unknown) => {
    const fault = fileFaultOf(cause);
    if (fault === null) throw cause;
    const got = fault.kind === "missing" ? "none" : fault.system;
    throw unreadable(file, got, "give the path of one that can be read", cause);
  });
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new BenchError(
      "bad-data",
      `Expected text in UTF-8 in \`${file}\`; got other bytes; save it as UTF-8`,
      { cause },
    );
  }
}

async function bytesOf(file: string): Promise<Uint8Array> {
  const found = await stat(file);
  if (!found.isFile()) throw unreadable(file, "something else", "give the path of a file");
  if (found.size > MOST_BYTES)
    throw unreadable(file, `one of ${found.size} bytes`, `give one of at most ${MOST_BYTES}`);
  return readFile(file);
}

function unreadable(file: string, got: string, todo: string, cause?: unknown): BenchError {
  return new BenchError("bad-argument", `Expected a file at \`${file}\`; got ${got}; ${todo}`, {
    data: { file },
    cause,
  });
}

async function entryIn(
  { source, language }: Pick<Code, "source" | "language">,
  { file, arity }: FunctionRequest,
  python: PythonSyntax,
): Promise<string> {
  const text = source.replaceAll(/\r\n?/gu, "\n");
  const found = await callableFunctions(text, language, arity, python);
  const taking = `that takes ${arity === 1 ? "one number" : `${arity} numbers`}`;
  if (found.kind === "unreadable")
    throw ambiguous(file, `a program that parses`, `something else at line ${found.line}`);
  if (language === "javascript" && /^\s*export\b/mu.test(source))
    throw ambiguous(file, "a script", "a module with `export`");
  const [entry, ...others] = found.names;
  if (entry === undefined) throw ambiguous(file, `a function ${taking}`, "none at its top level");
  if (others.length === 0) return entry;
  const names = found.names.map((name) => `\`${name}\``).join(", ");
  throw ambiguous(file, `one function ${taking} and that no other one calls`, names);
}

function ambiguous(file: string, expected: string, got: string): BenchError {
  return new BenchError(
    "bad-data",
    `Expected ${expected} in \`${file}\`; got ${got}; correct the file, or name the function with --entry`,
    { data: { file } },
  );
}
