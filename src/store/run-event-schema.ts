import * as z from "zod";
import type { Interpretation, Note, QueryBatch, RunEvent, RunSummary } from "../contract/index.ts";
import {
  countSchema,
  itemSchema,
  jsonSchema,
  ordinalSchema,
  scoresSchema,
  timeSchema,
  usageSchema,
} from "./field-schemas.ts";
import { encodeLine } from "./line-codec.ts";
import { modelCallSchema } from "./model-record-schema.ts";
import { ownEvent } from "./own-event.ts";
import { confidenceSchema, failureSchema } from "./outcome-schema.ts";

const base = {
  version: z.literal(1).describe("Version of this format"),
  id: z
    .string()
    .min(1)
    .describe("<item>/<attempt>/<sequence> for what happens to an item, run/<sequence> otherwise"),
  at: timeSchema,
};

const itemBase = {
  ...base,
  item: itemSchema,
  attempt: ordinalSchema.describe("Which try this is, from 1"),
};

const inputSchema = z.union([z.number(), z.string(), z.array(z.number()), z.array(z.string())]);

const complexSchema = z.object({ re: z.number(), im: z.number() });

const queryBatchSchema: z.ZodType<QueryBatch> = z.object({
  inputs: z.array(inputSchema),
  outputs: z
    .array(z.union([z.number(), z.null(), z.string(), complexSchema]))
    .describe("outputs[i] answers inputs[i]; null where there was no value"),
  missing: z
    .array(
      z.object({
        kind: z.enum(["undefined", "refused", "budget-exhausted"]),
        reason: z.string(),
        indices: z.array(countSchema).describe("Which inputs, ascending"),
      }),
    )
    .describe("Why there was no value, each reason once"),
});

const noteSchema: z.ZodType<Note> = z.object({
  topic: z.string().describe("Kind of remark, such as `hypothesis`"),
  text: z.string(),
  data: jsonSchema.exactOptional(),
});

const codeSchema = z.object({
  language: z.enum(["javascript", "python"]),
  source: z.string(),
  entry: z.string().describe("Name of the function to call"),
});

const regionSchema = z.object({ from: z.number().nullable(), to: z.number().nullable() });

const interpretationSchema: z.ZodType<Interpretation> = z.object({
  description: z.string(),
  code: codeSchema.nullable(),
  regions: z
    .array(regionSchema)
    .describe("Stretches where the rule does not hold; null means unbounded"),
  noise: z
    .object({
      distribution: z.enum(["none", "normal", "uniform", "poisson", "other"]),
      scale: z.number().nullable(),
    })
    .nullable(),
  exceptions: z.array(z.string()),
  concepts: z.array(z.string()),
  join: z.enum(["or", "and", "and-not"]).exactOptional().describe("How two concepts are joined"),
  relation: z
    .object({ input: z.string(), output: z.string() })
    .exactOptional()
    .describe("What a relation takes and gives"),
  confidence: confidenceSchema,
  abstained: z.boolean(),
  raw: z.string().nullable().describe("The text that this was parsed from"),
});

const runSummarySchema: z.ZodType<RunSummary> = z
  .object({
    kind: z.enum(["ran", "not-loaded", "timed-out", "out-of-memory", "crashed", "no-sandbox"]),
    message: z.string().exactOptional(),
    nearLimit: z.literal(true).exactOptional().describe("More than half of its limit was spent"),
    values: countSchema,
    undefined: countSchema,
    invalid: countSchema,
    threw: countSchema,
  })
  .describe("What became of the code, in counts of outputs");

/** One line of `events.jsonl`. */
export const runEventSchema: z.ZodType<RunEvent> = z
  .discriminatedUnion("kind", [
    z.object({ ...base, kind: z.literal("run-started") }),
    z.object({
      ...base,
      kind: z.literal("run-resumed"),
      finished: countSchema.describe("Items that were already finished"),
      repairedBytes: countSchema.describe("Bytes of torn last lines that were cut off"),
    }),
    z.object({
      ...base,
      kind: z.literal("run-finished"),
      scored: countSchema,
      failed: countSchema,
    }),
    z.object({ ...itemBase, kind: z.literal("problem-started") }),
    z.object({
      ...itemBase,
      kind: z.literal("queries-answered"),
      round: ordinalSchema.describe("Which round of this item, from 1"),
      batch: queryBatchSchema,
    }),
    z.object({ ...itemBase, kind: z.literal("note-taken"), note: noteSchema }),
    z.object({ ...itemBase, kind: z.literal("model-called"), call: modelCallSchema }),
    z.object({
      ...itemBase,
      kind: z.literal("interpretation-given"),
      interpretation: interpretationSchema,
      usage: usageSchema,
    }),
    z.object({
      ...itemBase,
      kind: z.literal("code-ran"),
      purpose: z.string().describe("What the code was run for, such as `published`"),
      outcome: runSummarySchema,
    }),
    z.object({
      ...itemBase,
      kind: z.literal("scored"),
      scorer: z.string().describe("Scorer and its version, such as `numeric-published/1`"),
      scores: scoresSchema,
      parser: z
        .string()
        .exactOptional()
        .describe("What parsed an answer in Python: Python and its version, or `grammar`"),
    }),
    z.object({ ...itemBase, kind: z.literal("problem-failed"), failure: failureSchema }),
  ])
  .meta({
    title: "findbench run event",
    description:
      "One line of events.jsonl, the append-only record of a run. Readers ignore fields that they do not know.",
  });

/** Lines of events that were checked and are to be recorded. */
const checkedLines = new WeakMap<RunEvent, string>();

/** An event as it is recorded, a copy that nobody else holds. Throws `bad-data`. */
export function checkedEvent(event: RunEvent): RunEvent {
  const own = ownEvent(event);
  if (own !== null) {
    checkedLines.set(own, `${JSON.stringify(own)}\n`);
    return own;
  }
  const line = encodeLine(runEventSchema, event);
  // The line was made by the schema a moment ago.
  const copy = JSON.parse(line) as RunEvent;
  checkedLines.set(copy, line);
  return copy;
}

/** The line of an event; one that was checked is recorded as it was then. Throws `bad-data`. */
export function eventLine(event: RunEvent): string {
  return checkedLines.get(event) ?? encodeLine(runEventSchema, event);
}
