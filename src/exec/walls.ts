import { spawnSync } from "node:child_process";
import { existsSync, lstatSync, readlinkSync, realpathSync } from "node:fs";
import { delimiter, dirname, isAbsolute, join } from "node:path";
import { BenchError } from "../core/index.ts";
import type { Program } from "./program.ts";
import { ownPaths, systemPaths, telltaleFolders, withoutHidden } from "./shown-paths.ts";

/** What a method may reach beside its own folder. */
export interface Reach {
  /** Files and folders that it is shown beside its own, from the folder that it is started in. */
  readonly paths: readonly string[];
  /** Names of variables of the environment that it is given. */
  readonly variables: readonly string[];
  /** Whether it may use the network. */
  readonly network: boolean;
  /** Whether it runs without walls, so that it can read whatever this user can. */
  readonly unconfined: boolean;
}

/** How a method's process is started. */
export interface Start {
  readonly command: string;
  readonly parameters: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly folder: string;
  /** Arguments that bwrap reads, each ended by a zero byte; `null` without walls. */
  readonly walls: Buffer | null;
}

/** The descriptor that bwrap reads its arguments from. */
export const WALLS = 3;

/** The descriptor on which bwrap tells what it started. */
export const STARTED = 4;

/** Variables that every method is given where they are set. */
const ALLOWED = ["LANG", "LANGUAGE", "LC_ALL", "LC_CTYPE", "TZ", "TERM", "NO_COLOR"];

/** Bytes of a method's own /tmp. */
const ROOM = 1_000_000_000;

/** How to start a method so that it sees its own and nothing that is hidden. Throws `sandbox-unavailable`. */
export async function startOf(
  program: Program,
  reach: Reach,
  hidden: readonly string[],
): Promise<Start> {
  const { path, words, folder } = program;
  const given = variablesFor(reach, dirname(path));
  if (reach.unconfined) {
    const home = process.env["HOME"];
    const environment = home === undefined ? given : { ...given, HOME: home };
    return { command: path, parameters: words, environment, folder, walls: null };
  }
  const bwrap = findBubblewrap();
  const own = ownPaths(program, reach.paths);
  const parts = withoutHidden(own, [...hidden, ...(await telltaleFolders(own))]);
  const environment = { ...given, HOME: "/tmp", TMPDIR: "/tmp" };
  const options = (processes: readonly string[]): string[] =>
    [
      ["--unshare-all", "--unshare-user", "--die-with-parent", "--new-session"],
      reach.network ? ["--share-net"] : [],
      bwrap.deniesUserNamespaces ? ["--disable-userns"] : [],
      ["--cap-drop", "ALL", "--hostname", "method"],
      process.getuid?.() === 0 ? ["--uid", NOBODY, "--gid", NOBODY] : [],
      processes,
      ["--dev", "/dev"],
      bwrap.boundsRoom ? ["--size", String(ROOM)] : [],
      ["--tmpfs", "/tmp"],
      systemPaths(reach.network).flatMap(bound),
      parts.flatMap(({ source, at, link }) =>
        link === undefined ? ["--ro-bind", source, at] : ["--symlink", link, at],
      ),
      ["--dir", folder, "--remount-ro", "/", "--chdir", folder],
    ].flat();
  const walls = standing(bwrap.command, options);
  const inside = ["--args", String(WALLS), "--info-fd", String(STARTED), path, ...words];
  return { command: bwrap.command, parameters: inside, environment, folder: "/", walls };
}

/** A list of processes of its own, which some containers do not allow: then there is none. */
const PROCESSES = [["--proc", "/proc"], []];

/** Arguments with which walls stand here, as bwrap reads them. Throws `sandbox-unavailable`. */
function standing(bwrap: string, options: (processes: readonly string[]) => string[]): Buffer {
  let told = "";
  for (const processes of PROCESSES) {
    const walls = Buffer.from(
      options(processes)
        .map((option) => `${option}\0`)
        .join(""),
    );
    const trial = spawnSync(bwrap, ["--args", "0", "true"], {
      input: walls,
      encoding: "utf8",
      cwd: "/",
      env: { PATH: "/usr/bin:/bin" },
      timeout: 60_000,
    });
    if (trial.status === 0) return walls;
    told ||= trial.error?.message ?? trial.stderr.split("\n", 1)[0] ?? "";
  }
  throw noWalls(told);
}

/** User and group `nobody`: what root looks like inside. */
const NOBODY = "65534";

/** Folders such as /lib are links into /usr on most systems. */
function bound(path: string): readonly string[] {
  if (lstatSync(path).isSymbolicLink() && !path.startsWith("/etc/"))
    return ["--symlink", readlinkSync(path), path];
  return ["--ro-bind", realpathSync(path), path];
}

function variablesFor({ variables }: Reach, folder: string): Readonly<Record<string, string>> {
  const all = Object.fromEntries(
    [...ALLOWED, ...variables].flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
  const usual = {
    PATH: `${folder}:/usr/local/bin:/usr/bin:/bin`,
    PYTHONHASHSEED: "0",
    PYTHONUNBUFFERED: "1",
  };
  return { ...usual, PYTHONDONTWRITEBYTECODE: "1", ...all };
}

interface Bubblewrap {
  readonly command: string;
  readonly deniesUserNamespaces: boolean;
  readonly boundsRoom: boolean;
}

function findBubblewrap(): Bubblewrap {
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter(isAbsolute);
  const command = [...folders, "/usr/bin"]
    .map((folder) => join(folder, "bwrap"))
    .find((path) => existsSync(path));
  if (command === undefined) throw noWalls("none on the PATH");
  const help = spawnSync(command, ["--help"], { encoding: "utf8", timeout: 60_000 });
  if (help.error !== undefined) throw noWalls(help.error.message);
  const told = `${help.stdout}${help.stderr}`;
  return {
    command,
    deniesUserNamespaces: told.includes("--disable-userns"),
    boundsRoom: told.includes("--size "),
  };
}

/** Why a method cannot be walled in here, and what to do. */
export function noWalls(got: string): BenchError {
  return new BenchError(
    "sandbox-unavailable",
    `Expected bubblewrap to keep a method from the truths; got ${got}; install it (apt-get install bubblewrap) and allow unprivileged user namespaces, or give --unconfined, which marks the row`,
  );
}
