import type { Assignment, Interpretation, Interpreter, Json } from "../contract/index.ts";
import { secondsHere, usualLimits } from "./limits.ts";
import type { EverySecond, MethodLimits } from "./limits.ts";
import { MethodPool } from "./method-pool.ts";
import { PROTOCOL } from "./protocol.ts";
import { findProgram } from "./program.ts";
import type { Program } from "./program.ts";
import { startOf } from "./walls.ts";
import type { Reach } from "./walls.ts";

/** What a method's row is called before its command. */
export const EXEC = "exec:";

/** What is said behind the name of a row whose method could have read the truths. */
const IN_REACH = "[truths in reach]";

/** What is said behind the name of a row whose method could ask other machines, and servers on this one. */
const ON_NETWORK = "[network]";

/** A program that contends: its processes are started when they are needed, until it is closed. */
export interface ExecMethod extends Interpreter {
  /** Where it is started, and what it is shown beside its own folder, as absolute paths. */
  readonly place: { readonly folder: string; readonly paths: readonly string[] };
  /**
   * Starts the first process and waits for its hello; nothing that is hidden can be seen by any.
   * Throws `sandbox-unavailable`, and `bad-argument` where the method does not come to its hello.
   */
  open(hidden: readonly string[]): Promise<void>;
  /** Ends all its processes. */
  close(): Promise<void>;
}

/** How a program contends. */
export interface ExecOptions {
  /** The command, without `exec:`. */
  readonly command: string;
  /** The folder that it is started in. */
  readonly folder: string;
  readonly reach: Reach;
  /** Version of findbench, which it is told. */
  readonly version: string;
  /** Bounds that differ from the usual. */
  readonly limits?: Partial<MethodLimits>;
  /** Seconds to count silence in, if not those of this machine. */
  readonly everySecond?: EverySecond;
}

/** A method that is a program of any language. Throws `bad-argument` where there is no such program. */
export async function execMethod(options: ExecOptions): Promise<ExecMethod> {
  const { command, folder, reach, version, everySecond = secondsHere } = options;
  const program = await findProgram(command, folder);
  const limits = { ...usualLimits, ...options.limits };
  let hidden: readonly string[] = [];
  const start = once(() => startOf(program, reach, hidden));
  const id = rowName(program, reach);
  const pool = new MethodPool(id, start, { limits, everySecond, version });
  return {
    id,
    configuration: configurationOf(program, reach),
    place: { folder, paths: reach.paths },
    interpret: (assignment: Assignment, signal: AbortSignal): Promise<Interpretation> =>
      pool.interpret(assignment, signal),
    open: async (paths) => {
      hidden = paths;
      await pool.open();
    },
    close: () => pool.close(),
  };
}

/** The command with its paths cut to their names, so that it is the same from anywhere. */
function rowName({ command, files }: Program, { unconfined, network }: Reach): string {
  const words = command.trim().split(/\s+/u);
  const short = words.map((word) => (files.has(word) || word === words[0] ? nameOf(word) : word));
  const name = `${EXEC}${short.join(" ")}`.replaceAll(/\p{C}/gu, "?");
  if (unconfined) return `${name} ${IN_REACH}`;
  return network ? `${name} ${ON_NETWORK}` : name;
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** What makes it this method: the command, what the files hold that it names, and its reach. */
function configurationOf(
  { command, files }: Program,
  reach: Reach,
): { readonly [key: string]: Json } {
  const hashes = [...files].map(([word, { sha256 }]): [string, string] => [word, sha256]);
  return {
    protocol: PROTOCOL,
    command,
    files: Object.fromEntries(hashes),
    variables: reach.variables.toSorted(),
    network: reach.network,
    unconfined: reach.unconfined,
  };
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}
