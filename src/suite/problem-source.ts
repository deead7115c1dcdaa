import type { Draft } from "../contract/index.ts";
import { categoryOf } from "../categories/index.ts";
import { placesOf } from "./places.ts";
import { problemCount, sectionsOf } from "./recipe.ts";
import type { Recipe } from "./recipe.ts";

/** The problems of a recipe and a seed, in an order that tells nothing. */
export interface ProblemSource {
  readonly count: number;
  /**
   * The problem at a position of the suite; 0-based. To be asked in order: a function may be drawn
   * again where one before it is the same.
   */
  draft(position: number): Draft;
}

/** All problems that a recipe and a seed decide; nothing is drawn until it is asked for. */
export function problemSource(recipe: Recipe, seed: string): ProblemSource {
  const placeAt = placesOf(recipe, seed);
  const { name, budget } = recipe;
  const drawings = new Map(
    sectionsOf(recipe).map(([category, section]) => {
      const parts = { recipe: name, budget, section, seed };
      return [category, categoryOf(category).drawing(parts)] as const;
    }),
  );
  return {
    count: problemCount(recipe),
    draft: (position) => {
      const { category, place } = placeAt(position);
      const draw = drawings.get(category);
      if (draw === undefined) throw new RangeError(`Expected a section of ${category}; got none`);
      return draw.draft(place);
    },
  };
}
