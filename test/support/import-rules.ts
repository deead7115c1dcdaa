import { builtinModules } from "node:module";
import { arrows, packages, sealed } from "./arrows.ts";
import { isPortable } from "./portable.ts";
import { folderOf } from "./source-tree.ts";
import type { SourceFile } from "./source-tree.ts";

/** Arrows between folders that the table does not hold, and folders that it does not know. */
export function foreignArrows(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => {
    const allowed = arrows[rowOf(file.path)];
    if (allowed === undefined) return [`${file.path}: its folder has no row in the table`];
    return file.imports
      .filter(({ path }) => path !== null && folderOf(path) !== file.folder)
      .filter(({ path }) => !isAllowed(folderOf(path ?? ""), allowed))
      .map(({ specifier }) => `${file.path}: may not import ${specifier}`);
  });
}

/** Imports beside a folder's door, imports through one's own door, and doors inside a folder. */
export function wrongDoors(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => {
    const inner =
      /\/index\.tsx?$/.test(file.path) && file.path !== `src/${file.folder}/index.ts`
        ? [`${file.path}: only src/${file.folder}/index.ts may be an index`]
        : [];
    const wrong = file.imports.filter(
      ({ path }) => path !== null && isDoorFor(file, path) === (folderOf(path) === file.folder),
    );
    return [...inner, ...wrong.map(({ specifier }) => doorViolation(file.path, specifier))];
  });
}

/** A category's sealed door is for the list of categories alone. */
function isDoorFor({ folder }: SourceFile, path: string): boolean {
  const door = `src/${folderOf(path)}`;
  const isSealedDoor = folder === "categories" && path.startsWith("src/categories/");
  return path === `${door}/index.ts` || (isSealedDoor && path === `${door}/sealed.ts`);
}

function doorViolation(path: string, specifier: string): string {
  return `${path}: imports ${specifier}; across folders through index.ts, within a folder never`;
}

/** Packages that a folder may not import, and modules of Node in portable folders. */
export function foreignPackages(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) =>
    file.imports
      .filter(({ path, specifier }) => path === null && !mayImport(file, specifier))
      .map(({ specifier }) => `${file.path}: may not import ${specifier}`),
  );
}

function mayImport({ path, folder }: SourceFile, specifier: string): boolean {
  if (specifier.startsWith("node:")) {
    return builtinModules.includes(specifier.slice(5)) && !isPortable(path);
  }
  return (packages[folder.split("/")[0] ?? ""] ?? []).some((name) =>
    name.endsWith("/*")
      ? specifier.startsWith(name.slice(0, -1))
      : specifier === name || specifier.startsWith(`${name}/`),
  );
}

/** Circles of files that import each other, each shown once. */
export function cycles(files: readonly SourceFile[]): string[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): string[] => {
    const start = trail.indexOf(path);
    if (start >= 0) return [[...trail.slice(start), path].join(" → ")];
    if (done.has(path)) return [];
    const next = byPath.get(path)?.imports ?? [];
    const found = next.flatMap((to) => (to.path ? visit(to.path, [...trail, path]) : []));
    done.add(path);
    return found;
  };
  return files.flatMap(({ path }) => visit(path, []));
}

/** The longest row of the table that a path lies in. */
function rowOf(path: string): string {
  const rows = Object.keys(arrows).filter((row) => path.startsWith(`src/${row}/`));
  const row = rows.toSorted((a, b) => b.length - a.length)[0] ?? "";
  return row === "categories" && folderOf(path) !== row ? ANY_CATEGORY : row;
}

/** The row of a category that has none of its own. */
const ANY_CATEGORY = "categories/*";

function isAllowed(folder: string, allowed: readonly string[]): boolean {
  return (
    allowed.includes(folder) || (folder.startsWith("categories/") && allowed.includes(ANY_CATEGORY))
  );
}

/** Chains of imports by which an interpreter reaches what it is tested on, each told by its end. */
export function reachSealed(files: readonly SourceFile[]): string[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const starts = files.filter(({ folder }) => folder === "interpreters");
  return starts.flatMap(({ path }) => {
    const seen = new Set([path]);
    for (const at of seen)
      for (const next of byPath.get(at)?.imports ?? []) if (next.path !== null) seen.add(next.path);
    const wrong = [...seen].filter((at) => sealed.some((place) => place.test(at)));
    return wrong.map((at) => `${path}: reaches ${at}`);
  });
}
