import * as z from "zod";
import { atomKinds } from "../functions/families.ts";
import type { Atom } from "../functions/spec.ts";
import { weights } from "../../common/index.ts";

type Kind = Atom["kind"];

const kinds: z.ZodType<Partial<Record<Kind, number>>> = weights<Kind>(atomKinds);

const operations = weights(["sum", "product", "compose"]);

const lawSchema = z.discriminatedUnion("structure", [
  /** One family. */
  z.strictObject({ structure: z.literal("simple"), families: kinds }),
  /** Families joined by operations, nested to a depth; 2 joins two of them. */
  z.strictObject({
    structure: z.literal("composed"),
    operations,
    families: kinds,
    depth: z.int().min(2).max(4),
  }),
  /** One family whose middle lies elsewhere than at 0. */
  z.strictObject({ structure: z.literal("shifted"), families: kinds }),
  /** Families that take turns along x. */
  z.strictObject({ structure: z.literal("piecewise"), families: kinds }),
  /** A law of several arguments; `arguments` says how many, by weight. */
  z.strictObject({
    structure: z.literal("several"),
    arguments: weights(["2", "3"]),
    operations,
    families: kinds,
  }),
]);

const range = z
  .strictObject({ from: z.number(), to: z.number() })
  .refine(({ from, to }) => from <= to, "needs `from` ≤ `to`");

const networkSchema = z.strictObject({
  width: z.int().min(1).max(1024),
  depth: z.union([z.literal(1), z.literal(2)]),
  learningRate: z.number().positive(),
  epochs: z.int().positive(),
  points: z.int().min(2),
});

const corruptionSchema = z.strictObject({
  sides: weights(["inside", "below", "above"]),
  replacements: weights(["mean", "constant", "line", "polynomial"]),
  /** Standard deviation of the scatter around the replacement. */
  spread: z.number().nonnegative().max(1e6),
  scatter: z.enum(["per-input", "per-call"]),
  /** How many regions there are inside; one below or above. */
  regions: z.int().min(1).max(5),
  /** How wide a region inside is. */
  width: range,
});

const noiseSchema = z
  .strictObject({
    distributions: weights(["normal", "uniform", "poisson"]),
    scale: z.number().positive().max(1e6),
    /** The scale at x is scale·(1 + growth·|x|). */
    growth: z.number().nonnegative().max(1),
  })
  // A draw takes as many steps as its mean.
  .refine(({ distributions, scale }) => scale <= 1000 || !Number(distributions.poisson), {
    error: "needs a scale of at most 1000 for Poisson noise",
  });

/** A wrapper that is not there is left out; without any the group is plain. */
const groupSchema = z.strictObject({
  count: z.int().positive(),
  law: lawSchema,
  network: networkSchema.exactOptional(),
  corruption: corruptionSchema.exactOptional(),
  noise: noiseSchema.exactOptional(),
});

/** The numeric part of a recipe: groups of problems with exact counts, and how each is drawn. */
export const numericSectionSchema = z.strictObject({
  groups: z.array(groupSchema).min(1).max(1000),
  /** What to do with draws that cannot be told from something simpler: see `degeneracies`. */
  degenerate: z.enum(["reject", "tag"]),
  /** Hidden test inputs per problem. */
  tests: z.strictObject({
    domain: z.int().positive(),
    region: z.int().positive(),
    outside: z.int().positive(),
  }),
});

/** Problems of one kind of numeric function within a recipe. */
export type NumericGroup = z.infer<typeof groupSchema>;
/** What a recipe says about functions of numbers. */
export type NumericSection = z.infer<typeof numericSectionSchema>;
