import { relative, resolve } from "node:path";
import { BenchError } from "../core/index.ts";
import type { RunManifest, RunSuite } from "../contract/index.ts";
import { openSuite } from "../suite/index.ts";
import type { Suite } from "../suite/index.ts";

/** The path under which a run in this folder remembers a suite. */
export function rememberedPath(runFolder: string, suitePath: string): string {
  return relative(resolve(runFolder), resolve(suitePath));
}

/**
 * The suites of a run, in its order, from where it remembers them, or among the folders that are
 * given instead. Throws `not-a-suite` or `hash-mismatch`.
 */
export async function suitesOfRun(
  runFolder: string,
  manifest: RunManifest,
  instead: readonly string[],
): Promise<readonly Suite[]> {
  const given = await Promise.all(instead.map(openSuite));
  return Promise.all(
    manifest.suites.map(async (run) => {
      const moved = given.find(({ header }) => header.hash === run.hash);
      return moved ?? remembered(runFolder, run);
    }),
  );
}

async function remembered(runFolder: string, run: RunSuite): Promise<Suite> {
  const path = resolve(runFolder, run.path);
  const suite = await openSuite(path).catch((cause: unknown) => {
    if (!(cause instanceof BenchError) || cause.code !== "not-a-suite") throw cause;
    throw new BenchError(
      "not-a-suite",
      `Expected the suite ${run.name} of this run at \`${path}\`; got none; say where it is with --suite`,
      { cause },
    );
  });
  if (suite.header.hash === run.hash) return suite;
  throw new BenchError(
    "hash-mismatch",
    `Expected the suite ${run.name} with hash ${run.hash.slice(0, 12)}… at \`${path}\`; got ${suite.header.hash.slice(0, 12)}…; say where it is with --suite`,
  );
}
