import * as z from "zod";
import type { Outcome } from "../contract/index.ts";
import {
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

/** One line of `outcomes.jsonl`. */
export const outcomeSchema: z.ZodType<Outcome> = z
  .object({
    version: z.literal(1).describe("Version of this format"),
    item: itemSchema,
    attempt: ordinalSchema.describe("Which try this was, from 1"),
    category: z.enum(["numeric", "strings"]),
    role: roleSchema,
    tags: z.array(z.string()).describe("Groups of the problem to report by"),
    status: z.enum(["scored", "failed"]),
    failure: failureSchema.nullable(),
    scores: scoresSchema,
    scorers: z.array(z.string()).readonly(),
    usage: usageSchema,
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
