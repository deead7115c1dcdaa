import { copyFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, onTestFinished } from "vitest";
import { chanceFrom, messageOf } from "../../src/core/index.ts";
import type { Interpretation, Note, Usage } from "../../src/contract/index.ts";
import { categoryOf } from "../../src/categories/index.ts";
import { execMethod } from "../../src/exec/index.ts";
import type { ExecMethod, ExecOptions, Reach } from "../../src/exec/index.ts";
import { openProbe } from "../../src/harness/index.ts";
import { problemOf } from "../support/problem-of.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The interpreter of the system, which needs no manager of versions to be found. */
export const python = existsSync("/usr/bin/python3") ? "/usr/bin/python3" : "python3";

/** A method walled in, without the network. */
export const walledIn: Reach = { paths: [], variables: [], network: false, unconfined: false };

/** The version that methods are told in tests. */
export const VERSION = "0.0.0-test";

/** A new folder with a method in Python and its client. */
export async function folderWith(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await temporaryFolder();
  await fill(folder, files);
  return folder;
}

async function fill(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  await copyFile(join(root, "python/findbench_method.py"), join(folder, "findbench_method.py"));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
}

/** A method whose source this is, ready to be opened; closed when the test is done. */
export async function methodOf(
  source: string,
  options: Partial<ExecOptions> = {},
): Promise<ExecMethod> {
  const folder = await temporaryFolder();
  const method = await methodIn(folder, source, options);
  onTestFinished(() => method.close());
  return method;
}

/** The same for all tests of a block, closed when they are done. */
export async function methodUntilEnd(
  source: string,
  options: Partial<ExecOptions> = {},
): Promise<ExecMethod> {
  const folder = await mkdtemp(join(tmpdir(), "findbench-test-"));
  const method = await methodIn(folder, source, options);
  afterAll(async () => {
    await method.close();
    await rm(folder, { recursive: true, force: true });
  });
  return method;
}

async function methodIn(
  folder: string,
  source: string,
  options: Partial<ExecOptions>,
): Promise<ExecMethod> {
  await fill(folder, { "method.py": source });
  const usual = { command: `${python} method.py`, folder, reach: walledIn, version: VERSION };
  return execMethod({ ...usual, ...options });
}

/** What came of a problem. */
export interface Told {
  readonly interpretation: Interpretation | null;
  /** Why there is none. */
  readonly failure: string;
  readonly usage: Usage;
  readonly notes: readonly Note[];
}

/** What a method works on in tests. */
interface Given {
  /** Another number is another problem. */
  readonly number?: number;
  /** What it is told as a hint. */
  readonly hint?: string;
  readonly onNote?: (note: Note) => void;
}

/** Lets a method work on the line 2x + 1 with 16 queries. */
export async function solved(method: ExecMethod, given: Given = {}): Promise<Told> {
  const { number = 1, hint = "", onNote = () => undefined } = given;
  const problem = problemOf({ kind: "linear", slope: 2, intercept: 1 }, `seed ${number}`);
  const probe = openProbe({ problem, epoch: 1, budget: 16, rounds: null });
  const form = categoryOf("numeric").form(problem.briefing.domain);
  const notes: Note[] = [];
  const log = (note: Note): void => {
    notes.push(note);
    onNote(note);
  };
  const assignment = {
    probe,
    briefing: { ...problem.briefing, hints: [hint], budget: 16, rounds: null, form },
    chance: chanceFrom("run").fork(problem.id),
    clock: { now: () => 0 },
    log,
  };
  const never = new AbortController().signal;
  try {
    const interpretation = await method.interpret(assignment, never);
    return { interpretation, failure: "", usage: probe.usage(), notes };
  } catch (error) {
    return { interpretation: null, failure: messageOf(error), usage: probe.usage(), notes };
  }
}

/** Whether methods can be walled in here; the tests of what walls do need it to be so. */
export const walls = await wallsHere();

/** For a title: why its tests are left out, where they are. */
export const needed = walls === "" ? "" : ` (needs bubblewrap and Python: ${walls})`;

async function wallsHere(): Promise<string> {
  if (!existsSync(python)) return "no python3";
  try {
    const command = `${python} -c "print('{\\"type\\":\\"hello\\",\\"protocol\\":1}', flush=True); input(); input()"`;
    const method = await execMethod({ command, folder: root, reach: walledIn, version: VERSION });
    await method.open([]);
    await method.close();
    return "";
  } catch (error) {
    return messageOf(error);
  }
}
