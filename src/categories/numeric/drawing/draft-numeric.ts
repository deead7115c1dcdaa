import { BenchError, chanceFrom, identifier, sha256Hex } from "../../../core/index.ts";
import type { Chance } from "../../../core/index.ts";
import type { Draft, Spec } from "../../../contract/index.ts";
import { canaryOf, weighted } from "../../common/index.ts";
import type { Drawing, DrawParts, Place } from "../../common/index.ts";
import { describe } from "../functions/describe.ts";
import { arityOf } from "../functions/inspect.ts";
import { sampleCorruption } from "../functions/sample-corruption.ts";
import { sampleNoise } from "../functions/sample.ts";
import type { Approximated, Law, NumericSpec } from "../functions/spec.ts";
import { numericBriefing } from "../problem.ts";
import type { Interval, NumericProblem } from "../problem.ts";
import { degeneracies } from "./degeneracies.ts";
import { drawLaw } from "./draw-law.ts";
import type { NumericGroup, NumericSection } from "./numeric-section.ts";
import { tagsOf } from "./tags.ts";

/** Draws of one problem until a degenerate one is kept and tagged after all. */
const MOST_DRAWS = 200;

/** Draws numeric problems, each by its place alone. */
export function drawNumeric(parts: DrawParts<NumericSection>): Drawing {
  return { draft: (place: Place<NumericGroup>) => draftOf(parts, place) };
}

function draftOf(parts: DrawParts<NumericSection>, place: Place<NumericGroup>): Draft {
  const { group, key } = place;
  const chance = chanceFrom(parts.seed).fork("numeric").fork(key);
  const drawn = draw(group, chance, parts.section.degenerate === "reject");
  const { law } = drawn;
  const { network: settings } = group;
  if (settings === undefined)
    return { finish: () => problemOf({ parts, place, drawn, network: null }) };
  const task = { law, domain: trainingDomain(law), settings, seed: `network/${key}/${parts.seed}` };
  return {
    finish: async ({ approximate }) =>
      problemOf({ parts, place, drawn, network: requireNetwork(await approximate(task)) }),
  };
}

/** What a service gave as a network. Throws `internal` for anything else. */
export function requireNetwork(spec: Spec): Approximated {
  if (isNetwork(spec)) return spec;
  throw new BenchError(
    "internal",
    `Expected a trained network; got ${spec.kind}; report this with the recipe and the seed`,
  );
}

function isNetwork(spec: Spec): spec is Approximated {
  return spec.kind === "approximated";
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
  readonly parts: DrawParts<NumericSection>;
  readonly place: Place<NumericGroup>;
  readonly drawn: Drawn;
  readonly network: Approximated | null;
}

function problemOf({ parts, place, drawn, network }: Parts): NumericProblem<NumericSpec> {
  const { recipe, budget, section, seed } = parts;
  const spec = drawn.wrap(network ?? drawn.law);
  const { group, index, key } = place;
  const id = identifier(`problem/${key}/${seed}`);
  const remarks = degeneracies(spec).map((reason) => `degenerate:${reason}`);
  const { rejected } = drawn;
  return {
    id,
    category: "numeric",
    briefing: numericBriefing(budget, arityOf(spec)),
    truth: {
      id,
      seed: sha256Hex(`seed/${key}/${seed}`).slice(0, 32),
      spec,
      description: describe(spec),
      tags: [...tagsOf(spec, group.law.structure), ...remarks].toSorted(),
      tests: { kind: "numeric", ...section.tests },
      quirks: [],
      provenance: { source: "recipe", recipe, index, rejected },
      canary: canaryOf(recipe, seed),
    },
  };
}

/** Where the released networks were trained: where the law has values, up to 100. */
function trainingDomain({ kind }: Law): Interval {
  if (kind === "root") return { from: 0, to: 100 };
  return { from: kind === "logarithm" ? 1 : -100, to: 100 };
}
