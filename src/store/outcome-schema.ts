import * as z from "zod";
import type { ModelUse, Outcome } from "../contract/index.ts";
import {
  countSchema,
  itemSchema,
  ordinalSchema,
  roleSchema,
  scoresSchema,
  timeSchema,
  usageSchema,
} from "./field-schemas.ts";

/** Why an item has no interpretation. */
export const failureSchema = z
  .object({
    code: z.string().describe("Code of the fault, `interpreter-threw` or `interpreter-timed-out`"),
    message: z.string(),
  })
  .describe("Why the item has no interpretation");

/** Stated probability of being right; `null` where none was stated. */
export const confidenceSchema = z
  .number()
  .min(0)
  .max(1)
  .nullable()
  .describe("Stated probability that the answer is right; null where none was stated");

const tokensSchema = countSchema.nullable().describe("Tokens; null means not known of every call");
const dollarsSchema = z.number().min(0).nullable();

const modelUseSchema: z.ZodType<ModelUse> = z
  .object({
    calls: countSchema,
    input: tokensSchema,
    cached: tokensSchema,
    output: tokensSchema,
    cost: dollarsSchema.describe("US dollars by the provider's prices; null means not known"),
    paid: dollarsSchema.describe(
      "US dollars paid for these calls, in whichever session of the run",
    ),
    served: z
      .array(z.string())
      .exactOptional()
      .describe("Models that the provider says answered, each once"),
  })
  .describe("What a language model was asked for it");

/** One line of `outcomes.jsonl`. */
export const outcomeSchema: z.ZodType<Outcome> = z
  .object({
    version: z.literal(1).describe("Version of this format"),
    item: itemSchema,
    attempt: ordinalSchema.describe("Which try this was, from 1"),
    category: z.string().regex(/^[a-z][a-z0-9-]{0,63}$/u),
    role: roleSchema,
    tags: z
      .array(z.string())
      .exactOptional()
      .describe(
        "Groups of the problem; only in older records, since they tell of the sealed truth",
      ),
    status: z.enum(["scored", "failed"]),
    failure: failureSchema.nullable(),
    scores: scoresSchema,
    scorers: z
      .array(z.string())
      .readonly()
      .describe("The scorers that gave the scores, each once, with their versions"),
    usage: usageSchema,
    model: modelUseSchema.exactOptional(),
    confidence: confidenceSchema,
    abstained: z.boolean(),
    milliseconds: z
      .number()
      .min(0)
      .describe("From the interpreter's call to its answer, scoring not counted"),
    at: timeSchema,
  })
  .meta({
    title: "findbench outcome",
    description:
      "One line of outcomes.jsonl, left by a finished item; a later line on the same item replaces an earlier one. Readers ignore fields that they do not know.",
  });
