import { BenchError, chanceFrom, identifier, sha256Hex } from "../../../core/index.ts";
import type { Chance } from "../../../core/index.ts";
import type { Problem } from "../../../contract/index.ts";
import { arityOf } from "../functions/inspect.ts";
import { describe } from "../functions/describe.ts";
import { sampleCorruption } from "../functions/sample-corruption.ts";
import { sampleNoise } from "../functions/sample.ts";
import type { Approximated, Law, NumericSpec } from "../functions/spec.ts";
import { numericBriefing } from "../../common/index.ts";
import { canaryOf } from "../../common/index.ts";
import { degeneracies } from "./degeneracies.ts";
import { drawLaw } from "./draw-law.ts";
import type { Draft } from "./draft.ts";
import type { NumericGroup } from "./numeric-section.ts";
import type { Place } from "../../../suite/index.ts";
import type { Recipe } from "../../../suite/index.ts";
import { tagsOf } from "./tags.ts";
import { weighted } from "../../common/index.ts";

/** Draws of one problem until a degenerate one is kept and tagged after all. */
const MOST_DRAWS = 200;

/** Where a numeric problem stands in a recipe. */
export type NumericPlace = Extract<Place, { readonly category: "numeric" }>;

/** A numeric problem of a recipe and a seed, by its place alone. */
export function draftNumeric(
  recipe: Recipe,
  seed: string,
  place: NumericPlace,
): Draft<NumericSpec> {
  const { group, key } = place;
  const { degenerate, tests } = sectionOf(recipe);
  const chance = chanceFrom(seed).fork("numeric").fork(key);
  const drawn = draw(group, chance, degenerate === "reject");
  const task =
    group.network === undefined
      ? null
      : {
          law: drawn.law,
          domain: trainingDomain(drawn.law),
          settings: group.network,
          seed: `network/${key}/${seed}`,
        };
  return {
    task,
    finish: (network) => problemOf({ recipe, tests, seed, place, drawn, network }),
  };
}

function sectionOf({ name, numeric }: Recipe): NonNullable<Recipe["numeric"]> {
  if (numeric !== undefined) return numeric;
  throw new BenchError(
    "internal",
    `Expected a numeric section in the recipe ${name}; got none; report this with the recipe`,
  );
}

/** A law, and what was thrown away before it was kept. */
interface Drawn {
  readonly law: Law;
  readonly wrap: (inner: Law | Approximated) => NumericSpec;
  /** Reason → draws that were rejected for it. */
  readonly rejected: { readonly [reason: string]: number };
}

function draw(group: NumericGroup, chance: Chance, reject: boolean): Drawn {
  const rejected: Record<string, number> = {};
  for (let number = 1; ; number += 1) {
    const stream = chance.fork(number);
    const law = drawLaw(group.law, stream.fork("law"));
    const wrap = (inner: Law | Approximated): NumericSpec => wrapped(group, inner, stream);
    const reasons = reject && number < MOST_DRAWS ? degeneracies(wrap(law)) : [];
    if (reasons.length === 0) return { law, wrap, rejected };
    for (const reason of reasons) rejected[reason] = (rejected[reason] ?? 0) + 1;
  }
}

function wrapped(group: NumericGroup, inner: Law | Approximated, chance: Chance): NumericSpec {
  const { corruption, noise } = group;
  let spec: Exclude<NumericSpec, { readonly kind: "noised" }> = inner;
  if (corruption !== undefined) {
    const stream = chance.fork("corruption");
    spec = sampleCorruption(inner, stream, {
      side: weighted(corruption.sides, stream),
      replacement: weighted(corruption.replacements, stream),
      spread: corruption.spread,
      scatter: corruption.scatter,
      count: corruption.regions,
      width: corruption.width,
    });
  }
  if (noise === undefined) return spec;
  const stream = chance.fork("noise");
  const distribution = weighted(noise.distributions, stream);
  return sampleNoise(spec, stream, { distribution, scale: noise.scale, growth: noise.growth });
}

interface Parts {
  readonly recipe: Recipe;
  readonly tests: NonNullable<Recipe["numeric"]>["tests"];
  readonly seed: string;
  readonly place: NumericPlace;
  readonly drawn: Drawn;
  readonly network: Approximated | null;
}

function problemOf({ recipe, tests, seed, place, drawn, network }: Parts): Problem<NumericSpec> {
  const spec = drawn.wrap(network ?? drawn.law);
  const { group, index, key } = place;
  const id = identifier(`problem/${key}/${seed}`);
  const remarks = degeneracies(spec).map((reason) => `degenerate:${reason}`);
  const { rejected } = drawn;
  return {
    id,
    category: "numeric",
    briefing: numericBriefing(recipe.budget, arityOf(spec)),
    truth: {
      id,
      seed: sha256Hex(`seed/${key}/${seed}`).slice(0, 32),
      spec,
      description: describe(spec),
      tags: [...tagsOf(spec, group.law.structure), ...remarks].toSorted(),
      tests: { kind: "numeric", ...tests },
      quirks: [],
      provenance: { source: "recipe", recipe: recipe.name, index, rejected },
      canary: canaryOf(recipe.name, seed),
    },
  };
}

/** Where the released networks were trained: where the law has values, up to 100. */
function trainingDomain({ kind }: Law): NonNullable<Draft<NumericSpec>["task"]>["domain"] {
  if (kind === "root") return { from: 0, to: 100 };
  return { from: kind === "logarithm" ? 1 : -100, to: 100 };
}
