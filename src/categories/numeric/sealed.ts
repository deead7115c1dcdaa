import * as z from "zod";
import type { Category } from "../common/index.ts";
import { drawNumeric } from "./drawing/draft-numeric.ts";
import { numericSectionSchema } from "./drawing/numeric-section.ts";
import type { NumericGroup, NumericSection } from "./drawing/numeric-section.ts";
import { externalSchema } from "./functions/external/schema.ts";
import { isExternal, parseNumberSpec } from "./functions/number-spec.ts";
import type { NumberSpec } from "./functions/number-spec.ts";
import { atomKinds } from "./functions/families.ts";
import { render } from "./functions/render.ts";
import { numericSpecSchema } from "./functions/schema.ts";
import { knownNumericAnswer } from "./known-answer.ts";
import { numberInputCheck } from "./opening/number-input-check.ts";
import { ownNumericFunctions } from "./own-problem.ts";
import { publicNumeric } from "./public-category.ts";
import { releasedNumeric } from "./released/released-numeric.ts";
import { publishedNumericScorer } from "./scorers/published-scorer.ts";
import { soundNumericScorer } from "./scorers/sound-scorer.ts";

/** Everything about functions of numbers. */
export const numeric: Category = {
  ...publicNumeric,
  specSchemas: [numericSpecSchema, externalSchema],
  parseSpec: parseNumberSpec,
  domainSchema: z.strictObject({
    kind: z.literal("numeric"),
    arguments: z.array(z.strictObject({ from: z.number(), to: z.number() })).min(1),
  }),
  testsSchema: z.strictObject({
    kind: z.literal("numeric"),
    domain: z.int().positive(),
    region: z.int().positive(),
    outside: z.int().positive(),
  }),
  sectionSchema: numericSectionSchema,
  normalSection: (section) => section,
  vocabulary: { families: { what: "families", names: atomKinds } },
  settingsOf: ({ degenerate, tests }: NumericSection) => ({ degenerate, tests }),
  ordersAlone: true,
  withoutServices: (groups: readonly NumericGroup[]) =>
    groups.filter(({ network }) => network === undefined),
  drawing: drawNumeric,
  open: numberInputCheck,
  isForeign: isExternal,
  local: { tag: "corrupted", noun: "corrupted region" },
  scorers: [publishedNumericScorer, soundNumericScorer],
  knownAnswer: knownNumericAnswer,
  formula: (spec: NumberSpec) =>
    isExternal(spec)
      ? { text: spec.source.trimEnd(), isProgram: true }
      : { text: render(spec, "formula"), isProgram: false },
  ownFunctions: ownNumericFunctions,
  released: releasedNumeric,
};
