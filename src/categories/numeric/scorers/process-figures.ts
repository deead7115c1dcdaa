import type { Input, Region, Scores } from "../../../contract/index.ts";
import { scored } from "../../../scoring/index.ts";
import { clippedUnion } from "./intervals.ts";
import type { Stretch } from "./intervals.ts";

/** How a black box was questioned. */
export interface Questioning {
  readonly domain: Stretch;
  /** The true regions. */
  readonly regions: readonly Region[];
  /** The inputs that were answered, round by round. */
  readonly rounds: readonly (readonly Input[])[];
}

const BINS = 64;

/**
 * Coverage: the share of 64 equal bins of the domain that were visited. Where anything was asked:
 * the share of queries that repeat an earlier one, and for a corrupted function the share that lies
 * in a true region.
 */
export function processFigures({ domain, regions, rounds }: Questioning): Scores {
  const inputs = rounds.flat().filter((input) => typeof input === "number");
  const coverage = new Set(inputs.flatMap((x) => binOf(x, domain))).size / BINS;
  if (inputs.length === 0) return { "process.coverage": scored(coverage) };
  const repeated = inputs.length - new Set(inputs).size;
  const stretches = clippedUnion(regions, domain);
  const inside = inputs.filter((x) => stretches.some(({ from, to }) => x >= from && x <= to));
  return {
    "process.coverage": scored(coverage),
    "process.repeated": scored(repeated / inputs.length),
    ...(stretches.length === 0 ? {} : { "process.inside": scored(inside.length / inputs.length) }),
  };
}

/** The number of a point's bin; none outside the domain, whose right end is in the last bin. */
function binOf(x: number, { from, to }: Stretch): number[] {
  if (!(x >= from && x <= to)) return [];
  return [Math.min(BINS - 1, Math.floor(((x - from) / (to - from)) * BINS))];
}
