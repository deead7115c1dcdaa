import {
  generateSuite,
  refuseOccupied,
  withBackend,
  withCategories,
  withCount,
  withLexicon,
} from "../suite/index.ts";
import type { SuiteHeader } from "../suite/index.ts";
import { chosenBackend } from "./chosen-backend.ts";
import type { BackendRequest } from "./chosen-backend.ts";
import { refuseGuessable } from "./draw-seed.ts";
import { loadRecipe } from "./load-recipe.ts";
import { packageVersion } from "./package-files.ts";
import { requirePlace } from "./require-place.ts";
import { useLexicon } from "./use-lexicon.ts";
import { withTrainer } from "./with-trainer.ts";

/** What to draw, and where to. */
export interface GenerateRequest {
  /** A shipped recipe's name or a recipe file's path. */
  readonly recipe: string;
  readonly seed: string;
  readonly out: string;
  /** Categories to draw; `null` means all that the recipe has. */
  readonly categories: readonly string[] | null;
  /** Problems in all; `null` means as many as the recipe says. */
  readonly count: number | null;
  /** Keep the seed, of at least 16 characters, out of the suite. */
  readonly sealSeed: boolean;
  /** A file of concepts of one's own, added to those that are shipped. */
  readonly lexicon?: string;
  /** A language model that stands for entities and relations; what is embedded unless given. */
  readonly backend?: BackendRequest;
}

/** Draws a suite and writes it to a new folder. Throws `bad-seed` for a short one that is sealed. */
export async function generate(
  request: GenerateRequest,
  signal: AbortSignal,
  onProgress?: (done: number, total: number) => void,
): Promise<SuiteHeader> {
  if (request.sealSeed) refuseGuessable(request.seed);
  await refuseOccupied(request.out);
  await requirePlace(request.out, { beside: true });
  const shipped = await loadRecipe(request.recipe);
  const { categories } = request;
  const whole = categories === null ? shipped : withCategories(shipped, categories);
  const own = withLexicon(whole, useLexicon(request.lexicon));
  const counted = request.count === null ? own : withCount(own, request.count);
  const recipe =
    request.backend === undefined
      ? counted
      : withBackend(counted, await chosenBackend(request.backend, signal));
  const { seed, out: folder, sealSeed } = request;
  const origin = { recipe, seed, folder, sealSeed, findbench: packageVersion() };
  const progress = onProgress === undefined ? {} : { onProgress };
  return withTrainer(folder, signal, (approximate) =>
    generateSuite({ ...origin, ...progress, signal, approximate }),
  );
}
