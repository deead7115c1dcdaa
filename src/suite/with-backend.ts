import { BenchError, canonicalJson } from "../core/index.ts";
import type { BackendModel } from "../contract/index.ts";
import { categories, categoryOf } from "../categories/index.ts";
import type { Section } from "../categories/index.ts";
import { sectionsOf, withSections } from "./recipe.ts";
import type { Recipe } from "./recipe.ts";

/**
 * The recipe with a language model that stands for the functions of every section which can have one;
 * others stay as they are. Throws `bad-argument` where none can.
 */
export function withBackend(recipe: Recipe, chosen: Omit<BackendModel, "prompt">): Recipe {
  const sections = sectionsOf(recipe);
  const able = categories.filter(({ backendOf }) => backendOf !== undefined);
  if (!sections.some(([name]) => able.some((category) => category.name === name)))
    throw new BenchError(
      "bad-argument",
      `Expected a recipe with ${able.map(({ name }) => name).join(" or ")}, which a language model can answer; got \`${recipe.name}\` without; take another recipe, such as neurons`,
    );
  const answered = sections.map(([name, section]): [string, Section] => {
    const backend = categoryOf(name).backendOf?.(chosen);
    return [name, backend === undefined ? section : { ...section, backend }];
  });
  return withSections(recipe, new Map(answered));
}

/** The language models that stand for functions of recipes, each once. */
export function backendsOf(recipes: readonly (Recipe | null)[]): readonly BackendModel[] {
  const all = recipes.flatMap((recipe) =>
    recipe === null ? [] : sectionsOf(recipe).flatMap(([, { backend }]) => backend ?? []),
  );
  return [...new Map(all.map((backend) => [canonicalJson(backend), backend])).values()];
}

/** The recipe with the version of a user's own lexicon in every section that is drawn from one. */
export function withLexicon(recipe: Recipe, versions: ReadonlyMap<string, string>): Recipe {
  const sections = sectionsOf(recipe).map(([name, section]): [string, Section] => {
    const lexicon = versions.get(name);
    return [name, lexicon === undefined ? section : { ...section, lexicon }];
  });
  return withSections(recipe, new Map(sections));
}
