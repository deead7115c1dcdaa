import { exp } from "../../../core/index.ts";
import { evaluate } from "../../../categories/numeric/index.ts";
import type { Law } from "../../../categories/numeric/index.ts";
import type { Noise } from "./noise.ts";
import type { Sample } from "./sample.ts";

/** A law with its noise, and how it stands. */
export interface Hypothesis {
  readonly family: string;
  readonly law: Law;
  readonly noise: Noise;
  /** ln of its probability, up to a number that all hypotheses share. */
  readonly score: number;
  /** ln of how many laws of its shape stand about as well. */
  readonly room: number;
}

/** A noise, and ln of its probability before anything was asked. */
export interface NoiseCandidate {
  readonly noise: Noise;
  readonly prior: number;
}

/** Answers less the law, its real part. */
export function residualsOf(law: Law, { xs, ys }: Sample): Float64Array {
  const values = evaluate(law, xs).re;
  return ys.map((y, i) => y - (values[i] ?? NaN));
}

/** How much each family's laws weigh together, the heaviest first; shares that sum to 1. */
export function familyShares(
  hypotheses: readonly Hypothesis[],
): readonly (readonly [string, number])[] {
  const top = Math.max(...hypotheses.map(({ score, room }) => score + room));
  const sums = new Map<string, number>();
  const best = new Map<string, number>();
  for (const { family, score, room } of hypotheses) {
    sums.set(family, (sums.get(family) ?? 0) + exp(score - top));
    best.set(family, Math.max(best.get(family) ?? 0, exp(score + room - top)));
  }
  const masses = [...sums].map(
    ([family, sum]) => [family, Math.max(sum, best.get(family) ?? 0)] as const,
  );
  const total = masses.reduce((sum, [, mass]) => sum + mass, 0);
  return masses
    .map(([family, mass]) => [family, mass / total] as const)
    .toSorted(([, a], [, b]) => b - a);
}

/** The shares of hypotheses among themselves; they sum to 1. */
export function sharesOf(hypotheses: readonly Hypothesis[]): readonly number[] {
  const top = Math.max(...hypotheses.map(({ score }) => score));
  const masses = hypotheses.map(({ score }) => exp(score - top));
  const total = masses.reduce((sum, mass) => sum + mass, 0);
  return masses.map((mass) => mass / total);
}
