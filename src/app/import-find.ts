import { BenchError, similarTo } from "../core/index.ts";
import { SUITE_NAME } from "../categories/index.ts";
import type { Imported } from "../categories/index.ts";
import { releasedParts } from "../official/index.ts";
import type { ReleasedPart } from "../official/index.ts";
import { refuseOccupied, writeSuite } from "../suite/index.ts";
import type { SuiteHeader } from "../suite/index.ts";
import { packageVersion } from "./package-files.ts";
import { requirePlace } from "./require-place.ts";
import { withTrainer } from "./with-trainer.ts";

/** What to import, and where to. */
export interface ImportRequest {
  /** A folder in the released layout. */
  readonly folder: string;
  readonly out: string;
  /** Decides noise and scatter. */
  readonly seed: string;
  /** Categories to import; `null` means all that the folder has. */
  readonly categories: readonly string[] | null;
  /** A file of expressions that stand in for the code of string functions; `null` for none. */
  readonly expressions: string | null;
}

/** The suite that was made, and what did not fit in. */
export interface ImportResult {
  readonly header: SuiteHeader;
  readonly leftOut: Imported["leftOut"];
}

/** Makes a suite of a released FIND folder: what is supported, with the rest named. */
export async function importFind(
  request: ImportRequest,
  signal: AbortSignal,
  onProgress?: (done: number, total: number) => void,
): Promise<ImportResult> {
  const { folder, out, seed } = request;
  await refuseOccupied(out);
  await requirePlace(out, { beside: true });
  const wanted = await wantedParts(request);
  const progress = onProgress === undefined ? {} : { onProgress };
  const parts = await withTrainer(out, signal, async (approximate) => {
    const imported: Imported[] = [];
    for (const part of wanted) {
      const { expressions } = request;
      const own = { folder: part.folder, seed, expressions, approximate, signal };
      imported.push(await part.released.import({ ...own, ...progress }));
      signal.throwIfAborted();
    }
    return imported;
  });
  const leftOut = parts.flatMap((part) => part.leftOut);
  const problems = parts
    .flatMap((part) => part.problems)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  if (problems.length === 0) {
    const [first] = leftOut;
    const why = first === undefined ? "" : `: ${first.reason}`;
    throw new BenchError(
      "bad-data",
      `Expected at least one supported function in \`${folder}\`; got ${leftOut.length} that are not${why}; give another folder`,
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

async function wantedParts({
  folder,
  categories,
}: ImportRequest): Promise<readonly ReleasedPart[]> {
  const there = await releasedParts(folder);
  const names = there.map(({ category }) => category);
  const unknown = categories?.find((name) => !names.includes(name));
  if (unknown === undefined)
    return there.filter(({ category }) => categories === null || categories.includes(category));
  throw new BenchError(
    "unknown-category",
    `Expected categories among ${names.join(", ")}, of which \`${folder}\` has data; got \`${unknown}\`; leave it out, or give another folder${similarTo(unknown, names)}`,
    { data: { category: unknown } },
  );
}
