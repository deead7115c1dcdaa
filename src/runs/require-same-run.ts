import { BenchError, canonicalJson } from "../core/index.ts";
import type { Contestant, RunManifest } from "../contract/index.ts";
import { manifestOf } from "./plan.ts";

/**
 * Throws `run-differs` unless these interpreters, on what the manifest says, make the very run that
 * the manifest is of; the message names the first thing that differs.
 */
export function requireSameRun(manifest: RunManifest, interpreters: readonly Contestant[]): void {
  const rebuilt = manifestOf({ ...manifest, interpreters }, manifest.createdAt);
  if (rebuilt.id === manifest.id && rebuilt.items === manifest.items) return;
  const difference = firstDifference(manifest, rebuilt);
  throw new BenchError(
    "run-differs",
    `Expected to go on with run ${manifest.id}; got ${difference}; use the findbench ${manifest.findbench} that the run was begun with, or begin a new run`,
    { data: { expected: manifest.id, got: rebuilt.id } },
  );
}

function firstDifference(manifest: RunManifest, rebuilt: RunManifest): string {
  const now = new Map(rebuilt.interpreters.map((row) => [row.id, row]));
  for (const { id, configuration, role } of manifest.interpreters) {
    const row = now.get(id);
    if (row === undefined) return `none of its interpreter \`${id}\``;
    if (row.role !== role) return `\`${id}\` as a ${row.role}, which was a ${role}`;
    const fields = Object.keys({ ...configuration, ...row.configuration }).toSorted();
    for (const field of fields) {
      const [was, is] = [configuration[field], row.configuration[field]].map(told);
      if (was !== is) return `\`${id}\` with ${field} ${is}, which was ${was}`;
    }
    now.delete(id);
  }
  const [added] = now.keys();
  if (added !== undefined) return `an interpreter \`${added}\` that it does not have`;
  return "a run.json that was changed after the run began";
}

function told(value: unknown): string {
  return value === undefined ? "absent" : canonicalJson(value);
}
