import { BenchError } from "../../../core/index.ts";
import type { Chance, Draws } from "../../../core/index.ts";
import { familyOf } from "./families.ts";
import type { Approximated, Atom, Compose, Corrupted, Law, Noised, Product, Sum } from "./spec.ts";

/** How laws are put together. */
export type Operation = "sum" | "product" | "compose";

/** The kind and size of noise. */
export interface NoiseOptions {
  readonly distribution: Noised["distribution"];
  /** Standard deviation, half-width or mean; > 0. */
  readonly scale: number;
  /** The scale at x is scale·(1 + growth·|x|); ≥ 0, and 0 where left out. */
  readonly growth?: number;
}

/** Draws an atom with parameters in the ranges of its family, for the released ones as released. */
export function sampleAtom(kind: Atom["kind"], chance: Draws): Atom {
  return familyOf(kind).sample(chance);
}

/**
 * Draws the atoms of a composition, each from a stream of its own; of `compose` the outermost comes
 * first. Throws `bad-argument` for fewer than two kinds.
 */
export function sampleComposition(
  operation: Operation,
  kinds: readonly Atom["kind"][],
  chance: Chance,
): Sum | Product | Compose {
  const parts: readonly Law[] = kinds.map((kind, i) => sampleAtom(kind, chance.fork("part", i)));
  return joined(operation, parts);
}

/** Wraps a rule in noise. Takes chance as every sampler does; nothing is left to it today. */
export function sampleNoise(
  inner: Law | Approximated | Corrupted,
  _chance: Draws,
  { distribution, scale, growth = 0 }: NoiseOptions,
): Noised {
  const noised = { kind: "noised", inner, distribution, scale } as const;
  return growth === 0 ? noised : { ...noised, growth };
}

/** Laws joined by an operation; of `compose` the outermost comes first. Throws `bad-argument` for fewer than two. */
export function joined(operation: Operation, parts: readonly Law[]): Sum | Product | Compose {
  const [outer, ...inner] = parts;
  if (outer === undefined || inner.length === 0) {
    throw new BenchError(
      "bad-argument",
      `Expected at least two kinds to compose; got ${parts.length}; name one more`,
    );
  }
  switch (operation) {
    case "sum":
      return { kind: "sum", terms: parts };
    case "product":
      return { kind: "product", factors: parts };
    case "compose":
      return { kind: "compose", outer, inner: inner.reduceRight(applied) };
  }
}

function applied(inner: Law, outer: Law): Law {
  return { kind: "compose", outer, inner };
}
