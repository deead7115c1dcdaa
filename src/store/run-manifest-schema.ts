import * as z from "zod";
import type { RunManifest } from "../contract/index.ts";
import {
  countSchema,
  hashSchema,
  jsonObjectSchema,
  limitSchema,
  ordinalSchema,
  roleSchema,
  shortHashSchema,
  timeSchema,
} from "./field-schemas.ts";

const runSuiteSchema = z.object({
  name: z.string(),
  path: z.string().describe("Path from the run's folder to the suite's"),
  hash: hashSchema.describe("SHA-256 of the suite"),
  problems: z
    .array(z.string())
    .nullable()
    .describe("Ids of the problems that the run covers; null means all"),
  count: countSchema.describe("How many problems that are"),
  total: countSchema.describe("How many problems the whole suite has"),
});

const runInterpreterSchema = z.object({
  id: z.string(),
  configuration: jsonObjectSchema,
  hash: shortHashSchema.describe("Hash of the configuration"),
  role: roleSchema,
  path: z.string().exactOptional().describe("Path from the run's folder to its recorded answers"),
  program: z
    .object({
      folder: z.string().describe("Path from the run's folder to the one that it is started in"),
      paths: z.array(z.string()).describe("What it is shown beside its own folder"),
    })
    .exactOptional()
    .describe("Where a program is started that contends"),
});

const givenPrice = {
  input: z.number().nonnegative(),
  output: z.number().nonnegative(),
  cached: z
    .number()
    .nonnegative()
    .nullable()
    .describe("Input from the provider's cache; null means as any other"),
};

function eachOnce(names: readonly string[]): boolean {
  return new Set(names).size === names.length;
}

/** What `run.json` holds. */
export const runManifestSchema: z.ZodType<RunManifest> = z
  .object({
    format: z.literal("findbench-run"),
    version: z.literal(1).describe("Version of this format"),
    id: z.string().min(1).describe("Equal for runs that are made of the same"),
    findbench: z.string().describe("Version of the package that wrote it"),
    node: z
      .string()
      .exactOptional()
      .describe("Version of Node that it was begun on; not a part of what the run is"),
    createdAt: timeSchema,
    seed: z.string(),
    suites: z
      .array(runSuiteSchema)
      .refine((suites) => eachOnce(suites.map(({ hash }) => hash)), "Expected each suite once"),
    interpreters: z
      .array(runInterpreterSchema)
      .refine((rows) => eachOnce(rows.map(({ id }) => id)), "Expected each interpreter once"),
    budget: limitSchema.describe("Queries per problem; null means unlimited"),
    rounds: limitSchema.describe("Rounds per problem; null means unlimited"),
    epochs: ordinalSchema.describe("Repeats of each piece of work"),
    metrics: z
      .array(z.string().regex(/^[a-z][a-z0-9-]*$/u))
      .min(1)
      .refine(eachOnce, "Expected each family once")
      .describe("What answers are scored by"),
    models: z
      .object({
        costLimit: z.number().positive().nullable().describe("US dollars; null means no limit"),
        offline: z.boolean().describe("Nothing is sent; recorded replies are given back"),
        price: z
          .object(givenPrice)
          .exactOptional()
          .describe("US dollars for a million tokens, as whoever began the run gave them"),
        prices: z
          .array(z.object({ model: z.string(), ...givenPrice }))
          .refine(
            (prices) => eachOnce(prices.map(({ model }) => model)),
            "Expected each model once",
          )
          .exactOptional()
          .describe("The same for each of several models"),
        backends: z
          .array(
            z.object({
              model: z.string().describe("provider/name"),
              prompt: z.string().describe("Name and version of the prompt"),
              way: z
                .enum(["log-probabilities", "frequency", "verdict", "text"])
                .describe("How an answer is had of its replies"),
              samples: z.int().positive().exactOptional().describe("Replies of a frequency"),
            }),
          )
          .exactOptional()
          .describe("The models that stand for functions of the suites"),
      })
      .exactOptional()
      .describe("How language models are called"),
    items: countSchema.describe("Pieces of work that the whole run has"),
  })
  .meta({
    title: "findbench run manifest",
    description:
      "run.json of a run folder: what the run is made of, written once before any work. Readers ignore fields that they do not know.",
  });
