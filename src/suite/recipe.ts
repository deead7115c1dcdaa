import * as z from "zod";
import { numericSectionSchema } from "./numeric-section.ts";
import { problemCount } from "./problem-count.ts";
import { stringSectionSchema } from "./strings/string-section.ts";

/** Problems that a suite may have. */
export const MOST_PROBLEMS = 10_000_000;

/** What a suite is made of, as data: groups of problems by category, and how each is drawn. */
export const recipeSchema = z
  .strictObject({
    format: z.literal("findbench-recipe"),
    version: z.literal(1),
    /** With its version from the second on: `mini` is the first, `mini@2` what it grew into. */
    name: z.string().regex(/^[a-z][a-z0-9-]{0,63}(@[1-9][0-9]{0,3})?$/u),
    description: z.string(),
    /** Queries per problem unless the run says otherwise. */
    budget: z.int().positive().nullable(),
    numeric: numericSectionSchema.exactOptional(),
    strings: stringSectionSchema.exactOptional(),
  })
  .refine(({ numeric, strings }) => numeric !== undefined || strings !== undefined, {
    error: "needs a section `numeric` or `strings`",
  })
  .refine((recipe) => problemCount(recipe) <= MOST_PROBLEMS, {
    error: `needs counts of at most ${MOST_PROBLEMS} in all`,
  })
  .meta({
    title: "findbench recipe",
    description: "What a suite is made of: groups of problems with counts, and how each is drawn.",
  });

/** A recipe that was checked. */
export type Recipe = z.infer<typeof recipeSchema>;
