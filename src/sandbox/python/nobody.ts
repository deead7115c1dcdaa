import { readFileSync } from "node:fs";

/** User and group `nobody`. */
const NOBODY = 65_534;

/** How bwrap is started so that nothing in it is root, inside or outside. */
export interface User {
  /** Options of the process. */
  readonly user: { readonly uid?: number; readonly gid?: number };
  /** Arguments of bwrap. */
  readonly parameters: readonly string[];
}

/**
 * The user that sandboxed processes are: this one where it is not root, otherwise nobody. In a
 * namespace where nobody is not mapped and root is an ordinary user outside of it, such as in a
 * rootless container, they stay that user and count as nobody inside; `undefined` where root is
 * root and cannot become anybody else.
 */
export function leastUser(
  readMap: (name: string) => string = (name) => readFileSync(`/proc/self/${name}`, "utf8"),
): User | undefined {
  if (process.getuid?.() !== 0) return { user: {}, parameters: [] };
  const maps = ["uid_map", "gid_map"].map((name) => rangesOf(name, readMap));
  const asNobody = { user: { uid: NOBODY, gid: NOBODY }, parameters: [] };
  if (maps.every((ranges) => ranges.some((range) => holds(range, NOBODY)))) return asNobody;
  const isOrdinary = maps.every((ranges) =>
    ranges.every((range) => !holds(range, 0) || range.outside > 0),
  );
  const inside = ["--uid", String(NOBODY), "--gid", String(NOBODY)];
  return isOrdinary ? { user: {}, parameters: inside } : undefined;
}

interface Range {
  readonly inside: number;
  readonly outside: number;
  readonly length: number;
}

/** Everybody, where the kernel does not tell: without namespaces of users all are mapped. */
const ALL: Range = { inside: 0, outside: 0, length: 4_294_967_295 };

/** A line each: the first id inside, the one outside that it is, and how many follow. */
function rangesOf(name: string, readMap: (name: string) => string): readonly Range[] {
  let text: string;
  try {
    text = readMap(name);
  } catch {
    return [ALL];
  }
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => {
      const [inside = NaN, outside = NaN, length = NaN] = line.trim().split(/\s+/).map(Number);
      return { inside, outside, length };
    });
}

function holds({ inside, length }: Range, id: number): boolean {
  return id >= inside && id < inside + length;
}
