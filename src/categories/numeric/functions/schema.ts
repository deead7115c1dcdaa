import * as z from "zod";
import { constant } from "./constant.ts";
import { families } from "./families.ts";
import { linear } from "./linear.ts";
import { approximatedSchemaOf } from "./network-schema.ts";
import { finite, MOST_POISSON, noiseGrowth, noiseScale, nonnegative } from "./number-schema.ts";
import { polynomial } from "./polynomial.ts";
import type { CorruptedRegion, Law, NumericSpec, Piece } from "./spec.ts";

/** Parts that a sum or a product may have. */
const MOST_PARTS = 16;
/** Arguments that a function may have. */
const MOST_ARGUMENTS = 16;

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

const pieceSchema: z.ZodType<Piece> = z.strictObject(
  {
    upTo: finite.nullable(),
    get law(): z.ZodType<Law> {
      return lawSchema;
    },
  },
  { error: "a piece" },
);

const piecewiseSchema = z.strictObject({
  kind: z.literal("piecewise"),
  pieces: z
    .array(pieceSchema, { error: "a list of pieces" })
    .min(2, { error: "at least two pieces" })
    .max(MOST_PARTS, { error: `at most ${MOST_PARTS} pieces` })
    .refine(ascend, { error: "pieces whose ends ascend, the last one without an end" }),
});

const argumentIndex = `a whole number from 0 to ${MOST_ARGUMENTS - 1}`;

const argumentSchema = z.strictObject({
  kind: z.literal("argument"),
  index: finite
    .int({ error: argumentIndex })
    .min(0, { error: argumentIndex })
    .max(MOST_ARGUMENTS - 1, { error: argumentIndex }),
});

// There is always a first one, which types of lists do not say.
const [firstAtom = argumentSchema, ...otherAtoms] = families
  .toSorted((a, b) => (a.kind < b.kind ? -1 : 1))
  .map(({ schema }) => schema);

const lawUnion = z
  .discriminatedUnion("kind", [
    firstAtom,
    ...otherAtoms,
    argumentSchema,
    sumSchema,
    productSchema,
    composeSchema,
    piecewiseSchema,
  ])
  .meta({ id: "NumericLaw", description: "A noise-free rule without exceptions." });

const lawSchema: z.ZodType<Law> = lawUnion;

const approximatedSchema = approximatedSchemaOf(lawSchema);

const end = z.number({ error: "a finite number or null" }).nullable();

const replacementSchema = z.discriminatedUnion(
  "kind",
  [constant.schema, linear.schema, polynomial.schema],
  { error: "a replacement, one of constant, linear, polynomial" },
);

const regionSchema: z.ZodType<CorruptedRegion> = z
  .strictObject({ from: end, to: end, replacement: replacementSchema }, { error: "a region" })
  .refine(({ from, to }) => from === null || to === null || from <= to, {
    error: "a region whose `from` is not above its `to`",
  });

const corruptedSchema = z.strictObject({
  kind: z.literal("corrupted"),
  inner: z.discriminatedUnion("kind", [lawUnion, approximatedSchema]),
  regions: z
    .array(regionSchema, { error: "a list of regions" })
    .min(1, { error: "at least one region" })
    .refine(apart, { error: "regions from left to right that do not touch" }),
  spread: nonnegative,
  scatter: z.enum(["per-input", "per-call"], { error: '"per-input" or "per-call"' }),
});

const noisedSchema = z
  .strictObject({
    kind: z.literal("noised"),
    inner: z.discriminatedUnion("kind", [lawUnion, approximatedSchema, corruptedSchema]),
    distribution: z.enum(["normal", "uniform", "poisson"], {
      error: '"normal", "uniform" or "poisson"',
    }),
    scale: noiseScale,
    growth: noiseGrowth.exactOptional(),
  })
  .refine(({ distribution, scale }) => distribution !== "poisson" || scale <= MOST_POISSON, {
    path: ["scale"],
    error: `a number of at most ${MOST_POISSON} for Poisson noise`,
  });

/**
 * The JSON of a numeric function. For data from outside prefer `parseNumericSpec`, which also
 * bounds the nesting and says what is wrong.
 */
export const numericSpecSchema: z.ZodType<NumericSpec> = z
  .discriminatedUnion("kind", [lawUnion, approximatedSchema, corruptedSchema, noisedSchema])
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

function ascend(pieces: readonly Piece[]): boolean {
  return pieces.every(({ upTo }, i) => {
    const next = pieces[i + 1];
    if (next === undefined || upTo === null) return next === undefined && upTo === null;
    return next.upTo === null || upTo < next.upTo;
  });
}
