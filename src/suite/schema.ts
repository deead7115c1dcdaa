import * as z from "zod";
import type {
  Briefing,
  Domain,
  Json,
  OpenProblem,
  Provenance,
  Spec,
  Tests,
  Truth,
} from "../contract/index.ts";
import { categories, categoryNames } from "../categories/index.ts";
import { MOST_PROBLEMS, recipeSchema } from "./recipe.ts";

const jsonSchema: z.ZodType<Json> = z.json();
const hex64 = z.string().regex(/^[0-9a-f]{64}$/u);
const problemId = z.string().regex(/^[0-9a-z-]{1,64}$/u);

const category = z.enum(categoryNames);

/** One of several objects told apart by their `kind`; one alone is taken as it is. */
function byKind(schemas: readonly z.ZodObject[]): z.ZodType {
  const [first, ...others] = schemas;
  return first === undefined ? z.never() : z.discriminatedUnion("kind", [first, ...others]);
}

const domainSchema = byKind(categories.map((each) => each.domainSchema)) as z.ZodType<Domain>;

const briefingSchema: z.ZodType<Briefing> = z.strictObject({
  category,
  domain: domainSchema,
  hints: z.array(z.string()),
  budget: z.int().nonnegative().nullable(),
  rounds: z.int().nonnegative().nullable(),
  answer: z.strictObject({
    languages: z.array(z.enum(["javascript", "python"])),
    regions: z.boolean(),
    codeOptional: z.literal(true).exactOptional(),
    concepts: z.literal(true).exactOptional(),
    relation: z.literal(true).exactOptional(),
    exceptions: z.literal(true).exactOptional(),
  }),
});

/** One line of `problems.jsonl`. */
export const openProblemSchema: z.ZodType<OpenProblem> = z
  .strictObject({
    id: problemId,
    category,
    briefing: briefingSchema,
  })
  .meta({
    title: "findbench problem",
    description: "One line of problems.jsonl: all that may be published of a problem.",
  });

const provenanceSchema: z.ZodType<Provenance> = z.discriminatedUnion("source", [
  z.strictObject({
    source: z.literal("recipe"),
    recipe: z.string(),
    index: z.int().nonnegative(),
    rejected: z.record(z.string(), z.int().positive()),
  }),
  z.strictObject({
    source: z.literal("find"),
    officialId: z.string(),
    servedBy: z.string(),
    metadata: z.record(z.string(), jsonSchema),
  }),
  z.strictObject({
    source: z.literal("file"),
    name: z.string(),
    sha256: hex64,
  }),
]);

const testsSchema = byKind(categories.map((each) => each.testsSchema)) as z.ZodType<Tests>;

const specSchema: z.ZodType<Spec> = z.union(categories.flatMap((each) => each.specSchemas));

/** One line of `truths.jsonl`. */
export const truthSchema: z.ZodType<Truth> = z
  .strictObject({
    id: problemId,
    seed: z.string().min(1),
    spec: specSchema,
    description: z.string(),
    tags: z.array(z.string()),
    tests: testsSchema,
    quirks: z.array(z.string()),
    provenance: provenanceSchema,
    canary: z.string().min(1),
  })
  .meta({
    title: "findbench truth",
    description: "One line of truths.jsonl: the sealed part of a problem.",
  });

const fileSchema = z.strictObject({ bytes: z.int().nonnegative(), sha256: hex64 });

/** `suite.json`: what the suite is, how it was made, and the digests of its other two files. */
export const suiteHeaderSchema = z
  .strictObject({
    format: z.literal("findbench-suite"),
    version: z.literal(1),
    name: z.string().min(1),
    /** The recipe that it was drawn by; `null` where it was imported. */
    recipe: recipeSchema.nullable(),
    /** The seed itself, or only its SHA-256 where whoever made the suite keeps it back. */
    seed: z.discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("open"), value: z.string() }),
      z.strictObject({ kind: z.literal("sealed"), sha256: hex64 }),
    ]),
    /** Version of the package that wrote it. */
    findbench: z.string(),
    counts: z.strictObject({
      problems: z.int().positive().max(MOST_PROBLEMS),
      categories: z.record(z.string(), z.int().positive()),
      /** Reason → draws that were thrown away for it, over all problems. */
      rejected: z.record(z.string(), z.int().positive()),
      /** Reason → problems that were kept with it as a tag. */
      degenerate: z.record(z.string(), z.int().positive()),
    }),
    /** A text that no model should be able to complete; look for it to find leaked suites. */
    canary: z.string(),
    files: z.strictObject({ "problems.jsonl": fileSchema, "truths.jsonl": fileSchema }),
    /** SHA-256 of the rest of this object but `findbench`, as JSON with sorted keys: what a suite is. */
    hash: hex64,
  })
  .meta({
    title: "findbench suite",
    description: "suite.json: what the suite is, how it was made, and the digests of its files.",
  });

/** The content of `suite.json`. */
export type SuiteHeader = z.infer<typeof suiteHeaderSchema>;
