import type { Region } from "../../../contract/index.ts";
import type { Approximated, Atom, Corrupted, Law, Noised, NumericSpec } from "./spec.ts";
import { withoutNoise } from "./without.ts";

/** The noise on every answer, in figures. */
export interface NoiseFigures {
  readonly distribution: Noised["distribution"];
  readonly scale: number;
  /** The scale at x is scale·(1 + growth·|x|). */
  readonly growth: number;
  /** By how much it shifts answers at x = 0 on average: the scale of Poisson noise, 0 otherwise. */
  readonly mean: number;
}

/** The noise-free rule without its exceptions; of a network, the law that it was trained on. */
export function lawOf(spec: NumericSpec): Law {
  const rule = ruleOf(spec);
  return rule.kind === "approximated" ? rule.law : rule;
}

/** The network that answers in place of the law; `null` where there is none. */
export function approximatedOf(spec: NumericSpec): Approximated | null {
  const rule = ruleOf(spec);
  return rule.kind === "approximated" ? rule : null;
}

/** What answers where there is neither noise nor an exception: a law, or a network. */
export function ruleOf(spec: NumericSpec): Law | Approximated {
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
  const { distribution, scale, growth = 0 } = spec;
  return { distribution, scale, growth, mean: meanOf(distribution, scale) };
}

/** By how much noise shifts answers on average where the first argument is x; 0 without noise. */
export function noiseMeanAt(spec: NumericSpec, x: number): number {
  return spec.kind === "noised" ? meanOf(spec.distribution, noiseScaleAt(spec, x)) : 0;
}

/** The standard deviation of the noise where the first argument is x; 0 without noise. */
export function noiseDeviationAt(spec: NumericSpec, x: number): number {
  if (spec.kind !== "noised") return 0;
  const scale = noiseScaleAt(spec, x);
  switch (spec.distribution) {
    case "normal":
      return scale;
    case "uniform":
      return scale / Math.sqrt(3);
    case "poisson":
      return Math.sqrt(scale);
  }
}

/** The scale of noise where the first argument is x. */
export function noiseScaleAt({ scale, growth = 0 }: Noised, x: number): number {
  return scale * (1 + growth * Math.abs(x));
}

/** Whether asking the same input twice can give two answers. */
export function answersVary(spec: NumericSpec): boolean {
  if (spec.kind === "noised") return true;
  return spec.kind === "corrupted" && spec.scatter === "per-call" && spec.spread > 0;
}

/** Whether the scatter in regions is drawn anew at each asking. */
export function scattersPerCall(spec: NumericSpec): boolean {
  return corruptionOf(spec)?.scatter === "per-call";
}

/** The kinds of atom that the law is made of, each once, sorted. */
export function familiesOf(spec: NumericSpec): string[] {
  const atoms = [...lawsIn(lawOf(spec))].filter(isAtom);
  return [...new Set(atoms.map(({ kind }) => kind))].toSorted();
}

/** How many arguments a function has: one, or as many as it names. */
export function arityOf(spec: NumericSpec): number {
  let arity = 1;
  for (const law of lawsIn(lawOf(spec))) {
    if (law.kind === "argument") arity = Math.max(arity, law.index + 1);
  }
  return arity;
}

/** Whether a point lies in a region; both ends belong to it. */
export function covers({ from, to }: Region, x: number): boolean {
  return (from === null || x >= from) && (to === null || x <= to);
}

/** Whether a law is of one family, rather than an argument or put together from others. */
export function isAtom(law: Law): law is Atom {
  return law.kind !== "argument" && partsOf(law).length === 0;
}

/** Where the first argument is one less a number, that number; `null` for all other laws. */
export function shiftOf(law: Law): number | null {
  return law.kind === "linear" && law.slope === 1 && law.intercept !== 0 ? -law.intercept : null;
}

/** A law and all laws within it, from the outermost in. */
function lawsIn(law: Law): readonly Law[] {
  return [law, ...partsOf(law).flatMap(lawsIn)];
}

function partsOf(law: Law): readonly Law[] {
  if (law.kind === "sum") return law.terms;
  if (law.kind === "product") return law.factors;
  if (law.kind === "compose") return [law.outer, law.inner];
  return law.kind === "piecewise" ? law.pieces.map((piece) => piece.law) : [];
}

function meanOf(distribution: Noised["distribution"], scale: number): number {
  return distribution === "poisson" ? scale : 0;
}
