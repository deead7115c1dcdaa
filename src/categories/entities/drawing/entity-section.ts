import * as z from "zod";
import { backendModelSchema, weights } from "../../common/index.ts";
import { VERDICTS } from "../functions/verdicts.ts";

const lawSchema = z.discriminatedUnion("structure", [
  /** One concept. */
  z.strictObject({ structure: z.literal("single") }),
  /** Two concepts, joined in one of these ways. */
  z.strictObject({
    structure: z.literal("composed"),
    joins: weights(["or", "and", "and-not"]),
  }),
]);

const groupSchema = z.strictObject({
  count: z.int().positive(),
  law: lawSchema,
  /** Which concepts are drawn from; all where it is left out. */
  source: z.enum(["released", "own"]).exactOptional(),
  /** What answers: the lexicon where it is left out, or the lexicon with word vectors beside it. */
  backend: z.enum(["lexicon", "embedding"]).exactOptional(),
  /** Words that are given away, and how many of them are about the concept at least and at most. */
  hints: z
    .strictObject({
      words: z.int().min(1).max(50),
      positives: z.tuple([z.int().nonnegative(), z.int().nonnegative()]),
    })
    .refine(({ words, positives: [least, most] }) => least <= most && most <= words, {
      error: "needs positives from a least to a most that the words have room for",
    })
    .exactOptional(),
  /** What noise the activations carry → weight, and how much: drawn between two scales. */
  noise: z
    .strictObject({
      distributions: weights(["normal", "uniform"]),
      scale: z.tuple([z.number().positive(), z.number().max(1)]),
    })
    .exactOptional(),
  /** What kind of exception there is → weight. */
  exception: z.strictObject({ kinds: weights(["silent", "fires"]) }).exactOptional(),
  /** How far the backend is off at most. */
  approximation: z.strictObject({ strength: z.number().positive().max(0.25) }).exactOptional(),
});

/** The part of a recipe about entities: groups of problems with exact counts. */
export const entitySectionSchema = z.strictObject({
  /** What this section draws. */
  description: z.string(),
  groups: z.array(groupSchema).min(1).max(1000),
  /** Version of the lexicon with a user's own concepts; the shipped one where it is left out. */
  lexicon: z
    .string()
    .regex(/^[0-9a-f]{16}$/u)
    .exactOptional(),
  /** The language model that answers in place of the lexicon; noise is its own then. */
  backend: backendModelSchema(VERDICTS).exactOptional(),
  tests: z.strictObject({
    /** Unit tests per problem: so many of the published kind, and so many hard ones. */
    triplets: z.int().min(1).max(100),
    /** Hidden words per problem. */
    hidden: z.int().min(20).max(1000),
  }),
});

/** Problems of one kind of entity within a recipe. */
export type EntityGroup = z.infer<typeof groupSchema>;
/** What a recipe says about entities. */
export type EntitySection = z.infer<typeof entitySectionSchema>;
