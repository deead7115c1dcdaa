import { open, readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import type { RunManifest } from "../contract/index.ts";
import { BenchError, parseJson, systemCode } from "../core/index.ts";
import { fileFault } from "./file-fault.ts";
import { describeIssue, encodeLine } from "./line-codec.ts";
import { newerThanThis } from "./newer-than-this.ts";
import { runManifestSchema } from "./run-manifest-schema.ts";

/** Name of the file that says what a run is made of. */
export const MANIFEST_NAME = "run.json";

/** Name under which a manifest is written before it is whole. */
export const UNFINISHED_MANIFEST_NAME = "run.json.part";

/** Reads what the run in a folder is made of. */
export async function readManifest(folder: string): Promise<RunManifest> {
  const path = join(folder, MANIFEST_NAME);
  const parsed = parseJson(await textOf(folder, path));
  if (parsed.kind === "broken") throw notARun(folder, `a ${MANIFEST_NAME} that is no JSON`);
  const manifest = runManifestSchema.safeParse(parsed.value);
  if (manifest.success) return manifest.data;
  const issue = `${describeIssue(manifest.error)} in its ${MANIFEST_NAME}`;
  if (!isOurs(parsed.value) || !newerThanThis(manifest.error, parsed.value))
    throw notARun(folder, issue);
  throw new BenchError(
    "unsupported-version",
    `Expected a run that this version of findbench knows; got ${issue} in ${folder}; read it with a newer findbench`,
    { data: { folder } },
  );
}

/** The text that stands for a manifest on disk; `bad-data` if it is none. */
export function renderManifest(manifest: RunManifest): string {
  encodeLine(runManifestSchema, manifest);
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}

/** Writes a manifest's text, all at once: a folder holds the whole file or none. */
export async function writeManifest(folder: string, text: string): Promise<void> {
  const unfinished = join(folder, UNFINISHED_MANIFEST_NAME);
  const file = await open(unfinished, "w");
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(unfinished, join(folder, MANIFEST_NAME));
}

async function textOf(folder: string, path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (systemCode(error) === "ENOENT") throw notARun(folder, `none at ${path}`);
    if (systemCode(error) === "ENOTDIR") throw notARun(folder, "a file");
    throw fileFault(error, path, folder);
  }
}

function isOurs(value: unknown): boolean {
  return (
    typeof value === "object" && value !== null && Reflect.get(value, "format") === "findbench-run"
  );
}

function notARun(folder: string, got: string): BenchError {
  return new BenchError(
    "not-a-run",
    `Expected a run folder, with a whole ${MANIFEST_NAME} in it; got ${got} (${folder}); name the folder that a run was written to`,
    { data: { folder } },
  );
}
