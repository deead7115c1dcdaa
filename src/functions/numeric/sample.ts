import { BenchError } from "../../core/index.ts";
import type { Chance, Draws } from "../../core/index.ts";
import { families } from "./meaning.ts";
import type { Atom, Compose, Corrupted, Law, Noised, Product, Sum } from "./spec.ts";

/** How laws are put together. */
export type Operation = "sum" | "product" | "compose";

/** The kind and size of noise. */
export interface NoiseOptions {
  readonly distribution: Noised["distribution"];
  /** Standard deviation, half-width or mean; > 0. */
  readonly scale: number;
}

/** Draws an atom with parameters in the released ranges (paper, section 1.3 of the facts). */
export function sampleAtom(kind: Atom["kind"], chance: Draws): Atom {
  return families[kind].sample(chance);
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
  const [outer, ...inner] = parts;
  if (outer === undefined || inner.length === 0) {
    throw new BenchError(
      "bad-argument",
      `Expected at least two kinds to compose; got ${kinds.length}; name one more`,
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

/** Wraps a rule in noise. Takes chance as every sampler does; nothing is left to it today. */
export function sampleNoise(
  inner: Law | Corrupted,
  _chance: Draws,
  { distribution, scale }: NoiseOptions,
): Noised {
  return { kind: "noised", inner, distribution, scale };
}

function applied(inner: Law, outer: Law): Law {
  return { kind: "compose", outer, inner };
}
