import { canonicalJson } from "../../../core/index.ts";
import * as z from "zod";
import { drawnKinds, releasedWeights } from "../functions/drawn-kinds.ts";
import { stringKinds } from "../functions/operations.ts";
import type { DrawnKinds, StringWeights } from "../functions/drawn-kinds.ts";
import { weights, wholeWeight } from "../../common/index.ts";

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

const weightsSchema: z.ZodType<StringWeights> = z.strictObject({
  /** Operations alone, last of several, and in exceptions. */
  operations: weights(stringKinds, wholeWeight),
  /** Operations that another one follows, or that change one of two texts. */
  inner: weights(stringKinds, wholeWeight),
});

const sectionSchema = z.strictObject({
  /** What this section draws; the recipe's own description speaks of its numeric section. */
  description: z.string(),
  /** How often each operation is drawn; as the released generator does where it is left out. */
  weights: weightsSchema.exactOptional(),
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

/** The part of a recipe about string functions: groups of problems with exact counts. */
export const stringSectionSchema = sectionSchema.superRefine((section, context) => {
  const from = drawnKinds(section.weights ?? releasedWeights);
  section.groups.forEach((group, i) => {
    const missing = missingFor(group, from);
    if (missing !== null)
      context.addIssue({
        code: "custom",
        path: ["weights"],
        message: `needs ${missing} for group ${i}`,
      });
  });
});

/** What weights leave a group without; `null` where it can be drawn. */
function missingFor({ law, exception }: StringGroup, from: DrawnKinds): string | null {
  if (law.structure === "several" && from.sides.length === 0)
    return "an inner operation that leaves a text recognisable";
  if (law.structure === "composed" && !canBeComposed(from, law.depth))
    return `inner operations that each operation can follow, ${law.depth} deep,`;
  if (exception !== undefined && from.replacements.length === 0)
    return "an operation without chance";
  return null;
}

function canBeComposed(from: DrawnKinds, depth: number): boolean {
  let outers = new Set(from.operations);
  for (let level = 2; level <= depth; level += 1) {
    const inners = [...outers].map((outer) => from.innersOf(outer));
    if (inners.some((kinds) => kinds.length === 0)) return false;
    outers = new Set(inners.flat());
  }
  return true;
}

/** Problems of one kind of string function within a recipe. */
export type StringGroup = z.infer<typeof groupSchema>;
/** What a recipe says about string functions. */
export type StringSection = z.infer<typeof stringSectionSchema>;

/** A section whose weights say what is drawn without them, without these. */
export function withoutReleasedWeights(section: StringSection): StringSection {
  const { weights: stated, ...rest } = section;
  if (stated === undefined) return section;
  return canonicalJson(stated) === canonicalJson(releasedWeights) ? rest : section;
}
