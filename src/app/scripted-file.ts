import { readFile } from "node:fs/promises";
import * as z from "zod";
import { BenchError, parseJson } from "../core/index.ts";
import type { Model } from "../contract/index.ts";
import { scripted } from "../models/index.ts";

const SCRIPTED = "scripted/";

const call = z.strictObject({ tool: z.string(), arguments: z.json() });
const reply = z.union([
  z.string(),
  z.strictObject({ text: z.string().exactOptional(), calls: z.array(call).exactOptional() }),
]);
const script = z.array(reply).min(1);

/** Whether a model's address names a file of replies, as in `scripted/replies.json`. */
export function isScripted(id: string): boolean {
  return id.startsWith(SCRIPTED);
}

/**
 * A model that says in each conversation what a file holds: a list of replies, each a text, or
 * `text` and `calls` of tools. Throws `data-missing` or `bad-data`.
 */
export async function scriptedFile(id: string): Promise<Model> {
  const path = id.slice(SCRIPTED.length);
  const text = await readFile(path, "utf8").catch((cause: unknown) => {
    throw new BenchError(
      "data-missing",
      `Expected a file of replies; got nothing that can be read at \`${path}\`; check the path behind ${SCRIPTED}`,
      { cause },
    );
  });
  const json = parseJson(text);
  const parsed = script.safeParse(json.kind === "json" ? json.value : null);
  if (parsed.success) return scripted(parsed.data, id);
  throw new BenchError(
    "bad-data",
    `Expected a JSON list of replies in \`${path}\`, each a text or an object with \`text\` and \`calls\`; got ${json.kind === "json" ? `«${parsed.error.issues[0]?.message ?? "something else"}»` : "no JSON"}; correct the file`,
    { cause: parsed.error },
  );
}
