import { chanceFrom, identifier, sha256Hex } from "../core/index.ts";
import type { Chance } from "../core/index.ts";
import type { Problem } from "../contract/index.ts";
import { arityOf, describe, sampleCorruption, sampleNoise } from "../functions/index.ts";
import type { Approximated, Law, NumericSpec } from "../functions/index.ts";
import { numericBriefing } from "./briefing.ts";
import { canaryOf } from "./canary.ts";
import { degeneracies } from "./degeneracies.ts";
import { drawLaw } from "./draw-law.ts";
import { placesOf } from "./places.ts";
import type { Place } from "./places.ts";
import { problemCount } from "./recipe.ts";
import type { NumericGroup, Recipe } from "./recipe.ts";
import { tagsOf } from "./tags.ts";
import { weighted } from "./weighted.ts";

/** Draws of one problem until a degenerate one is kept and tagged after all. */
const MOST_DRAWS = 200;

/** How a network is to be trained for a problem. */
export interface TrainingTask {
  readonly law: Law;
  readonly domain: { readonly from: number; readonly to: number };
  readonly settings: NonNullable<NumericGroup["network"]>;
  readonly seed: string;
}

/** Trains a network for a task; handed in, since it takes threads and time. */
export type Approximate = (task: TrainingTask) => Promise<Approximated>;

/** A problem that lacks its network, where it has one. */
export interface Draft {
  readonly task: TrainingTask | null;
  /** The problem, with the trained network where `task` asked for one. */
  finish(network: Approximated | null): Problem<NumericSpec>;
}

/** The problems of a recipe and a seed, each reachable on its own, in an order that tells nothing. */
export interface ProblemSource {
  readonly count: number;
  /** The problem at a position of the suite; 0-based. */
  draft(position: number): Draft;
}

/** All problems that a recipe and a seed decide; nothing is drawn until it is asked for. */
export function problemSource(recipe: Recipe, seed: string): ProblemSource {
  const placeAt = placesOf(recipe, seed);
  const root = chanceFrom(seed).fork("numeric");
  return {
    count: problemCount(recipe),
    draft: (position) => {
      const place = placeAt(position);
      const { group, key } = place;
      const drawn = draw(group, root.fork(key), recipe.numeric.degenerate === "reject");
      const task =
        group.network === undefined
          ? null
          : {
              law: drawn.law,
              domain: trainingDomain(drawn.law),
              settings: group.network,
              seed: `network/${key}/${seed}`,
            };
      return { task, finish: (network) => problemOf({ recipe, seed, place, drawn, network }) };
    },
  };
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
  readonly seed: string;
  readonly place: Place;
  readonly drawn: Drawn;
  readonly network: Approximated | null;
}

function problemOf({ recipe, seed, place, drawn, network }: Parts): Problem<NumericSpec> {
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
      tests: { kind: "numeric", ...recipe.numeric.tests },
      quirks: [],
      provenance: { source: "recipe", recipe: recipe.name, index, rejected },
      canary: canaryOf(recipe.name, seed),
    },
  };
}

/** Where the released networks were trained: where the law has values, up to 100. */
function trainingDomain({ kind }: Law): TrainingTask["domain"] {
  if (kind === "root") return { from: 0, to: 100 };
  return { from: kind === "logarithm" ? 1 : -100, to: 100 };
}
