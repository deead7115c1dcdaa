import * as z from "zod";
import { BenchError } from "../core/index.ts";
import { atomKinds } from "../functions/index.ts";
import type { Atom } from "../functions/index.ts";

type Kind = Atom["kind"];

const weight = z.number().nonnegative();

/** Name → how often it is drawn, relative to the others; at least one is above 0. */
function weights<K extends string>(names: readonly K[]): z.ZodType<Partial<Record<K, number>>> {
  return z
    .partialRecord(z.enum(names), weight)
    .refine((table) => Object.values(table).some((w) => Number(w) > 0), "needs a weight above 0");
}

const kinds: z.ZodType<Partial<Record<Kind, number>>> = weights<Kind>(atomKinds);

const lawSchema = z.discriminatedUnion("structure", [
  z.strictObject({ structure: z.literal("simple"), families: kinds }),
  z.strictObject({
    structure: z.literal("composed"),
    operations: weights(["sum", "product", "compose"]),
    families: kinds,
  }),
]);

const corruptionSchema = z.strictObject({
  sides: weights(["inside", "below", "above"]),
  replacements: weights(["mean", "constant", "line", "polynomial"]),
  /** Standard deviation of the scatter around the replacement. */
  spread: z.number().nonnegative(),
  scatter: z.enum(["per-input", "per-call"]),
});

const noiseSchema = z.strictObject({
  distributions: weights(["normal", "uniform", "poisson"]),
  scale: z.number().positive(),
});

const base = { count: z.int().positive(), law: lawSchema };

const groupSchema = z.discriminatedUnion("variant", [
  z.strictObject({ ...base, variant: z.literal("plain") }),
  z.strictObject({ ...base, variant: z.literal("corrupted"), corruption: corruptionSchema }),
  z.strictObject({ ...base, variant: z.literal("noised"), noise: noiseSchema }),
]);

/** What a suite is made of, as data: groups of problems with exact counts, and how each is drawn. */
export const recipeSchema = z
  .strictObject({
    format: z.literal("findbench-recipe"),
    version: z.literal(1),
    name: z.string().regex(/^[a-z][a-z0-9-]{0,63}$/u),
    description: z.string(),
    /** Queries per problem unless the run says otherwise. */
    budget: z.int().positive().nullable(),
    numeric: z.strictObject({
      groups: z.array(groupSchema).min(1),
      /** Hidden test inputs per problem. */
      tests: z.strictObject({
        domain: z.int().positive(),
        region: z.int().positive(),
        outside: z.int().positive(),
      }),
    }),
  })
  .meta({
    title: "findbench recipe",
    description: "What a suite is made of: groups of problems with counts, and how each is drawn.",
  });

/** A recipe that was checked. */
export type Recipe = z.infer<typeof recipeSchema>;
/** Problems of one kind within a recipe. */
export type NumericGroup = Recipe["numeric"]["groups"][number];

/** A recipe from untrusted data; throws `bad-recipe` or, for a family that is not one, `unknown-family`. */
export function parseRecipe(value: unknown, origin: string): Recipe {
  const parsed = recipeSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue?.path.join(".") || "its top level";
  if (issue?.code === "unrecognized_keys" && issue.path.at(-1) === "families") {
    throw new BenchError(
      "unknown-family",
      `Expected families among ${atomKinds.join(", ")}; got ${issue.keys.join(", ")} at ${where} of ${origin}`,
      { data: { origin, path: where } },
    );
  }
  throw new BenchError(
    "bad-recipe",
    `Expected a recipe; ${origin} has at ${where}: ${issue?.message ?? "no object"}`,
    { data: { origin, path: where } },
  );
}

/** The recipe with its counts scaled to a total, shares kept as closely as whole numbers allow. */
export function withCount(recipe: Recipe, total: number): Recipe {
  const { groups } = recipe.numeric;
  const sum = groups.reduce((n, group) => n + group.count, 0);
  const exact = groups.map((group) => (group.count / sum) * total);
  const counts = exact.map(Math.floor);
  const missing = total - counts.reduce((a, b) => a + b, 0);
  // Largest remainders first (Hamilton's method); ties go to the earlier group.
  const order = exact
    .map((share, i) => ({ i, rest: share - Math.floor(share) }))
    .toSorted((a, b) => b.rest - a.rest || a.i - b.i);
  for (const { i } of order.slice(0, missing)) counts[i] = (counts[i] ?? 0) + 1;
  const kept = groups
    .map((group, i) => ({ ...group, count: counts[i] ?? 0 }))
    .filter((group) => group.count > 0);
  return { ...recipe, numeric: { ...recipe.numeric, groups: kept } };
}
