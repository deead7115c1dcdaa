import { spawnSync } from "node:child_process";
import { closeSync, openSync, readSync } from "node:fs";
import { delimiter, isAbsolute, join } from "node:path";
import { bootstrapFor } from "./bootstrap.ts";
import { bubblewrapArguments } from "./bubblewrap.ts";
import { FrameReader } from "./frames.ts";
import { leastUser } from "./nobody.ts";
import type { User } from "./nobody.ts";
import { systemCallFilter } from "./system-call-filter.ts";
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
  readonly user: User["user"];
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

/** What to do where root cannot become an unprivileged user. */
const MAP =
  "run findbench as an ordinary user, or in a container or namespace that maps user and group 65534 (for rootless containers, ranges in /etc/subuid and /etc/subgid)";

const QUICK = { encoding: "utf8", timeout: 10_000 } as const;

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
  const least = leastUser();
  if (least === undefined) return unfit("the user nobody", "a namespace without it", MAP);
  const help = spawnSync(command, ["--help"], { ...QUICK, ...least.user });
  // Of other faults the trial of the whole room tells more.
  if (help.error !== undefined && /\b(?:EINVAL|EPERM)\b/.test(help.error.message))
    return unfit("bwrap to start as an unprivileged user", help.error.message, MAP);
  const room = bubblewrapArguments(python, (help.stdout ?? "").includes("--disable-userns"));
  const parameters = [...room, ...least.parameters];
  return { kind: "fit", architecture, command, python, parameters, user: least.user };
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

/**
 * Whether such a room can be built, Python runs in it, and the walls hold there as the trusted
 * process itself finds them; takes about a tenth of a second.
 */
export function tryMachine(machine: Machine): Unfit | undefined {
  const { architecture, command, parameters, python, user } = machine;
  const inside = [python, "-s", "-B", "-c", bootstrapFor(architecture)];
  const run = spawnSync(command, [...parameters, "--seccomp", "0", ...inside], {
    ...user,
    cwd: "/",
    env: {},
    timeout: 30_000,
    input: systemCallFilter(architecture, "zygote"),
    // Without requests it ends as soon as it has told what it saw.
    stdio: ["pipe", "ignore", "pipe", "ignore", "pipe"],
  });
  const [told] = new FrameReader().push(Buffer.from(run.output?.[4] ?? ""));
  const verdict = told?.letter === "R" ? told.bytes.toString("utf8") : undefined;
  if (verdict === "ok:") return undefined;
  const got = run.error?.message ?? firstLine(String(run.stderr ?? ""));
  return verdict === undefined
    ? unfit(`${python} 3.9 or newer to start inside bubblewrap`, got, ALLOW)
    : unfit("the sandbox for Python to hold", openTo(verdict), ALLOW);
}

/** What the trusted process found open, from its first frame. */
export function openTo(verdict: string): string {
  return `a sandbox open to ${verdict.replace("ok:", "") || "what was not told"}`;
}

/** The first line of what a process complained about. */
export function firstLine(complaint: string): string {
  return complaint.trim().split("\n", 1)[0]?.slice(0, 200) || "no reason";
}
