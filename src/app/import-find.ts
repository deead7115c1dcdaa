import { BenchError } from "../core/index.ts";
import type { Category } from "../contract/index.ts";
import type { Spec } from "../categories/numeric/index.ts";
import { importNumeric, importStrings, releasedCategories, SUITE_NAME } from "../official/index.ts";
import type { Imported } from "../official/index.ts";
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
  /** A file of expressions that stand in for the code of functions of texts; `null` for none. */
  readonly expressions: string | null;
}

/** The suite that was made, and what did not fit in. */
export interface ImportResult {
  readonly header: SuiteHeader;
  readonly leftOut: Imported<Spec>["leftOut"];
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
  const parts: Imported<Spec>[] = [];
  for (const category of await wantedCategories(request)) {
    parts.push(await importCategory(category, request, signal, onProgress));
    signal.throwIfAborted();
  }
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

async function wantedCategories({
  folder,
  categories,
}: ImportRequest): Promise<readonly Category[]> {
  const there = await releasedCategories(folder);
  const unknown = categories?.find((name) => there.every((category) => category !== name));
  if (unknown === undefined)
    return there.filter((category) => categories === null || categories.includes(category));
  throw new BenchError(
    "unknown-category",
    `Expected categories among ${there.join(", ")}, of which \`${folder}\` has data; got \`${unknown}\`; leave it out, or give another folder`,
    { data: { category: unknown } },
  );
}

function importCategory(
  category: Category,
  { folder, out, seed, expressions }: ImportRequest,
  signal: AbortSignal,
  onProgress?: (done: number, total: number) => void,
): Promise<Imported<Spec>> {
  switch (category) {
    case "numeric": {
      const progress = onProgress === undefined ? {} : { onProgress };
      return withTrainer(out, signal, (approximate) =>
        importNumeric({ folder, seed, approximate, signal, ...progress }),
      );
    }
    case "strings":
      return importStrings({ folder, seed, expressions });
  }
}
