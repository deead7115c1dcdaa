import { existsSync, readdirSync, readlinkSync, realpathSync } from "node:fs";
import type { Dirent } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { BenchError } from "../core/index.ts";
import type { Program } from "./program.ts";

/** A file or folder that a method sees. */
export interface Shown {
  /** Where it really is. */
  readonly source: string;
  /** Where the method finds it. */
  readonly at: string;
  /** Where it leads to, if it is a link in a folder that is shown entry by entry. */
  readonly link?: string;
}

/** What every program needs of the system; none of it is anybody's own. */
const SYSTEM = [
  "/usr",
  "/bin",
  "/sbin",
  "/lib",
  "/lib32",
  "/lib64",
  "/etc/ld.so.cache",
  "/etc/ld.so.conf",
  "/etc/ld.so.conf.d",
  "/etc/alternatives",
  "/etc/localtime",
  "/etc/ssl/certs",
  "/etc/pki/tls/certs",
  "/etc/ca-certificates",
  "/etc/mime.types",
];

/** What names of other machines are found by. */
const NETWORK = ["/etc/resolv.conf", "/etc/hosts", "/etc/nsswitch.conf", "/etc/gai.conf"];

/** What a method sees of the system. */
export function systemPaths(network: boolean): readonly string[] {
  return [...SYSTEM, ...(network ? NETWORK : [])].filter((path) => existsSync(path));
}

/**
 * What a method sees of its own: its folder, the files that its command names, its interpreter, and
 * what is named beside. Throws `bad-argument` for a path that is not there or is everything.
 */
export function ownPaths(program: Program, named: readonly string[]): readonly Shown[] {
  const files = [...program.files.values()].map(({ path }) => path);
  // A loader such as tsx is named before the method itself.
  const script = files.find((path) => !path.includes("/node_modules/")) ?? files[0];
  const own = script === undefined ? program.folder : dirname(script);
  const interpreter = program.prefixes.filter((path) => existsSync(path));
  const asked = [own, ...named.map((path) => resolve(program.folder, path))];
  for (const path of asked) requirePart(path);
  const paths = [...interpreter, ...asked, ...files].filter((path) => !isSystem(path));
  const shown = paths.flatMap((path) => {
    const source = realpathSync(path);
    return source === path
      ? [{ source, at: path }]
      : [
          { source, at: source },
          { source, at: path },
        ];
  });
  const each = new Map(shown.map((one) => [one.at, one]));
  // Folders come before what lies in them.
  return [...each.values()].toSorted((a, b) => depth(a.at) - depth(b.at));
}

function requirePart(path: string): void {
  if (!existsSync(path))
    throw new BenchError(
      "bad-argument",
      `Expected a file or folder at \`${path}\`, which the method is to see; got none; correct --exec-path`,
      { data: { path } },
    );
  if (realpathSync(path) !== sep) return;
  throw new BenchError(
    "bad-argument",
    `Expected a method in a folder of its own; got \`${path}\`, which holds everything; move it, or start findbench in its folder`,
    { data: { path } },
  );
}

/** Shown anyway, and read-only. */
function isSystem(path: string): boolean {
  return SYSTEM.slice(0, 6).some((folder) => isWithin(path, folder));
}

/** Whether a path is a folder or lies in it. */
function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === "" || (way !== ".." && !way.startsWith(`..${sep}`));
}

function depth(path: string): number {
  return path.split(sep).length;
}

/** Mounts that a method's room is made of at most; each takes the system some time. */
const MOST_PARTS = 1000;

/**
 * What is shown without what is hidden: a folder in which something hidden lies, or will lie, is shown
 * entry by entry, so that what comes into it later is not seen either. Throws `bad-argument` where a
 * method lies in what is hidden from it, or in a folder of too many entries.
 */
export function withoutHidden(
  shown: readonly Shown[],
  hidden: readonly string[],
): readonly Shown[] {
  const real = hidden.map(realPlace);
  const parts: Shown[] = [];
  const add = ({ source, at }: Shown): void => {
    if (!real.some((path) => isWithin(path, source))) {
      parts.push({ source, at });
      return;
    }
    for (const entry of readdirSync(source, { withFileTypes: true })) {
      const inner = { source: join(source, entry.name), at: join(at, entry.name) };
      // A link is shown as one, so that it leads nowhere that is not shown.
      if (entry.isSymbolicLink()) parts.push({ ...inner, link: readlinkSync(inner.source) });
      else if (!real.includes(inner.source)) add(inner);
    }
  };
  for (const one of shown) {
    const within = real.find((path) => isWithin(one.source, path));
    if (within !== undefined) throw withinHidden(one.source, within);
    add(one);
  }
  if (parts.length <= MOST_PARTS) return parts;
  throw new BenchError(
    "bad-argument",
    `Expected a method in a small folder of its own, or one without suites and runs in it; got ${parts.length} entries beside them; move the method to another folder`,
  );
}

/** Where a path is or would be, links resolved as far as it is there. */
function realPlace(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  const parent = dirname(path);
  return parent === path ? path : join(realPlace(parent), basename(path));
}

function withinHidden(path: string, hidden: string): BenchError {
  return new BenchError(
    "bad-argument",
    `Expected a method outside of what it must not see; got \`${path}\` in \`${hidden}\`; move the method to a folder of its own`,
    { data: { path, hidden } },
  );
}

/** Names of files beside which truths stand: those of suites, runs and the released functions. */
const TELLTALES = new Set(["truths.jsonl", "func_name_dict.json", "unit_test_data.json"]);
/** Networks that a suite is made with, beside it. */
const NETWORKS = /^\..+\.networks$/u;
/** Not looked into: others wrote what is there. */
const FOREIGN = new Set(["node_modules", ".git"]);

/** Folders that are looked into at most. */
const MOST_FOLDERS = 100_000;

/** Folders within what a method is shown that hold suites, runs or released functions. */
export async function telltaleFolders(shown: readonly Shown[]): Promise<readonly string[]> {
  const found: string[] = [];
  const left = shown.map(({ source }) => source);
  const seen = new Set<string>();
  for (let folder = left.pop(); folder !== undefined; folder = left.pop()) {
    if (seen.has(folder) || seen.size > MOST_FOLDERS) continue;
    seen.add(folder);
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
    if (
      entries.some((entry) => entry.isFile() && TELLTALES.has(entry.name)) ||
      (await isRun(folder, entries))
    )
      found.push(folder);
    else
      for (const entry of entries) {
        const inner = join(folder, entry.name);
        if (entry.isDirectory() && NETWORKS.test(entry.name)) found.push(inner);
        else if (entry.isDirectory() && !FOREIGN.has(entry.name)) left.push(inner);
      }
  }
  return found;
}

async function isRun(folder: string, entries: readonly Dirent[]): Promise<boolean> {
  if (!entries.some((entry) => entry.isFile() && entry.name === "run.json")) return false;
  const text = await readFile(join(folder, "run.json"), "utf8").catch(() => "");
  return text.includes("findbench-run");
}
