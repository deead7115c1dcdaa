import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { posix } from "node:path";
import { parseMarkdown } from "./markdown.ts";

/** Paths of the documents of a checkout: Markdown at its root and below `docs/`. */
export function documentPaths(root: string): string[] {
  const atRoot = readdirSync(root).filter((name) => name.endsWith(".md"));
  const inDocs = readdirSync(`${root}/docs`, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`);
  return [...atRoot, ...inDocs].toSorted();
}

/** The links of a document that lead nowhere: no such file, no such heading, or out of the root. */
export function brokenLinks(root: string, path: string): string[] {
  const { links } = parseMarkdown(readFileSync(`${root}/${path}`, "utf8"));
  return links.filter(
    (link) => !/^[a-z][a-z+.-]*:/i.test(link) && !leadsSomewhere(root, path, link),
  );
}

function leadsSomewhere(root: string, from: string, link: string): boolean {
  const [file = "", anchor] = decodeURIComponent(link).split("#", 2);
  const path = file === "" ? from : posix.join(posix.dirname(from), file);
  const isOutside = path.startsWith("..") || posix.isAbsolute(file);
  if (isOutside || !existsSync(`${root}/${path}`)) return false;
  if (anchor === undefined) return true;
  if (!path.endsWith(".md") || statSync(`${root}/${path}`).isDirectory()) return false;
  return parseMarkdown(readFileSync(`${root}/${path}`, "utf8")).anchors.includes(anchor);
}
