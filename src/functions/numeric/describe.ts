import { spoken, lettered } from "./english.ts";
import { corruptionOf, isComposition, lawOf } from "./inspect.ts";
import { nthVariable } from "./lower.ts";
import { meaningOf } from "./meaning.ts";
import type { Corrupted, CorruptedRegion, Law, Noised, NumericSpec } from "./spec.ts";

/** The function in plain English with every parameter, enough to draw it from. */
export function describe(spec: NumericSpec): string {
  const corrupted = corruptionOf(spec);
  return [
    `f(x) is ${describeLaw(lawOf(spec))}.`,
    ...(corrupted?.regions ?? []).map(describeRegion),
    ...remarks(spec),
  ].join(" ");
}

/** A law as a noun phrase. */
function describeLaw(law: Law): string {
  let variables = 0;
  return phrase(law, "x", () => nthVariable(variables++));
}

/** What chance adds to the answers: a sentence each on scatter and noise. */
export function remarks(spec: NumericSpec): readonly string[] {
  const corrupted = corruptionOf(spec);
  return [
    ...(corrupted !== null && corrupted.spread > 0 ? [describeScatter(corrupted)] : []),
    ...(spec.kind === "noised" ? [describeNoise(spec)] : []),
  ];
}

function phrase(law: Law, variable: string, fresh: () => string): string {
  if (!isComposition(law)) return meaningOf(law).describe(variable);
  const part = (inner: Law): string => {
    const text = phrase(inner, variable, fresh);
    return isComposition(inner) ? `[${text}]` : text;
  };
  switch (law.kind) {
    case "sum":
      return `the sum of ${lettered(law.terms.map(part))}`;
    case "product":
      return `the product of ${lettered(law.factors.map(part))}`;
    case "compose": {
      const between = fresh();
      const outer = phrase(law.outer, between, fresh);
      return `${outer}, where ${between} is ${phrase(law.inner, variable, fresh)}`;
    }
  }
}

function describeRegion({ from, to, replacement }: CorruptedRegion): string {
  const instead = meaningOf(replacement).describe("x");
  return `${describeStretch(from, to)} this rule does not hold: there f(x) is ${instead} instead.`;
}

function describeStretch(from: number | null, to: number | null): string {
  if (from !== null && to !== null) {
    return `For x from ${spoken(from)} to ${spoken(to)}, both ends included,`;
  }
  if (from !== null) return `For x at or above ${spoken(from)}`;
  return to === null ? "For any x" : `For x at or below ${spoken(to)}`;
}

function describeScatter({ spread, scatter, regions }: Corrupted): string {
  const where = regions.length === 1 ? "In that stretch" : "In those stretches";
  return (
    `${where} every answer is scattered around this value by normal noise with mean 0 and ` +
    `standard deviation ${spread}, ${repetition(scatter)}.`
  );
}

function repetition(scatter: Corrupted["scatter"]): string {
  switch (scatter) {
    case "per-input":
      return "always the same at the same x";
    case "per-call":
      return "drawn anew each time";
  }
}

function describeNoise({ distribution, scale }: Noised): string {
  switch (distribution) {
    case "normal":
      return `Every answer carries added normal noise with mean 0 and standard deviation ${scale}, drawn anew each time.`;
    case "uniform":
      return `Every answer carries added uniform noise between minus ${scale} and ${scale}, drawn anew each time.`;
    case "poisson":
      return `Every answer carries added Poisson noise with mean ${scale}, drawn anew each time, so that answers lie ${scale} above the rule on average.`;
  }
}
