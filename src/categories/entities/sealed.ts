import * as z from "zod";
import type { Category } from "../common/index.ts";
import { drawEntities } from "./drawing/draw-entities.ts";
import { entitySectionSchema } from "./drawing/entity-section.ts";
import type { EntitySection } from "./drawing/entity-section.ts";
import { entityFormula } from "./functions/describe.ts";
import { entitySpecSchema, parseEntitySpec } from "./functions/schema.ts";
import type { EntitySpec } from "./functions/spec.ts";
import { knownEntityAnswer } from "./known-answer.ts";
import { wordInputCheck } from "./opening/word-input-check.ts";
import type { WordTriplet } from "./problem.ts";
import { publicEntities } from "./public-category.ts";
import { releasedEntities } from "./released/released-entities.ts";
import { publishedEntityScorer } from "./scorers/published-scorer.ts";
import { soundEntityScorer } from "./scorers/sound-scorer.ts";

const tripletSchema: z.ZodType<WordTriplet> = z.strictObject({
  options: z.tuple([z.string(), z.string(), z.string()]),
  correct: z.union([z.literal(0), z.literal(1), z.literal(2)]),
  remarks: z.array(z.string()).exactOptional(),
});

/** Everything about synthetic neurons that respond to concepts. */
export const entities: Category = {
  ...publicEntities,
  specSchemas: [entitySpecSchema],
  parseSpec: parseEntitySpec,
  domainSchema: z.strictObject({
    kind: z.literal("entities"),
    initial: z.array(z.string()).max(50),
  }),
  testsSchema: z.strictObject({
    kind: z.literal("entities"),
    triplets: z.array(tripletSchema).min(1),
    hardTriplets: z.array(tripletSchema),
    hidden: z.int().positive(),
  }),
  sectionSchema: entitySectionSchema,
  normalSection: (section) => section,
  vocabulary: {},
  settingsOf: ({ tests }: EntitySection) => ({ entities: tests }),
  ordersAlone: false,
  withoutServices: (groups) => groups,
  drawing: drawEntities,
  open: wordInputCheck,
  isForeign: () => false,
  local: { tag: "excepted", noun: "local exception" },
  scorers: [publishedEntityScorer, soundEntityScorer],
  knownAnswer: knownEntityAnswer,
  formula: (spec: EntitySpec) => ({ text: entityFormula(spec), isProgram: false }),
  released: releasedEntities,
};
