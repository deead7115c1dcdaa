import { fileURLToPath } from "node:url";
import { BenchError } from "../core/index.ts";
import { folderStore } from "./run-folder.ts";
import type { RecordPlace } from "./record-place.ts";

/** Kinds of stores, by the scheme of their URLs; a path is the URL of a folder. */
const kinds: ReadonlyMap<string, (url: string) => RecordPlace> = new Map([
  ["file", (url: string) => folderStore(url.startsWith("file:") ? fileURLToPath(url) : url)],
]);

/**
 * The only way to a run's record: a run folder by its path or its `file:` URL. Throws `bad-argument`
 * for a store that is not known.
 */
export function openStore(url: string): RecordPlace {
  const [, scheme = "file"] = /^([a-z][a-z0-9+.-]*):\/\//u.exec(url) ?? [];
  const open = kinds.get(scheme);
  if (open !== undefined) return open(url);
  throw new BenchError(
    "bad-argument",
    `Expected the path of a run folder or a URL that begins with ${[...kinds.keys()].map((kind) => `${kind}://`).join(" or ")}; got \`${scheme}://…\`; give one of these`,
    { data: { scheme } },
  );
}
