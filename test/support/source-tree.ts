import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import ts from "typescript";

/** One source file, parsed. */
export interface SourceFile {
  /** Path from the root of the checkout, such as `src/core/hash.ts`. */
  readonly path: string;
  /**
   * First folder below src, or the folder of one category, such as `categories/numeric`; empty for a
   * file that lies in src itself, or elsewhere.
   */
  readonly folder: string;
  readonly syntax: ts.SourceFile;
  /** Everything imported, re-exported or loaded by `import()`. */
  readonly imports: readonly Import[];
}

export interface Import {
  /** As written. */
  readonly specifier: string;
  /** The file meant, such as `src/core/index.ts`; null for a package or a module of Node. */
  readonly path: string | null;
}

/** Parses files, given as path → text. */
export function parseSources(texts: Readonly<Record<string, string>>): SourceFile[] {
  return Object.entries(texts).map(([path, text]) => ({
    path,
    folder: folderOf(path),
    syntax: ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true),
    imports: ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => ({
      specifier: fileName,
      path: fileName.startsWith(".") ? posix.join(posix.dirname(path), fileName) : null,
    })),
  }));
}

/** The folder of a path that arrows are drawn between. */
export function folderOf(path: string): string {
  return /^src\/(categories\/[^/]+(?=\/)|[^/]+)\//.exec(path)?.[1] ?? "";
}

/** Parses all TypeScript below a folder of the checkout at `root`. */
export function readSources(root: string, folder = "src"): SourceFile[] {
  const paths = readdirSync(`${root}/${folder}`, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => `${folder}/${path}`);
  return parseSources(
    Object.fromEntries(paths.map((path) => [path, readFileSync(`${root}/${path}`, "utf8")])),
  );
}

/** Every node of a file, parents before children. */
export function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node;
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => void children.push(child));
  for (const child of children) yield* nodesOf(child);
}

/** Where a node stands, such as `src/core/hash.ts:12`. */
export function placeOf(file: SourceFile, node: ts.Node): string {
  const { line } = file.syntax.getLineAndCharacterOfPosition(node.getStart(file.syntax));
  return `${file.path}:${line + 1}`;
}
