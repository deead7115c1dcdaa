import { BenchError } from "../core/index.ts";
import type { NumericSpec, Spec } from "../categories/numeric/index.ts";
import type { Draft } from "../categories/numeric/index.ts";
import { draftNumeric } from "../categories/numeric/index.ts";
import { placesOf } from "./places.ts";
import { problemCount } from "./problem-count.ts";
import type { Recipe } from "./recipe.ts";
import { stringProblems } from "../categories/strings/index.ts";
import { withCategories } from "./with-categories.ts";

/** The problems of a recipe and a seed, in an order that tells nothing. */
export interface ProblemSource<S> {
  readonly count: number;
  /**
   * The problem at a position of the suite; 0-based. To be asked in order: a function of texts is
   * drawn again where one before it is the same.
   */
  draft(position: number): Draft<S>;
}

/** All problems that a recipe and a seed decide; nothing is drawn until it is asked for. */
export function problemSource(recipe: Recipe, seed: string): ProblemSource<Spec> {
  const placeAt = placesOf(recipe, seed);
  const problemAt = stringProblems(recipe, seed);
  return {
    count: problemCount(recipe),
    draft: (position) => {
      const place = placeAt(position);
      switch (place.category) {
        case "numeric":
          return draftNumeric(recipe, seed, place);
        case "strings": {
          const problem = problemAt(place);
          return { task: null, finish: () => problem };
        }
      }
    },
  };
}

/** The numeric problems of a recipe and a seed, as if it had no other section. */
export function numericSource(whole: Recipe, seed: string): ProblemSource<NumericSpec> {
  const recipe = withCategories(whole, ["numeric"]);
  const placeAt = placesOf(recipe, seed);
  return {
    count: problemCount(recipe),
    draft: (position) => {
      const place = placeAt(position);
      if (place.category === "numeric") return draftNumeric(recipe, seed, place);
      throw new BenchError(
        "internal",
        `Expected a numeric problem; got ${place.category}; report this with the recipe`,
      );
    },
  };
}
