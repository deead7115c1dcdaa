import * as z from "zod";
import { modelBackendSchema, parameterError } from "../../common/index.ts";
import { VERDICTS } from "./verdicts.ts";
import type { EntityException, EntitySpec, WordCondition } from "./spec.ts";

const MOST_NAME = 100;
/** Words that an exception may list. */
const MOST_WORDS = 64;

const text = z
  .string({ error: "a text" })
  .min(1, { error: "a text that is not empty" })
  .max(MOST_NAME, { error: `a text of at most ${MOST_NAME} characters` });
const letters = whole(1, MOST_NAME);

const conditionSchema: z.ZodType<WordCondition> = z.discriminatedUnion(
  "kind",
  [
    z.strictObject({
      kind: z.literal("starts-with"),
      letter: z.string({ error: "a letter" }).regex(/^[a-z]$/u, { error: "a letter from a to z" }),
    }),
    z.strictObject({ kind: z.literal("name") }),
    z.strictObject({ kind: z.literal("phrase") }),
    z.strictObject({ kind: z.literal("longer-than"), letters }),
    z.strictObject({ kind: z.literal("shorter-than"), letters }),
  ],
  { error: "a condition" },
);

const exceptionSchema: z.ZodType<EntityException> = z.discriminatedUnion(
  "kind",
  [
    z.strictObject({ kind: z.literal("silent"), when: conditionSchema }),
    z.strictObject({
      kind: z.literal("fires"),
      concept: text,
      words: z.array(text).min(1).max(MOST_WORDS),
    }),
  ],
  { error: "an exception" },
);

const backendSchema = z.discriminatedUnion(
  "name",
  [
    z.strictObject({ name: z.literal("lexicon"), version: text }),
    z.strictObject({ name: z.literal("embedding"), version: text }),
    modelBackendSchema(VERDICTS, text),
  ],
  { error: "a backend" },
);

/** The JSON of an entity; for data from outside prefer `parseEntitySpec`. */
export const entitySpecSchema: z.ZodType<EntitySpec> = z
  .strictObject({
    kind: z.literal("entity"),
    concepts: z
      .array(text)
      .min(1, { error: "at least one concept" })
      .max(2, { error: "at most two concepts" }),
    join: z.enum(["or", "and", "and-not"], { error: "or, and, and-not" }).exactOptional(),
    backend: backendSchema,
    noise: z
      .strictObject({
        distribution: z.enum(["normal", "uniform"]),
        scale: share(),
      })
      .exactOptional(),
    exception: exceptionSchema.exactOptional(),
    approximation: z.strictObject({ seed: text, strength: share() }).exactOptional(),
  })
  .superRefine(({ concepts, join }, context) => {
    if ((concepts.length === 2) !== (join !== undefined))
      context.addIssue({
        code: "custom",
        path: ["join"],
        message: "a join for two concepts, and none for one",
      });
    if (new Set(concepts).size < concepts.length)
      context.addIssue({ code: "custom", path: ["concepts"], message: "two different concepts" });
  })
  .superRefine(({ backend, noise, approximation }, context) => {
    if (backend.name !== "model") return;
    for (const [path, part] of Object.entries({ noise, approximation }))
      if (part !== undefined)
        context.addIssue({ code: "custom", path: [path], message: "only what the model gives" });
  })
  .meta({ id: "EntitySpec", description: "A synthetic neuron that responds to concepts." });

/** Reads an entity. Throws `bad-parameter`. */
export function parseEntitySpec(value: unknown): EntitySpec {
  const result = entitySpecSchema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  if (issue === undefined) throw result.error;
  throw parameterError(issue, value);
}

function whole(min: number, max: number): z.ZodType<number> {
  const error = `a whole number from ${min} to ${max}`;
  return z.number({ error }).int({ error }).min(min, { error }).max(max, { error });
}

function share(): z.ZodType<number> {
  const error = "a number above 0 and at most 1";
  return z.number({ error }).positive({ error }).max(1, { error });
}
