import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

/** The path of a folder that all tests of a file share; it is gone when they are. */
export function lastingFolder(name: string): () => string {
  const folder = mkdtempSync(join(tmpdir(), "findbench-test-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return () => join(folder, name);
}
