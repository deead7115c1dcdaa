import { lettered, spoken, subscript } from "./english.ts";
import { familyOf } from "./families.ts";
import { arityOf, corruptionOf, isAtom, lawOf, ruleOf, shiftOf } from "./inspect.ts";
import { nthVariable, parameterNames } from "./lower.ts";
import { spokenLayers } from "./network.ts";
import type {
  Approximated,
  Compose,
  Corrupted,
  CorruptedRegion,
  Law,
  Noised,
  NumericSpec,
  Piecewise,
} from "./spec.ts";

type Variables = readonly [string, ...(readonly string[])];

/** The function in plain English with every parameter, enough to draw it from. */
export function describe(spec: NumericSpec): string {
  const corrupted = corruptionOf(spec);
  const variables = variablesOf(spec);
  const of = `f(${variables.join(", ")})`;
  const rule = ruleOf(spec);
  return [
    `${of} is ${describeLaw(lawOf(spec), variables, rule)}.`,
    ...(rule.kind === "approximated" ? [STRAIGHT_OUTSIDE] : []),
    ...(corrupted?.regions ?? []).map((region) => describeRegion(region, variables[0], of)),
    ...remarks(spec),
  ].join(" ");
}

const STRAIGHT_OUTSIDE = "Outside that stretch it goes on in straight lines.";

function variablesOf(spec: NumericSpec): Variables {
  const [first = "x", ...rest] = parameterNames(arityOf(spec), subscript);
  return [first, ...rest];
}

/** A law as a noun phrase, or the network that was trained on it. */
function describeLaw(law: Law, variables: Variables, rule: Law | Approximated): string {
  let bound = 0;
  const words = phrase(law, variables, () => nthVariable(bound++));
  return rule.kind === "approximated" ? describeNetwork(rule, words) : words;
}

function describeNetwork({ layers, domain, error, learned }: Approximated, law: string): string {
  const stretch = `for x from ${spoken(domain.from)} to ${spoken(domain.to)}`;
  const quality =
    error === null ? "the rule is 0 there" : `relative squared error ${roughly(error)} there`;
  return (
    `${spokenLayers(layers)}, trained to follow a rule that it ` +
    `${learned ? "learned" : "did not learn"} ${stretch} (${quality}); the rule is ${law}`
  );
}

function roughly(value: number): string {
  return String(Number(value.toPrecision(2)));
}

/** What chance adds to the answers: a sentence each on scatter and noise. */
export function remarks(spec: NumericSpec): readonly string[] {
  const corrupted = corruptionOf(spec);
  const [x] = variablesOf(spec);
  return [
    ...(corrupted !== null && corrupted.spread > 0 ? [describeScatter(corrupted, x)] : []),
    ...(spec.kind === "noised" ? [describeNoise(spec, x)] : []),
  ];
}

function phrase(law: Law, variables: Variables, fresh: () => string): string {
  if (isAtom(law)) return familyOf(law.kind).describe(law, variables[0]);
  const part = (inner: Law): string => {
    const text = phrase(inner, variables, fresh);
    return isAtom(inner) || readsAsAtom(inner) ? text : `[${text}]`;
  };
  switch (law.kind) {
    case "argument":
      return `${variables[law.index] ?? ""} itself`;
    case "sum":
      return `the sum of ${lettered(law.terms.map(part))}`;
    case "product":
      return `the product of ${lettered(law.factors.map(part))}`;
    case "compose":
      return describeCompose(law, variables, fresh);
    case "piecewise":
      return describePieces(law, variables[0], part);
  }
}

function describeCompose(
  { outer, inner }: Compose,
  variables: Variables,
  fresh: () => string,
): string {
  const [x, ...rest] = variables;
  if (inner.kind === "argument") {
    return phrase(outer, [variables[inner.index] ?? "", ...rest], fresh);
  }
  const at = shiftOf(inner);
  const moved =
    at !== null && isAtom(outer) ? familyOf(outer.kind).describeAt?.(outer, x, at) : undefined;
  if (moved !== undefined) return moved;
  const between = fresh();
  const text = phrase(outer, [between, ...rest], fresh);
  return `${text}, where ${between} is ${phrase(inner, variables, fresh)}`;
}

/** Whether a composition is told without brackets: a moved kink, or a family of one argument. */
function readsAsAtom(law: Law): boolean {
  if (law.kind === "argument") return true;
  if (law.kind !== "compose" || !isAtom(law.outer)) return false;
  if (law.inner.kind === "argument") return true;
  return shiftOf(law.inner) !== null && familyOf(law.outer.kind).describeAt !== undefined;
}

function describePieces({ pieces }: Piecewise, x: string, part: (law: Law) => string): string {
  const ends = pieces.map(({ upTo }) => upTo);
  const parts = pieces.map(({ upTo, law }, i) => {
    const start = ends[i - 1] ?? null;
    const above = start === null ? "" : ` above ${spoken(start)}`;
    const upwards = upTo === null ? "" : `${above === "" ? "" : " and"} up to ${spoken(upTo)}`;
    return `for ${x}${above}${upwards}, ${part(law)}`;
  });
  return `made of pieces, each including its upper end: ${lettered(parts)}`;
}

function describeRegion(
  { from, to, replacement }: CorruptedRegion,
  x: string,
  value: string,
): string {
  const instead = familyOf(replacement.kind).describe(replacement, x);
  return `${describeStretch(from, to, x)} this rule does not hold: there ${value} is ${instead} instead.`;
}

function describeStretch(from: number | null, to: number | null, x: string): string {
  if (from !== null && to !== null) {
    return `For ${x} from ${spoken(from)} to ${spoken(to)}, both ends included,`;
  }
  if (from !== null) return `For ${x} at or above ${spoken(from)}`;
  return to === null ? `For any ${x}` : `For ${x} at or below ${spoken(to)}`;
}

function describeScatter({ spread, scatter, regions }: Corrupted, x: string): string {
  const where = regions.length === 1 ? "In that stretch" : "In those stretches";
  return (
    `${where} every answer is scattered around this value by normal noise with mean 0 and ` +
    `standard deviation ${spread}, ${repetition(scatter, x)}.`
  );
}

function repetition(scatter: Corrupted["scatter"], x: string): string {
  switch (scatter) {
    case "per-input":
      return `always the same at the same ${x}`;
    case "per-call":
      return "drawn anew each time";
  }
}

function describeNoise({ distribution, scale, growth = 0 }: Noised, x: string): string {
  const grown = growth === 0 ? "" : ` times (1 plus ${growth} times the absolute value of ${x})`;
  const size = `${scale}${grown}`;
  switch (distribution) {
    case "normal":
      return `Every answer carries added normal noise with mean 0 and standard deviation ${size}, drawn anew each time.`;
    case "uniform":
      return growth === 0
        ? `Every answer carries added uniform noise between minus ${scale} and ${scale}, drawn anew each time.`
        : `Every answer carries added uniform noise with mean 0 that reaches up to ${size} to either side, drawn anew each time.`;
    case "poisson":
      return growth === 0
        ? `Every answer carries added Poisson noise with mean ${scale}, drawn anew each time, so that answers lie ${scale} above the rule on average.`
        : `Every answer carries added Poisson noise with mean ${size}, drawn anew each time, so that answers lie that much above the rule on average.`;
  }
}
