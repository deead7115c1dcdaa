import { spawnSync } from "node:child_process";
import { closeSync, openSync, readSync } from "node:fs";
import { delimiter, isAbsolute, join } from "node:path";
import { bubblewrapArguments } from "./bubblewrap.ts";
import type { Architecture } from "./system-calls.ts";

/** What it takes to start a sandboxed Python on this machine. */
export interface Machine {
  readonly kind: "fit";
  readonly architecture: Architecture;
  /** Path of bwrap. */
  readonly command: string;
  /** Path of the interpreter, the same inside and outside. */
  readonly python: string;
  readonly parameters: readonly string[];
}

/** Why no Python can be sandboxed here: what was expected and what came, and what to do. */
export interface Unfit {
  readonly kind: "unfit";
  readonly detail: string;
  readonly remedy: string;
}

/** What to install where something is missing. */
const INSTALL = "run: apt-get install bubblewrap python3 python3-numpy python3-scipy";

/** What to do where everything is installed and the walls do not stand all the same. */
export const ALLOW =
  "see that every user may read the interpreter, and allow unprivileged user namespaces (sysctl kernel.unprivileged_userns_clone=1, or on Ubuntu " +
  "kernel.apparmor_restrict_unprivileged_userns=0; in a container, its seccomp profile)";

/** Options of a process that is never root: user and group 65534, `nobody`, where this one is. */
export function unprivileged(): { readonly uid?: number; readonly gid?: number } {
  return process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
}

/** Looks for bwrap and Python, without running Python; the given interpreter, or the usual ones. */
export function findMachine(given?: string): Machine | Unfit {
  const architecture = process.arch;
  if (process.platform !== "linux" || (architecture !== "x64" && architecture !== "arm64"))
    return unfit(
      "Linux on x64 or arm64",
      `${process.platform} on ${architecture}`,
      "use such a one",
    );
  const command = onPath("bwrap").find(isProgram);
  if (command === undefined) return unfit("bwrap on the PATH", "none", INSTALL);
  const candidates = given === undefined ? ["/usr/bin/python3", ...onPath("python3")] : [given];
  const python = candidates.find((path) => isAbsolute(path) && isProgram(path));
  if (python === undefined)
    return unfit("the absolute path of a Python interpreter", given ?? "none", INSTALL);
  const parameters = bubblewrapArguments(python, deniesUserNamespaces(command));
  return { kind: "fit", architecture, command, python, parameters };
}

/** A finding in the usual form of a message. */
export function unfit(expected: string, got: string, remedy: string): Unfit {
  const detail = `Expected ${expected}; got ${got}`;
  return { kind: "unfit", detail, remedy: `${detail}; ${remedy}` };
}

function onPath(name: string): string[] {
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter(isAbsolute);
  return [...folders, "/usr/bin"].map((folder) => join(folder, name));
}

/** Tells programs from scripts, which need a shell that the room does not have. */
function isProgram(path: string): boolean {
  try {
    const file = openSync(path, "r");
    const head = Buffer.alloc(4);
    readSync(file, head);
    closeSync(file);
    return head.toString("latin1") === "\x7fELF";
  } catch {
    return false;
  }
}

function deniesUserNamespaces(command: string): boolean {
  const { stdout } = spawnSync(command, ["--help"], { encoding: "utf8", timeout: 10_000 });
  return stdout.includes("--disable-userns");
}

/** Whether such a room can be built and Python runs in it; takes a few hundredths of a second. */
export function tryMachine(machine: Machine): Unfit | undefined {
  const { command, parameters, python } = machine;
  const program = "import array, ctypes, mmap, resource, sys; sys.exit(sys.version_info < (3, 9))";
  const run = spawnSync(command, [...parameters, python, "-s", "-c", program], {
    ...unprivileged(),
    cwd: "/",
    env: {},
    encoding: "utf8",
    timeout: 10_000,
  });
  if (run.status === 0) return undefined;
  const got = run.error?.message ?? firstLine(run.stderr);
  return unfit(`${python} 3.9 or newer to start inside bubblewrap`, got, ALLOW);
}

/** The first line of what a process complained about. */
export function firstLine(complaint: string): string {
  return complaint.trim().split("\n", 1)[0]?.slice(0, 200) || "no reason";
}
