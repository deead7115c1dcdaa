import { canonicalJson, chanceFrom, identifier, sha256Hex } from "../../../core/index.ts";
import type { Chance } from "../../../core/index.ts";
import type { Draft } from "../../../contract/index.ts";
import { canaryOf, distinctIds } from "../../common/index.ts";
import type { Drawing, DrawParts, Place } from "../../common/index.ts";
import { canonicalOf } from "../functions/canonical-of.ts";
import { describeText } from "../functions/describe-text.ts";
import { drawnKinds, releasedWeights } from "../functions/drawn-kinds.ts";
import type { DrawnKinds } from "../functions/drawn-kinds.ts";
import { arityOfText } from "../functions/inspect.ts";
import type { StringSpec } from "../functions/spec.ts";
import { stringBriefing } from "../problem.ts";
import type { StringProblem } from "../problem.ts";
import { stringTests } from "../tests/string-tests.ts";
import { drawStringLaw } from "./draw-string-law.ts";
import { drawStringSpec } from "./draw-string-spec.ts";
import { stringDegeneracies } from "./string-degeneracies.ts";
import type { StringGroup, StringSection } from "./string-section.ts";
import { stringTags } from "./string-tags.ts";

/** Draws of one problem until a degenerate one, or one that is there already, is kept after all. */
const MOST_DRAWS = 200;

/**
 * Draws string functions one by one; a function that an earlier one is already is drawn again, as
 * long as there are others.
 */
export function drawStrings(parts: DrawParts<StringSection>): Drawing {
  const count = parts.section.groups.reduce((sum, group) => sum + group.count, 0);
  const isNew = distinctIds(count);
  const root = chanceFrom(parts.seed).fork("strings");
  const from = drawnKinds(parts.section.weights ?? releasedWeights);
  return {
    draft: (place: Place<StringGroup>): Draft => {
      const drawn = draw(place.group, root.fork(place.key), from, isNew);
      const problem = problemOf(parts, place, drawn, from);
      return { finish: () => problem };
    },
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
  { recipe, budget, section, seed }: DrawParts<StringSection>,
  { group, index, key }: Place<StringGroup>,
  { spec, number, chance, rejected, remarks }: Drawn,
  from: DrawnKinds,
): StringProblem {
  // Which draw is kept depends on the other problems; an id names one function all the same.
  const name = `${key}/${number}/${seed}`;
  const id = identifier(`problem/${name}`);
  const drawOther = (other: Chance): StringSpec => drawStringLaw(group.law, other, from);
  const tags = [...stringTags(spec), ...remarks.map((reason) => `degenerate:${reason}`)];
  return {
    id,
    category: "strings",
    briefing: stringBriefing(budget, arityOfText(spec)),
    truth: {
      id,
      seed: sha256Hex(`seed/${name}`).slice(0, 32),
      spec,
      description: describeText(spec),
      tags: tags.toSorted(),
      tests: stringTests(spec, section.tests, drawOther, chance.fork("tests"), from),
      quirks: [],
      provenance: { source: "recipe", recipe, index, rejected },
      canary: canaryOf(recipe, seed),
    },
  };
}
