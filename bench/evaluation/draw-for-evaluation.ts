import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { env } from "node:process";
import { loadRecipe } from "../../src/app/index.ts";
import type { DrawServices, Spec, TrainingTask } from "../../src/contract/index.ts";
import type { NumericProblem, NumericSpec } from "../../src/categories/numeric/index.ts";
import { releasedParts } from "../../src/official/index.ts";
import { drawProblems, withCategories, withCount } from "../../src/suite/index.ts";
import type { Recipe } from "../../src/suite/index.ts";
import { trainer } from "../../src/training/index.ts";
import { withNumericGroups } from "../with-numeric-groups.ts";
import { asNumeric } from "../../test/support/kinds-of-problem.ts";
import type { EvaluationOptions, Kind } from "./options.ts";

interface Training {
  train(task: TrainingTask): Promise<Spec>;
}

/**
 * The problems of an evaluation. Those that a recipe draws are the same whatever is left out;
 * networks are kept in the system's folder for temporary files.
 */
export async function drawForEvaluation(
  options: EvaluationOptions,
): Promise<readonly NumericProblem<NumericSpec>[]> {
  const cacheFolder = join(tmpdir(), "findbench-networks");
  const networks = trainer({ threads: availableParallelism(), cacheFolder });
  try {
    // Which laws a network can follow is known where they are drawn.
    const training: Training = networks;
    const drawn = await draw(options, (task) => training.train(task));
    const { family, problem } = options;
    return drawn
      .filter(({ truth }) => isOfKind(truth.tags, options.kind))
      .filter(({ truth }) => family === null || truth.tags.includes(`family:${family}`))
      .filter(({ id, truth: { provenance } }) => {
        const names = [id, provenance.source === "find" ? provenance.officialId : id];
        return problem === null || names.includes(problem);
      });
  } finally {
    await networks.close();
  }
}

async function draw(
  { suite, seed, count, kind }: EvaluationOptions,
  approximate: DrawServices["approximate"],
): Promise<readonly NumericProblem<NumericSpec>[]> {
  const { signal } = new AbortController();
  if (suite === "official") {
    const folder = env["FIND_DATA"];
    if (folder === undefined) throw new Error("Expected FIND_DATA to name a released FIND folder");
    const parts = await releasedParts(folder);
    const numeric = parts.find(({ category }) => category === "numeric");
    if (numeric === undefined) throw new Error(`Expected numeric functions in ${folder}; got none`);
    const options = { folder: numeric.folder, seed, expressions: null, approximate, signal };
    const { problems } = await numeric.released.import(options);
    return problems.slice(0, count ?? problems.length).map(asNumeric);
  }
  const whole = withCategories(await loadRecipe(suite), ["numeric"]);
  const recipe = onlyKind(count === null ? whole : withCount(whole, count), kind);
  const problems: NumericProblem<NumericSpec>[] = [];
  for await (const problem of drawProblems({ recipe, seed, approximate, signal })) {
    problems.push(asNumeric(problem));
  }
  return problems;
}

/** What a group draws depends on nothing but the group: the others need not be drawn. */
function onlyKind(recipe: Recipe, kind: Kind): Recipe {
  return withNumericGroups(recipe, (groups) =>
    groups.filter(({ network, corruption, noise }) => {
      const wrappers = [
        ...(network === undefined ? [] : ["approximated"]),
        ...(corruption === undefined ? [] : ["corrupted"]),
        ...(noise === undefined ? [] : ["noised"]),
      ];
      return isOfKind(wrappers.length === 0 ? ["plain"] : wrappers, kind);
    }),
  );
}

function isOfKind(tags: readonly string[], kind: Kind): boolean {
  return kind === "all" || tags.includes(kind === "network" ? "approximated" : kind);
}
