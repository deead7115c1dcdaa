import * as z from "zod";
import { categories } from "../categories/index.ts";
import type { Section } from "../categories/index.ts";

/** Problems that a suite may have. */
export const MOST_PROBLEMS = 10_000_000;

/** What a recipe says of itself. */
interface RecipeHead {
  readonly format: "findbench-recipe";
  readonly version: 1;
  readonly name: string;
  readonly description: string;
  /** Queries per problem unless the run says otherwise; `null` means unlimited. */
  readonly budget: number | null;
}

/** What a suite is made of, with a section per category under the category's name. */
export type Recipe = RecipeHead & { readonly [category: string]: unknown };

/** A recipe's sections: problems of one category each, in the order of the categories. */
export function sectionsOf(
  recipe: Recipe,
): readonly (readonly [category: string, section: Section])[] {
  return categories.flatMap(({ name }) => {
    const section = recipe[name];
    return isSection(section) ? [[name, section] as const] : [];
  });
}

/** Whether a part of a checked recipe is there: the schema has seen to the rest. */
function isSection(part: unknown): part is Section {
  return typeof part === "object" && part !== null && "groups" in part;
}

/** The recipe with other sections; one without groups is left out. */
export function withSections(recipe: Recipe, sections: ReadonlyMap<string, Section>): Recipe {
  const entries = Object.entries(recipe).flatMap(([key, value]): [string, unknown][] => {
    if (!categories.some(({ name }) => name === key)) return [[key, value]];
    const section = sections.get(key);
    return section === undefined || section.groups.length === 0 ? [] : [[key, section]];
  });
  return { ...headOf(recipe), ...Object.fromEntries(entries) };
}

function headOf({ format, version, name, description, budget }: Recipe): RecipeHead {
  return { format, version, name, description, budget };
}

/** How many problems a recipe has in all. */
export function problemCount(recipe: Recipe): number {
  return sectionsOf(recipe)
    .flatMap(([, { groups }]) => groups)
    .reduce((sum, { count }) => sum + count, 0);
}

/** What a suite is made of, as data: groups of problems by category, and how each is drawn. */
export const recipeSchema: z.ZodType<Recipe> = z
  .strictObject({
    format: z.literal("findbench-recipe"),
    version: z.literal(1),
    /** With its version from the second on: `mini` is the first, `mini@2` what it grew into. */
    name: z.string().regex(/^[a-z][a-z0-9-]{0,63}(@[1-9][0-9]{0,3})?$/u),
    description: z.string(),
    /** Queries per problem unless the run says otherwise. */
    budget: z.int().positive().nullable(),
    ...Object.fromEntries(
      categories.map(({ name, sectionSchema }) => [name, sectionSchema.exactOptional()]),
    ),
  })
  .refine((recipe) => sectionsOf(recipe).length > 0, {
    error: `needs a section ${categories.map(({ name }) => `\`${name}\``).join(" or ")}`,
  })
  .refine((recipe) => problemCount(recipe) <= MOST_PROBLEMS, {
    error: `needs counts of at most ${MOST_PROBLEMS} in all`,
  })
  .meta({
    title: "findbench recipe",
    description: "What a suite is made of: groups of problems with counts, and how each is drawn.",
  });
