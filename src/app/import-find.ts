import { BenchError } from "../core/index.ts";
import { importNumeric, SUITE_NAME } from "../official/index.ts";
import type { Imported } from "../official/index.ts";
import { refuseOccupied, writeSuite } from "../suite/index.ts";
import type { SuiteHeader } from "../suite/index.ts";
import { packageVersion } from "./package-files.ts";
import { withTrainer } from "./with-trainer.ts";

/** What to import, and where to. */
export interface ImportRequest {
  /** A folder in the released layout. */
  readonly folder: string;
  readonly out: string;
  /** Decides noise and scatter. */
  readonly seed: string;
}

/** The suite that was made, and what did not fit in. */
export interface ImportResult {
  readonly header: SuiteHeader;
  readonly leftOut: Imported["leftOut"];
}

/** Makes a suite of a released FIND folder: what is supported, with the rest named. */
export async function importFind(
  { folder, out, seed }: ImportRequest,
  signal: AbortSignal,
  onProgress?: (done: number, total: number) => void,
): Promise<ImportResult> {
  await refuseOccupied(out);
  const progress = onProgress === undefined ? {} : { onProgress };
  const { problems, leftOut } = await withTrainer(out, signal, (approximate) =>
    importNumeric({ folder, seed, approximate, signal, ...progress }),
  );
  if (problems.length === 0) {
    throw new BenchError(
      "bad-data",
      `Expected at least one supported function in \`${folder}\`; got ${leftOut.length} that are not`,
    );
  }
  const origin = {
    name: SUITE_NAME,
    recipe: null,
    seed,
    sealSeed: false,
    findbench: packageVersion(),
  };
  return { header: await writeSuite(out, origin, problems), leftOut };
}
