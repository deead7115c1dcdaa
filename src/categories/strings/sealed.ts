import { stringKinds } from "./functions/operations.ts";
import * as z from "zod";
import type { Category } from "../common/index.ts";
import { drawStrings } from "./drawing/string-problems.ts";
import { stringSectionSchema, withoutReleasedWeights } from "./drawing/string-section.ts";
import type { StringSection } from "./drawing/string-section.ts";
import { parseStringSpec } from "./functions/parse.ts";
import { renderText } from "./functions/render-text.ts";
import { stringSpecSchema } from "./functions/schema.ts";
import type { StringSpec } from "./functions/spec.ts";
import { knownStringAnswer } from "./known-answer.ts";
import { stringInputCheck } from "./opening/string-input-check.ts";
import type { TextPair, Triplet } from "./problem.ts";
import { publicStrings } from "./public-category.ts";
import { releasedStrings } from "./released/released-strings.ts";
import { publishedStringScorer } from "./scorers/published-scorer.ts";
import { soundStringScorer } from "./scorers/sound-scorer.ts";

const operations = { what: "operations", names: stringKinds };

const pairSchema: z.ZodType<TextPair> = z.strictObject({
  input: z.array(z.string()).min(1).max(2),
  output: z.string().nullable(),
});

const tripletSchema: z.ZodType<Triplet> = z.strictObject({
  options: z.tuple([pairSchema, pairSchema, pairSchema]),
  correct: z.union([z.literal(0), z.literal(1), z.literal(2)]),
});

/** Everything about string functions. */
export const strings: Category = {
  ...publicStrings,
  specSchemas: [stringSpecSchema],
  parseSpec: parseStringSpec,
  domainSchema: z.strictObject({ kind: z.literal("strings"), texts: z.int().min(1).max(2) }),
  testsSchema: z.strictObject({
    kind: z.literal("strings"),
    pairs: z.array(pairSchema).min(1),
    triplets: z.array(tripletSchema),
    hardTriplets: z.array(tripletSchema),
    hidden: z.int().positive(),
  }),
  sectionSchema: stringSectionSchema,
  normalSection: withoutReleasedWeights,
  vocabulary: { operations, inner: operations },
  settingsOf: ({ tests, weights }: StringSection) =>
    weights === undefined ? { strings: tests } : { strings: tests, weights },
  ordersAlone: false,
  withoutServices: (groups) => groups,
  drawing: drawStrings,
  open: stringInputCheck,
  isForeign: () => false,
  local: { tag: "excepted", noun: "local exception" },
  scorers: [publishedStringScorer, soundStringScorer],
  knownAnswer: knownStringAnswer,
  formula: (spec: StringSpec) => ({
    text: renderText(spec, "javascript").trimEnd(),
    isProgram: true,
  }),
  released: releasedStrings,
};
