import { BenchError } from "../core/index.ts";
import { importNumeric } from "../official/index.ts";
import type { Imported } from "../official/index.ts";
import { refuseOccupied, writeSuite } from "../suite/index.ts";
import type { SuiteHeader } from "../suite/index.ts";
import { packageVersion } from "./package-files.ts";

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
export async function importFind({ folder, out, seed }: ImportRequest): Promise<ImportResult> {
  await refuseOccupied(out);
  const { problems, leftOut } = await importNumeric(folder, seed);
  if (problems.length === 0) {
    throw new BenchError(
      "bad-data",
      `Expected at least one supported function in \`${folder}\`; got ${leftOut.length} that are not`,
    );
  }
  const origin = { name: "find", recipe: null, seed, sealSeed: false, findbench: packageVersion() };
  return { header: await writeSuite(out, origin, problems), leftOut };
}
