import { existsSync, lstatSync, readdirSync, readlinkSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * Arguments that build the room in which Python runs: namespaces of its own, no capability, no
 * network, and of the file system only Python and its libraries, read-only. No `/proc`, no
 * devices, no folder that can be written. See bwrap(1).
 */
export function bubblewrapArguments(python: string, deniesUserNamespaces: boolean): string[] {
  const shown = shownPaths(python).flatMap((path) => ["--ro-bind", path, path]);
  return [
    ["--unshare-all", "--unshare-user", "--die-with-parent", "--new-session", "--as-pid-1"],
    deniesUserNamespaces ? ["--disable-userns"] : [],
    ["--cap-drop", "ALL", "--hostname", "sandbox"],
    shown,
    ["/lib", "/lib64"].flatMap(libraryFolder),
    ["--dir", "/tmp", "--remount-ro", "/", "--chdir", "/tmp"],
    Object.entries(ENVIRONMENT).flatMap(([name, value]) => ["--setenv", name, value]),
  ].flat();
}

/** The whole environment of a program: fixed hashes, one thread, one encoding. */
const ENVIRONMENT = {
  LC_ALL: "C.UTF-8",
  // Functions of libraries are found once, not in each process; a program does not see it.
  LD_BIND_NOW: "1",
  OMP_NUM_THREADS: "1",
  OPENBLAS_NUM_THREADS: "1",
  PYTHONHASHSEED: "0",
};

/** Where shared libraries of the C library, NumPy and SciPy are found. */
const LIBRARIES = ["/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu"];
const LIBRARY_INDEX = ["/etc/ld.so.cache", "/etc/alternatives"];

function shownPaths(python: string): string[] {
  const real = realpathSync(python);
  const prefixes = new Set([python, real].map((path) => dirname(dirname(path))));
  prefixes.add("/usr").add("/usr/local");
  const found = [...prefixes].flatMap(pythonFolders);
  const multiarch = LIBRARIES.filter((path) => existsSync(path));
  const libraries = multiarch.length > 0 ? multiarch : ["/usr/lib"];
  const loader = existsSync("/usr/lib64") ? ["/usr/lib64"] : [];
  const index = LIBRARY_INDEX.filter((path) => existsSync(path));
  return [...libraries, ...loader, ...index, ...found, real, ...(python === real ? [] : [python])];
}

/** What belongs to Python below a prefix such as `/usr`, and nothing else that is there. */
function pythonFolders(prefix: string): string[] {
  const folders = ["lib", "lib64"]
    .map((name) => join(prefix, name))
    .filter((path) => isFolder(path));
  const configuration = join(prefix, "pyvenv.cfg");
  return [
    ...(existsSync(configuration) ? [configuration] : []),
    ...folders.flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => /^(?:lib)?python3/.test(name))
        .map((name) => join(folder, name)),
    ),
  ];
}

function isFolder(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** `/lib` and `/lib64` are links into `/usr` on most systems, folders on some, or not there. */
function libraryFolder(path: string): string[] {
  const status = lstatSync(path, { throwIfNoEntry: false });
  if (status === undefined) return [];
  return status.isSymbolicLink()
    ? ["--symlink", readlinkSync(path), path]
    : ["--ro-bind", path, path];
}
