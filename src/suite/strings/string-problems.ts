import { BenchError, canonicalJson, chanceFrom, identifier, sha256Hex } from "../../core/index.ts";
import type { Chance } from "../../core/index.ts";
import type { Problem } from "../../contract/index.ts";
import {
  arityOfText,
  canonicalOf,
  describeText,
  drawnKinds,
  releasedWeights,
} from "../../functions/index.ts";
import type { DrawnKinds, StringSpec } from "../../functions/index.ts";
import { stringBriefing } from "../briefing.ts";
import { canaryOf } from "../canary.ts";
import { distinctIds } from "../distinct-ids.ts";
import type { Place } from "../places.ts";
import type { Recipe } from "../recipe.ts";
import { drawStringLaw } from "./draw-string-law.ts";
import { drawStringSpec } from "./draw-string-spec.ts";
import { stringDegeneracies } from "./string-degeneracies.ts";
import type { StringGroup, StringSection } from "./string-section.ts";
import { stringTags } from "./string-tags.ts";
import { stringTests } from "./string-tests.ts";

/** Draws of one problem until a degenerate one, or one that is there already, is kept after all. */
const MOST_DRAWS = 200;

type StringPlace = Extract<Place, { readonly category: "strings" }>;

/**
 * Draws the problems about functions of texts that a recipe and a seed decide, one by one; a
 * function that an earlier one is already is drawn again, as long as there are others.
 */
export function stringProblems(
  recipe: Recipe,
  seed: string,
): (place: StringPlace) => Problem<StringSpec> {
  const count = recipe.strings?.groups.reduce((sum, group) => sum + group.count, 0) ?? 0;
  const isNew = distinctIds(count);
  const root = chanceFrom(seed).fork("strings");
  const from = drawnKinds(recipe.strings?.weights ?? releasedWeights);
  return (place) => {
    const drawn = draw(place.group, root.fork(place.key), from, isNew);
    return problemOf(recipe, seed, place, drawn, from);
  };
}

/** A function, and what was thrown away before it was kept. */
interface Drawn {
  readonly spec: StringSpec;
  /** Which draw of its place it is; 1-based. */
  readonly number: number;
  /** Decides its tests. */
  readonly chance: Chance;
  /** Reason → draws that were rejected for it. */
  readonly rejected: { readonly [reason: string]: number };
  /** Why it would have been rejected, had it not been kept all the same. */
  readonly remarks: readonly string[];
}

function draw(
  group: StringGroup,
  root: Chance,
  from: DrawnKinds,
  isNew: (key: string) => boolean,
): Drawn {
  const rejected: Record<string, number> = {};
  for (let number = 1; ; number += 1) {
    const chance = root.fork(number);
    const spec = drawStringSpec(group, chance.fork("function"), from);
    const remarks = stringDegeneracies(spec);
    const mayStay = number >= MOST_DRAWS;
    const reasons: string[] = group.degenerate === "reject" && !mayStay ? [...remarks] : [];
    const isRepeated = reasons.length === 0 && !isNew(canonicalJson(canonicalOf(spec)));
    if (isRepeated && !mayStay) reasons.push("repeated");
    if (reasons.length === 0) {
      const all = isRepeated ? [...remarks, "repeated"] : remarks;
      return { spec, number, chance, rejected, remarks: all };
    }
    for (const reason of reasons) rejected[reason] = (rejected[reason] ?? 0) + 1;
  }
}

function problemOf(
  recipe: Recipe,
  seed: string,
  { group, index, key }: StringPlace,
  { spec, number, chance, rejected, remarks }: Drawn,
  from: DrawnKinds,
): Problem<StringSpec> {
  // Which draw is kept depends on the other problems; an id names one function all the same.
  const name = `${key}/${number}/${seed}`;
  const id = identifier(`problem/${name}`);
  const drawOther = (other: Chance): StringSpec => drawStringLaw(group.law, other, from);
  const tags = [...stringTags(spec), ...remarks.map((reason) => `degenerate:${reason}`)];
  return {
    id,
    category: "strings",
    briefing: stringBriefing(recipe.budget, arityOfText(spec)),
    truth: {
      id,
      seed: sha256Hex(`seed/${name}`).slice(0, 32),
      spec,
      description: describeText(spec),
      tags: tags.toSorted(),
      tests: stringTests(spec, countsOf(recipe), drawOther, chance.fork("tests"), from),
      quirks: [],
      provenance: { source: "recipe", recipe: recipe.name, index, rejected },
      canary: canaryOf(recipe.name, seed),
    },
  };
}

function countsOf({ name, strings }: Recipe): StringSection["tests"] {
  if (strings !== undefined) return strings.tests;
  throw new BenchError(
    "internal",
    `Expected a section of strings in the recipe ${name}; got none; report this with the recipe`,
  );
}
