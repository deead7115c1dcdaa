import * as z from "zod";
import { absoluteSchema } from "./absolute.ts";
import { ceilSchema } from "./ceil.ts";
import { constantSchema } from "./constant.ts";
import { cosineSchema } from "./cosine.ts";
import { floorSchema } from "./floor.ts";
import { gaussianSchema } from "./gaussian.ts";
import { leakyReluSchema } from "./leaky-relu.ts";
import { linearSchema } from "./linear.ts";
import { logarithmSchema } from "./logarithm.ts";
import { nonnegative, positive } from "./number-schema.ts";
import { polynomialSchema } from "./polynomial.ts";
import { rationalSchema } from "./rational.ts";
import { reciprocalSchema } from "./reciprocal.ts";
import { rectangleSchema } from "./rectangle.ts";
import { rootSchema } from "./root.ts";
import { sineSchema } from "./sine.ts";
import type { CorruptedRegion, Law, NumericSpec } from "./spec.ts";
import { squareWaveSchema } from "./square-wave.ts";
import { stepSchema } from "./step.ts";
import { tanhSchema } from "./tanh.ts";

/** Parts that a sum or a product may have. */
const MOST_PARTS = 16;

const sumSchema = z.strictObject({
  kind: z.literal("sum"),
  get terms() {
    return parts();
  },
});

const productSchema = z.strictObject({
  kind: z.literal("product"),
  get factors() {
    return parts();
  },
});

const composeSchema = z.strictObject({
  kind: z.literal("compose"),
  get outer(): z.ZodType<Law> {
    return lawSchema;
  },
  get inner(): z.ZodType<Law> {
    return lawSchema;
  },
});

const lawUnion = z
  .discriminatedUnion("kind", [
    absoluteSchema,
    ceilSchema,
    constantSchema,
    cosineSchema,
    floorSchema,
    gaussianSchema,
    leakyReluSchema,
    linearSchema,
    logarithmSchema,
    polynomialSchema,
    rationalSchema,
    reciprocalSchema,
    rectangleSchema,
    rootSchema,
    sineSchema,
    squareWaveSchema,
    stepSchema,
    tanhSchema,
    sumSchema,
    productSchema,
    composeSchema,
  ])
  .meta({ id: "NumericLaw", description: "A noise-free rule without exceptions." });

const lawSchema: z.ZodType<Law> = lawUnion;

const end = z.number({ error: "a finite number or null" }).nullable();

const replacementSchema = z.discriminatedUnion(
  "kind",
  [constantSchema, linearSchema, polynomialSchema],
  { error: "a replacement, one of constant, linear, polynomial" },
);

const regionSchema: z.ZodType<CorruptedRegion> = z
  .strictObject({ from: end, to: end, replacement: replacementSchema }, { error: "a region" })
  .refine(({ from, to }) => from === null || to === null || from <= to, {
    error: "a region whose `from` is not above its `to`",
  });

const corruptedSchema = z.strictObject({
  kind: z.literal("corrupted"),
  inner: lawSchema,
  regions: z
    .array(regionSchema, { error: "a list of regions" })
    .min(1, { error: "at least one region" })
    .refine(apart, { error: "regions from left to right that do not touch" }),
  spread: nonnegative,
  scatter: z.enum(["per-input", "per-call"], { error: '"per-input" or "per-call"' }),
});

const noisedSchema = z.strictObject({
  kind: z.literal("noised"),
  inner: z.discriminatedUnion("kind", [lawUnion, corruptedSchema]),
  distribution: z.enum(["normal", "uniform", "poisson"], {
    error: '"normal", "uniform" or "poisson"',
  }),
  scale: positive,
});

/**
 * The JSON of a numeric function. For data from outside prefer `parseNumericSpec`, which also
 * bounds the nesting and says what is wrong.
 */
export const numericSpecSchema: z.ZodType<NumericSpec> = z
  .discriminatedUnion("kind", [lawUnion, corruptedSchema, noisedSchema])
  .meta({ id: "NumericSpec", description: "A numeric function as data." });

function parts(): z.ZodType<readonly Law[]> {
  return z
    .array(lawSchema, { error: "a list of laws" })
    .min(2, { error: "at least two laws" })
    .max(MOST_PARTS, { error: `at most ${MOST_PARTS} laws` });
}

function apart(regions: readonly CorruptedRegion[]): boolean {
  return regions.every((region, i) => {
    const next = regions[i + 1];
    if (next === undefined) return true;
    return region.to !== null && next.from !== null && region.to < next.from;
  });
}
