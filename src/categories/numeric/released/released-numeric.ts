import { stat } from "node:fs/promises";
import { join } from "node:path";
import { BenchError, identifier, sha256Hex } from "../../../core/index.ts";
import type { Region } from "../../../contract/index.ts";
import { describe } from "../functions/describe.ts";
import { parseNumericSpec } from "../functions/parse.ts";
import type { Law, NumericSpec } from "../functions/spec.ts";
import { canaryOf } from "../../common/index.ts";
import { numericBriefing } from "../problem.ts";
import { tagsOf } from "../drawing/tags.ts";
import { numericQuirks } from "./quirks.ts";
import type { QuirkCode } from "./quirks.ts";
import type { Imported, ImportParts, Released } from "../../common/index.ts";
import type { NumericProblem } from "../problem.ts";
import { readReleasedNumeric } from "./released-data.ts";
import type { ReleasedNumeric } from "./released-data.ts";
import { releasedNetwork, retrainedNetwork } from "./released-network.ts";
import { RELEASED_BUDGET, SUITE_NAME } from "../../common/index.ts";
import { servedLaw } from "./served-law.ts";
import type { ReleasedVariant } from "./served-law.ts";

/** Standard deviation of the released replacement around the mean. */
const RELEASED_SPREAD = 0.1;
/** Networks that are trained at the same time, at most. */
const AHEAD = 16;

const variants: Readonly<Record<string, ReleasedVariant>> = {
  "function_code.py": "plain",
  "corrupted_function_code.py": "corrupted",
  "noised_function_code.py": "noised",
  "load_mlp.py": "approximated",
};

/**
 * The released numeric functions, each as the released code serves it; a network whose released
 * weights are missing is trained anew. What is of a kind that is not known is left out; a record
 * that is broken is `bad-data`, told before any network is trained. Throws `data-missing` as well.
 */
async function importNumeric(options: ImportParts): Promise<Imported> {
  const { folder } = options;
  const released = await readReleasedNumeric(folder);
  const leftOut = released
    .filter(({ servedBy }) => variants[servedBy] === undefined)
    .map(({ id, servedBy }) => ({ id, reason: `served by ${servedBy}, which is not known` }));
  const supported = released.map(prepare).filter((each) => each !== null);
  const problems: NumericProblem<NumericSpec>[] = [];
  let done = leftOut.length;
  const importNext = async (rest: Iterator<Prepared>): Promise<void> => {
    for (let next = rest.next(); next.done !== true; next = rest.next()) {
      options.signal.throwIfAborted();
      problems.push(await finish(next.value, options));
      done += 1;
      options.onProgress?.(done, released.length);
    }
  };
  const rest = supported[Symbol.iterator]();
  await Promise.all(Array.from({ length: AHEAD }, () => importNext(rest)));
  return {
    problems: problems.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    leftOut: leftOut.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

/** A released function whose record is known to be whole. */
interface Prepared {
  readonly released: ReleasedNumeric;
  readonly law: Law;
  readonly quirks: readonly QuirkCode[];
  /** `null` for a network, which is read or trained later. */
  readonly spec: NumericSpec | null;
}

/** `null` for a function of a kind that is not known; throws `bad-data`. */
function prepare(released: ReleasedNumeric): Prepared | null {
  const variant = variants[released.servedBy];
  if (variant === undefined) return null;
  try {
    const { law, quirks } = servedLaw(released, variant);
    const wrapped = wrap(law, released, variant);
    const spec = parseNumericSpec(wrapped.spec);
    const all = [...quirks, ...wrapped.quirks];
    return { released, law, quirks: all, spec: variant === "approximated" ? null : spec };
  } catch (error) {
    if (!(error instanceof BenchError)) throw error;
    throw new BenchError(
      "bad-data",
      `Expected a whole record of ${released.id}; got one refused for «${error.message}»; take a copy of the release that is whole`,
      { data: { id: released.id }, cause: error },
    );
  }
}

async function finish(
  { released, law, quirks, spec }: Prepared,
  { folder, seed, approximate }: ImportParts,
): Promise<NumericProblem<NumericSpec>> {
  if (spec !== null) return problemOf(released, spec, quirks, seed);
  const weights = join(folder, "numeric", released.id, "mlp_approx_model.pt");
  if (await stat(weights).catch(() => null))
    return problemOf(
      released,
      await releasedNetwork(law, released.domain, weights),
      [...quirks, "network-domain"],
      seed,
    );
  const network = await retrainedNetwork(law, released, seed, approximate);
  return problemOf(released, network, [...quirks, "network-domain", "network-retrained"], seed);
}

function problemOf(
  released: ReleasedNumeric,
  spec: NumericSpec,
  quirks: readonly QuirkCode[],
  seed: string,
): NumericProblem<NumericSpec> {
  const id = identifier(`find/numeric/${released.id}/${seed}`);
  return {
    id,
    category: "numeric",
    briefing: numericBriefing(RELEASED_BUDGET),
    truth: {
      id,
      seed: sha256Hex(`find/numeric/${released.id}/${seed}`).slice(0, 32),
      spec: parseNumericSpec(spec),
      description: describe(spec),
      tags: tagsOf(spec, released.structure),
      tests: { kind: "numeric", domain: 1000, region: 200, outside: 200 },
      quirks: quirks.toSorted(),
      provenance: {
        source: "find",
        officialId: released.id,
        servedBy: released.servedBy,
        metadata: released.metadata,
      },
      canary: canaryOf(SUITE_NAME, seed),
    },
  };
}

interface Wrapped {
  readonly spec: NumericSpec;
  readonly quirks: readonly QuirkCode[];
}

function wrap(law: Law, { corruption, noise }: ReleasedNumeric, variant: ReleasedVariant): Wrapped {
  switch (variant) {
    case "plain":
    case "approximated":
      return { spec: law, quirks: [] };
    case "corrupted": {
      const replacement = { kind: "constant", value: corruption.mean } as const;
      const regions = [{ ...regionOf(corruption), replacement }];
      const scattered = { spread: RELEASED_SPREAD, scatter: "per-call" } as const;
      return {
        spec: { kind: "corrupted", inner: law, regions, ...scattered },
        quirks: ["mean-as-std"],
      };
    }
    case "noised":
      return {
        spec: { kind: "noised", inner: law, ...noise, growth: 0 },
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

/** The released functions of numbers. */
export const releasedNumeric: Released = {
  mark: ["numeric", "data.json"],
  quirks: numericQuirks,
  import: importNumeric,
};
