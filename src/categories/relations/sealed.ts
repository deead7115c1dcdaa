import * as z from "zod";
import type { Category } from "../common/index.ts";
import { drawRelations } from "./drawing/relation-problems.ts";
import { relationSectionSchema } from "./drawing/relation-section.ts";
import type { RelationSection } from "./drawing/relation-section.ts";
import { relationFormula } from "./describe.ts";
import { knownRelationAnswer } from "./known-answer.ts";
import { RELATION_PROMPT } from "./opening/relation-prompt.ts";
import { relationInputCheck } from "./opening/relation-input-check.ts";
import { parseRelationSpec, relationSpecSchema } from "./parse.ts";
import type { RelationPair, RelationSpec, RelationTriplet } from "./problem.ts";
import { publicRelations } from "./public-category.ts";
import { releasedRelations } from "./released/released-relations.ts";
import { publishedRelationScorer } from "./scorers/published-scorer.ts";
import { soundRelationScorer } from "./scorers/sound-scorer.ts";

const pairSchema: z.ZodType<RelationPair> = z.strictObject({
  input: z.string(),
  output: z.string().nullable(),
});

const tripletSchema: z.ZodType<RelationTriplet> = z.strictObject({
  options: z.tuple([pairSchema, pairSchema, pairSchema]),
  correct: z.union([z.literal(0), z.literal(1), z.literal(2)]),
  quirks: z.array(z.string()).exactOptional(),
});

const strings = z.array(z.string());

/** Everything about relations. */
export const relations: Category = {
  ...publicRelations,
  specSchemas: [relationSpecSchema],
  parseSpec: parseRelationSpec,
  domainSchema: z.strictObject({ kind: z.literal("relations"), initial: strings }),
  testsSchema: z.strictObject({
    kind: z.literal("relations"),
    triplets: z.array(tripletSchema).min(1),
    hardTriplets: z.array(tripletSchema),
    hidden: z.strictObject({ answered: strings, excepted: strings, outside: strings }),
  }),
  sectionSchema: relationSectionSchema,
  normalSection: (section) => section,
  vocabulary: {},
  settingsOf: ({ initial, tests }: RelationSection) => ({ relations: { initial, tests } }),
  // There is one way to ask for words.
  backendOf: ({ model }) => ({ model, prompt: RELATION_PROMPT, way: "text" }),
  ordersAlone: false,
  withoutServices: (groups) => groups,
  drawing: drawRelations,
  open: relationInputCheck,
  isForeign: ({ backend }: RelationSpec) => backend.name === "model",
  local: { tag: "excepted", noun: "exception" },
  scorers: [publishedRelationScorer, soundRelationScorer],
  knownAnswer: knownRelationAnswer,
  formula: (spec: RelationSpec) => ({ text: relationFormula(spec), isProgram: false }),
  released: releasedRelations,
};
