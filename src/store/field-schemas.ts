import * as z from "zod";
import type { Item, Json, Score, Usage } from "../contract/index.ts";
import { isJson, isJsonObject } from "./is-json.ts";

// Reading is loose (fields that are not known here are dropped), writing is strict (`encodeLine`).

/** A whole number that counts something, from 0. */
export const countSchema = z.int().min(0);

/** A whole number that counts repeats or tries, from 1. */
export const ordinalSchema = z.int().min(1);

/** A time as ISO 8601, with a zone. */
export const timeSchema = z.iso
  .datetime({ offset: true })
  .describe("ISO 8601; left out of every comparison");

/** SHA-256 as 64 lower-case hexadecimal digits. */
export const hashSchema = z.string().regex(/^[0-9a-f]{64}$/);

/** The first 16 digits of such a hash. */
export const shortHashSchema = z.string().regex(/^[0-9a-f]{16}$/);

/** Any JSON value. */
export const jsonSchema = z.custom<Json>((value) => isJson(value), "Expected a JSON value");

/** A JSON object with any content. */
export const jsonObjectSchema = z
  .custom<{ readonly [key: string]: Json }>(isJsonObject, "Expected a JSON object")
  .meta({ type: "object" });

/** Number of queries or rounds; `null` means unlimited. */
export const limitSchema = countSchema.nullable();

/** Who stands for a row: a method under test, or one that the run adds from the truth. */
export const roleSchema = z.enum(["contestant", "reference"]);

/** One piece of work. */
export const itemSchema: z.ZodType<Item> = z
  .object({
    suite: hashSchema.describe("SHA-256 of the suite"),
    problem: z.string(),
    interpreter: z.string(),
    configuration: shortHashSchema.describe("Hash of the interpreter's configuration"),
    epoch: ordinalSchema.describe("Which repeat of the same work, from 1"),
  })
  .describe("One piece of work: an interpreter on a problem, once");

/** What was spent on a black box. */
export const usageSchema: z.ZodType<Usage> = z
  .object({
    queries: countSchema.describe("Inputs answered with a value or `undefined`; repeats count"),
    rounds: countSchema.describe("Batches in which at least one query was answered"),
  })
  .describe("What was spent on the black box");

/** Why a score could not be given. */
export const unscoredReasons = [
  "abstained",
  "code-crashed",
  "code-not-loaded",
  "code-out-of-memory",
  "code-threw",
  "code-timed-out",
  "code-unparsable",
  "constant-truth",
  "law-not-learned",
  "no-code",
  "no-law",
  "no-lookup",
  "no-sandbox",
  "no-such-input",
  "not-stated",
  "output-not-a-number",
  "published-undefined",
  "stateful",
  "zero-energy",
] as const;

const unscoredReasonSchema = z.enum(unscoredReasons);

const scorerSchema = z
  .string()
  .exactOptional()
  .describe("The scorer that gave it, with its version; absent in older records");

const scoreSchema: z.ZodType<Score> = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("scored"), value: z.number(), scorer: scorerSchema }),
  z.object({
    kind: z.literal("unscored"),
    reason: unscoredReasonSchema,
    detail: z.string().exactOptional(),
    scorer: scorerSchema,
  }),
]);

/** Scores by the metric's name. */
export const scoresSchema = z
  .record(z.string(), scoreSchema)
  .describe("Scores by the metric's name; an unscored one says why, and is never zero");
