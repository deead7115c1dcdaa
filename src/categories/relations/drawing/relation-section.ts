import * as z from "zod";
import { backendModelSchema } from "../../common/index.ts";

const groupSchema = z.strictObject({
  count: z.int().positive(),
  /** The relations of the released benchmark, our own, or all of them. */
  relations: z.enum(["released", "own", "all"]),
  /** Whether some inputs of the class are left out. */
  exception: z.boolean(),
  /** Share of the answers that are wrong, always the same ones. */
  noise: z.number().positive().max(0.5).exactOptional(),
});

/** The part of a recipe about relations: groups of problems with exact counts. */
export const relationSectionSchema = z.strictObject({
  /** What this section draws. */
  description: z.string(),
  groups: z.array(groupSchema).min(1).max(1000),
  /** Words to begin with per problem, and how many of them are of its class. */
  initial: z
    .strictObject({ words: z.int().min(0).max(20), fitting: z.int().min(0).max(20) })
    .refine(({ words, fitting }) => fitting <= words, "needs at most as many fitting as words"),
  /** The language model that answers in place of the facts; noise is its own then. */
  backend: backendModelSchema(["text"]).exactOptional(),
  tests: z.strictObject({
    /** Unit tests per problem: so many of the published kind, and so many hard ones. */
    triplets: z.int().min(1).max(100),
    /** Hidden inputs with an answer; half as many are exceptions, and half as many of other classes. */
    hidden: z.int().min(2).max(1000),
  }),
});

/** Problems of one kind of relation within a recipe. */
export type RelationGroup = z.infer<typeof groupSchema>;
/** What a recipe says about relations. */
export type RelationSection = z.infer<typeof relationSectionSchema>;
