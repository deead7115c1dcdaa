import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { constants } from "node:fs";
import { access, readFile, realpath, stat } from "node:fs/promises";
import { basename, delimiter, dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { BenchError } from "../core/index.ts";
import { commandWords } from "./command-words.ts";

/** A command as it is found on this machine. */
export interface Program {
  /** The command as it was given. */
  readonly command: string;
  /** Absolute path of what is started. */
  readonly path: string;
  /** The words behind it. */
  readonly words: readonly string[];
  /** The folder that it is started in, which its words are read from. */
  readonly folder: string;
  /** Folders of the interpreter, beside those of the system. */
  readonly prefixes: readonly string[];
  /** Files that the words name, by the word; the first is taken for the method's own. */
  readonly files: ReadonlyMap<string, NamedFile>;
}

/** A file that a word of a command names. */
interface NamedFile {
  /** Absolute path, as the word has it. */
  readonly path: string;
  /** SHA-256 of what it holds. */
  readonly sha256: string;
}

/**
 * Looks for the program of a command, and for the files that it names. Throws `bad-argument` where
 * there is no such program.
 */
export async function findProgram(command: string, folder: string): Promise<Program> {
  const [program, ...words] = commandWords(command);
  const found = await onPath(program, folder);
  if (found === null)
    throw new BenchError(
      "bad-argument",
      `Expected a program to start for \`exec:${command}\`; got none called \`${program}\`; give its path, or one that is on the PATH`,
      { data: { command } },
    );
  const files = new Map<string, NamedFile>();
  // A program of one's own, such as ./method, is the method itself.
  const isOwn = program.includes("/") && questionFor(found) === undefined;
  for (const word of isOwn ? [program, ...words] : words) {
    const file = await namedFile(word, folder);
    if (file !== null) files.set(word, file);
  }
  const itself = await interpreterItself(found, folder);
  return { command, words, folder, files, ...itself };
}

async function onPath(program: string, folder: string): Promise<string | null> {
  const candidates = program.includes("/")
    ? [resolve(folder, program)]
    : (process.env["PATH"] ?? "").split(delimiter).map((place) => resolve(place, program));
  for (const path of candidates) if (await isExecutable(path)) return path;
  return null;
}

async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}

async function namedFile(word: string, folder: string): Promise<NamedFile | null> {
  if (word.startsWith("-")) return null;
  const path = resolve(folder, word);
  try {
    if (!(await stat(path)).isFile()) return null;
    const bytes = await readFile(path);
    return { path, sha256: createHash("sha256").update(bytes).digest("hex") };
  } catch {
    return null;
  }
}

type Itself = Pick<Program, "path" | "prefixes">;

/** What an interpreter is asked to tell where it lies: managers of versions put scripts before it. */
const QUESTIONS: readonly (readonly [name: RegExp, words: readonly string[]])[] = [
  [
    /^(?:python|pypy)[\d.]*$/u,
    [
      "-I",
      "-c",
      "import json, sys; print(json.dumps([sys.executable, sys.prefix, sys.base_prefix, sys.exec_prefix]))",
    ],
  ],
  [
    /^node(?:js)?$/u,
    ["-e", "console.log(JSON.stringify([process.execPath, `${process.execPath}/../..`]))"],
  ],
];

function questionFor(path: string): readonly string[] | undefined {
  return QUESTIONS.find(([name]) => name.test(basename(path)))?.[1];
}

const run = promisify(execFile);

async function interpreterItself(path: string, folder: string): Promise<Itself> {
  const usual = { path, prefixes: [path, await realpath(path)] };
  const words = questionFor(path);
  if (words === undefined) return usual;
  try {
    const { stdout } = await run(path, words, { cwd: folder, timeout: 60_000 });
    const told: unknown = JSON.parse(stdout);
    if (!Array.isArray(told)) return usual;
    const [itself, ...prefixes] = told.map(String);
    if (itself === undefined || itself === "") return usual;
    // A link in a virtual environment leads to the interpreter that it was made of.
    const real = await realpath(itself);
    const prefix = basename(dirname(real)) === "bin" ? dirname(dirname(real)) : real;
    return { path: itself, prefixes: [...prefixes.map((one) => join(one)), prefix] };
  } catch {
    return usual;
  }
}
