import { BenchError, identifier, sha256Hex } from "../core/index.ts";
import type { Problem, Region } from "../contract/index.ts";
import { describe, parseNumericSpec } from "../functions/index.ts";
import type { Law, NumericSpec } from "../functions/index.ts";
import { numericBriefing, tagsOf } from "../suite/index.ts";
import type { QuirkCode } from "./quirks.ts";
import { findDataFolder, readReleasedNumeric } from "./released-data.ts";
import type { ReleasedNumeric } from "./released-data.ts";
import { servedLaw } from "./served-law.ts";
import type { ReleasedVariant } from "./served-law.ts";

/** Queries per problem unless the run says otherwise. */
const BUDGET = 256;
/** Standard deviation of the released replacement around the mean. */
const RELEASED_SPREAD = 0.1;

const variants: Readonly<Record<string, ReleasedVariant>> = {
  "function_code.py": "plain",
  "corrupted_function_code.py": "corrupted",
  "noised_function_code.py": "noised",
  "load_mlp.py": "approximated",
};

/** What an import made of a released folder. */
export interface Imported {
  /** In an order that tells nothing about the kind. */
  readonly problems: readonly Problem<NumericSpec>[];
  /** Released functions that were left out, and why. */
  readonly leftOut: readonly { readonly id: string; readonly reason: string }[];
}

/**
 * The released numeric functions, each as the released code serves it. The seed decides noise and
 * scatter. Throws `data-missing` or `bad-data`.
 */
export async function importNumeric(folder: string, seed: string): Promise<Imported> {
  const released = await readReleasedNumeric(await findDataFolder(folder));
  const problems: Problem<NumericSpec>[] = [];
  const leftOut: { id: string; reason: string }[] = [];
  for (const record of released) {
    const made = importOne(record, seed);
    if (typeof made === "string") leftOut.push({ id: record.id, reason: made });
    else problems.push(made);
  }
  return { problems: problems.toSorted((a, b) => (a.id < b.id ? -1 : 1)), leftOut };
}

function importOne(released: ReleasedNumeric, seed: string): Problem<NumericSpec> | string {
  const variant = variants[released.servedBy];
  if (variant === undefined) return `served by ${released.servedBy}, which is not known`;
  if (variant === "approximated") return "served by a network, which is not supported yet";
  try {
    return problemOf(released, variant, seed);
  } catch (error) {
    if (error instanceof BenchError) return error.message;
    throw error;
  }
}

function problemOf(
  released: ReleasedNumeric,
  variant: "plain" | "corrupted" | "noised",
  seed: string,
): Problem<NumericSpec> {
  const { law, quirks } = servedLaw(released, variant);
  const wrapped = wrap(law, released, variant);
  const spec = parseNumericSpec(wrapped.spec);
  const id = identifier(`find/numeric/${released.id}`);
  return {
    id,
    category: "numeric",
    briefing: numericBriefing(BUDGET),
    truth: {
      id,
      seed: sha256Hex(`find/numeric/${released.id}/${seed}`).slice(0, 32),
      spec,
      description: describe(spec),
      tags: tagsOf(variant, released.structure, spec),
      tests: { kind: "numeric", domain: 1000, region: 200, outside: 200 },
      quirks: [...quirks, ...wrapped.quirks].toSorted(),
      provenance: {
        source: "find",
        officialId: released.id,
        servedBy: released.servedBy,
        metadata: released.metadata,
      },
    },
  };
}

function wrap(
  law: Law,
  { corruption, noise }: ReleasedNumeric,
  variant: "plain" | "corrupted" | "noised",
): { readonly spec: NumericSpec; readonly quirks: readonly QuirkCode[] } {
  switch (variant) {
    case "plain":
      return { spec: law, quirks: [] };
    case "corrupted": {
      const replacement = { kind: "constant", value: corruption.mean } as const;
      const regions = [{ ...regionOf(corruption), replacement }];
      return {
        spec: {
          kind: "corrupted",
          inner: law,
          regions,
          spread: RELEASED_SPREAD,
          scatter: "per-call",
        },
        quirks: ["mean-as-std"],
      };
    }
    case "noised":
      return {
        spec: { kind: "noised", inner: law, ...noise },
        quirks: noise.distribution === "poisson" ? ["poisson-shifts-mean"] : [],
      };
  }
}

function regionOf({ side, boundary }: ReleasedNumeric["corruption"]): Region {
  const [first, second] = boundary;
  switch (side) {
    case "inside":
      return { from: first ?? null, to: second ?? null };
    case "below":
      return { from: null, to: first ?? null };
    case "above":
      return { from: first ?? null, to: null };
  }
}
