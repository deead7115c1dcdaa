import * as z from "zod";
import { BenchError } from "../core/index.ts";
import { atomKinds } from "../functions/index.ts";
import type { Atom } from "../functions/index.ts";

type Kind = Atom["kind"];

/** Problems that a suite may have. */
export const MOST_PROBLEMS = 10_000_000;
/** Bounded so that sums of weights stay finite. */
const weight = z.number().nonnegative().max(1e6);

/** Name → how often it is drawn, relative to the others; at least one is above 0. */
function weights<K extends string>(names: readonly K[]): z.ZodType<Partial<Record<K, number>>> {
  return z
    .partialRecord(z.enum(names), weight)
    .refine((table) => Object.values(table).some((w) => Number(w) > 0), "needs a weight above 0");
}

const kinds: z.ZodType<Partial<Record<Kind, number>>> = weights<Kind>(atomKinds);

const operations = weights(["sum", "product", "compose"]);

const lawSchema = z.discriminatedUnion("structure", [
  /** One family. */
  z.strictObject({ structure: z.literal("simple"), families: kinds }),
  /** Families joined by operations, nested to a depth; 2 joins two of them. */
  z.strictObject({
    structure: z.literal("composed"),
    operations,
    families: kinds,
    depth: z.int().min(2).max(4),
  }),
  /** One family whose middle lies elsewhere than at 0. */
  z.strictObject({ structure: z.literal("shifted"), families: kinds }),
  /** Families that take turns along x. */
  z.strictObject({ structure: z.literal("piecewise"), families: kinds }),
  /** A law of several arguments; `arguments` says how many, by weight. */
  z.strictObject({
    structure: z.literal("several"),
    arguments: weights(["2", "3"]),
    operations,
    families: kinds,
  }),
]);

const range = z
  .strictObject({ from: z.number(), to: z.number() })
  .refine(({ from, to }) => from <= to, "needs `from` ≤ `to`");

const networkSchema = z.strictObject({
  width: z.int().min(1).max(1024),
  depth: z.union([z.literal(1), z.literal(2)]),
  learningRate: z.number().positive(),
  epochs: z.int().positive(),
  points: z.int().min(2),
});

const corruptionSchema = z.strictObject({
  sides: weights(["inside", "below", "above"]),
  replacements: weights(["mean", "constant", "line", "polynomial"]),
  /** Standard deviation of the scatter around the replacement. */
  spread: z.number().nonnegative().max(1e6),
  scatter: z.enum(["per-input", "per-call"]),
  /** How many regions there are inside; one below or above. */
  regions: z.int().min(1).max(5),
  /** How wide a region inside is. */
  width: range,
});

const noiseSchema = z
  .strictObject({
    distributions: weights(["normal", "uniform", "poisson"]),
    scale: z.number().positive().max(1e6),
    /** The scale at x is scale·(1 + growth·|x|). */
    growth: z.number().nonnegative().max(1),
  })
  // A draw takes as many steps as its mean.
  .refine(({ distributions, scale }) => scale <= 1000 || !Number(distributions.poisson), {
    error: "needs a scale of at most 1000 for Poisson noise",
  });

/** A wrapper that is not there is left out; without any the group is plain. */
const groupSchema = z.strictObject({
  count: z.int().positive(),
  law: lawSchema,
  network: networkSchema.exactOptional(),
  corruption: corruptionSchema.exactOptional(),
  noise: noiseSchema.exactOptional(),
});

function total(groups: readonly { readonly count: number }[]): number {
  return groups.reduce((sum, { count }) => sum + count, 0);
}

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
      groups: z
        .array(groupSchema)
        .min(1)
        .max(1000)
        .refine((groups) => total(groups) <= MOST_PROBLEMS, {
          error: `needs counts of at most ${MOST_PROBLEMS} in all`,
        }),
      /** What to do with draws that cannot be told from something simpler: see `degeneracies`. */
      degenerate: z.enum(["reject", "tag"]),
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

/** The recipe without the groups whose problems need a network trained. */
export function withoutNetworks(recipe: Recipe): Recipe {
  const groups = recipe.numeric.groups.filter(({ network }) => network === undefined);
  return { ...recipe, numeric: { ...recipe.numeric, groups } };
}

/** How many problems a recipe has in all. */
export function problemCount(recipe: Recipe): number {
  return total(recipe.numeric.groups);
}

/**
 * The recipe with its counts scaled to a total, shares kept as closely as whole numbers allow.
 * Throws `bad-argument` for a total that no suite can have.
 */
export function withCount(recipe: Recipe, wanted: number): Recipe {
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > MOST_PROBLEMS)
    throw new BenchError(
      "bad-argument",
      `Expected a count of problems from 1 to ${MOST_PROBLEMS}; got ${wanted}; give such a count, or draw several suites`,
      { data: { count: wanted } },
    );
  const { groups } = recipe.numeric;
  const sum = total(groups);
  const exact = groups.map((group) => (group.count / sum) * wanted);
  const counts = exact.map(Math.floor);
  const missing = wanted - counts.reduce((a, b) => a + b, 0);
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
