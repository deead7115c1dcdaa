import type { Region } from "../../contract/index.ts";
import type { Atom, Compose, Corrupted, Law, Noised, NumericSpec, Product, Sum } from "./spec.ts";

/** The noise on every answer, in figures. */
export interface NoiseFigures {
  readonly distribution: Noised["distribution"];
  readonly scale: number;
  /** By how much it shifts the answers on average: the scale of Poisson noise, 0 otherwise. */
  readonly mean: number;
}

/** The noise-free rule without its exceptions. */
export function lawOf(spec: NumericSpec): Law {
  const inner = withoutNoise(spec);
  return inner.kind === "corrupted" ? inner.inner : inner;
}

/** The wrapper that replaces the law in regions; `null` where there is none. */
export function corruptionOf(spec: NumericSpec): Corrupted | null {
  const inner = withoutNoise(spec);
  return inner.kind === "corrupted" ? inner : null;
}

/** The stretches in which the law does not hold, from left to right. */
export function regionsOf(spec: NumericSpec): readonly Region[] {
  return (corruptionOf(spec)?.regions ?? []).map(({ from, to }) => ({ from, to }));
}

/** The noise on every answer; `null` where there is none. */
export function noiseOf(spec: NumericSpec): NoiseFigures | null {
  if (spec.kind !== "noised") return null;
  const { distribution, scale } = spec;
  return { distribution, scale, mean: distribution === "poisson" ? scale : 0 };
}

/** Whether asking the same input twice can give two answers. */
export function answersVary(spec: NumericSpec): boolean {
  if (spec.kind === "noised") return true;
  return spec.kind === "corrupted" && spec.scatter === "per-call" && spec.spread > 0;
}

/** The kinds of atom that the law is made of, each once, sorted. */
export function familiesOf(spec: NumericSpec): string[] {
  return [...new Set(atomsOf(lawOf(spec)).map(({ kind }) => kind))].toSorted();
}

/** Whether a point lies in a region; both ends belong to it. */
export function covers({ from, to }: Region, x: number): boolean {
  return (from === null || x >= from) && (to === null || x <= to);
}

/** Whether a law is put together from others. */
export function isComposition(law: Law): law is Sum | Product | Compose {
  return law.kind === "sum" || law.kind === "product" || law.kind === "compose";
}

function atomsOf(law: Law): readonly Atom[] {
  if (!isComposition(law)) return [law];
  switch (law.kind) {
    case "sum":
      return law.terms.flatMap(atomsOf);
    case "product":
      return law.factors.flatMap(atomsOf);
    case "compose":
      return [...atomsOf(law.outer), ...atomsOf(law.inner)];
  }
}

function withoutNoise(spec: NumericSpec): Law | Corrupted {
  return spec.kind === "noised" ? spec.inner : spec;
}
