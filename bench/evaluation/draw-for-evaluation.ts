import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { env } from "node:process";
import { loadRecipe } from "../../src/app/index.ts";
import type { Problem } from "../../src/contract/index.ts";
import type { NumericSpec } from "../../src/categories/numeric/index.ts";
import { importNumeric } from "../../src/official/index.ts";
import { drawNumericProblems, withCategories, withCount } from "../../src/suite/index.ts";
import type { Approximate } from "../../src/categories/numeric/index.ts";
import type { Recipe } from "../../src/suite/index.ts";
import { trainer } from "../../src/training/index.ts";
import type { EvaluationOptions, Kind } from "./options.ts";

/**
 * The problems of an evaluation. Those that a recipe draws are the same whatever is left out;
 * networks are kept in the system's folder for temporary files.
 */
export async function drawForEvaluation(
  options: EvaluationOptions,
): Promise<readonly Problem<NumericSpec>[]> {
  const cacheFolder = join(tmpdir(), "findbench-networks");
  const networks = trainer({ threads: availableParallelism(), cacheFolder });
  try {
    const drawn = await draw(options, (task) => networks.train(task));
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
  approximate: Approximate,
): Promise<readonly Problem<NumericSpec>[]> {
  const { signal } = new AbortController();
  if (suite === "official") {
    const folder = env["FIND_DATA"];
    if (folder === undefined) throw new Error("Expected FIND_DATA to name a released FIND folder");
    const { problems } = await importNumeric({ folder, seed, approximate, signal });
    return problems.slice(0, count ?? problems.length);
  }
  const whole = withCategories(await loadRecipe(suite), ["numeric"]);
  const recipe = onlyKind(count === null ? whole : withCount(whole, count), kind);
  const problems: Problem<NumericSpec>[] = [];
  for await (const problem of drawNumericProblems({ recipe, seed, approximate, signal })) {
    problems.push(problem);
  }
  return problems;
}

/** What a group draws depends on nothing but the group: the others need not be drawn. */
function onlyKind(recipe: Recipe, kind: Kind): Recipe {
  const { numeric } = recipe;
  if (numeric === undefined) return recipe;
  const groups = numeric.groups.filter((group) => {
    const { network, corruption, noise } = group;
    const wrappers = [
      ...(network === undefined ? [] : ["approximated"]),
      ...(corruption === undefined ? [] : ["corrupted"]),
      ...(noise === undefined ? [] : ["noised"]),
    ];
    return isOfKind(wrappers.length === 0 ? ["plain"] : wrappers, kind);
  });
  return { ...recipe, numeric: { ...numeric, groups } };
}

function isOfKind(tags: readonly string[], kind: Kind): boolean {
  return kind === "all" || tags.includes(kind === "network" ? "approximated" : kind);
}
