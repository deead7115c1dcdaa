import * as z from "zod";
import { weights } from "../../common/index.ts";

const lawSchema = z.discriminatedUnion("structure", [
  /** One operation. */
  z.strictObject({ structure: z.literal("single") }),
  /** Operations one after the other, as many as `depth` says. */
  z.strictObject({ structure: z.literal("composed"), depth: z.int().min(2).max(4) }),
  /** Two texts become one; `depth` counts the joining and the operations after it. */
  z.strictObject({
    structure: z.literal("several"),
    ways: weights(["concatenate", "interleave", "longer", "common"]),
    depth: z.int().min(1).max(3),
  }),
]);

const exceptionSchema = z.strictObject({
  /** What tells an exceptional text → weight. */
  conditions: weights([
    "starts-with",
    "ends-with",
    "contains",
    "contains-letter",
    "longer-than",
    "shorter-than",
  ]),
});

/** Without an exception the law holds for every text. */
const groupSchema = z.strictObject({
  count: z.int().positive(),
  law: lawSchema,
  exception: exceptionSchema.exactOptional(),
  /** What to do with draws that cannot be told from something simpler: see `stringDegeneracies`. */
  degenerate: z.enum(["reject", "tag"]),
});

/** The part of a recipe about functions of texts: groups of problems with exact counts. */
export const stringSectionSchema = z.strictObject({
  /** What this section draws; the recipe's own description speaks of its numeric section. */
  description: z.string(),
  groups: z.array(groupSchema).min(1).max(1000),
  tests: z.strictObject({
    /** Pairs of the published test per problem. */
    pairs: z.int().min(1).max(100),
    /** Unit tests per problem: so many of the published kind, and so many hard ones. */
    triplets: z.int().min(1).max(100),
    /** Hidden test inputs per problem. */
    hidden: z.int().min(1).max(10_000),
  }),
});

/** Problems of one kind of function of texts within a recipe. */
export type StringGroup = z.infer<typeof groupSchema>;
/** What a recipe says about functions of texts. */
export type StringSection = z.infer<typeof stringSectionSchema>;
