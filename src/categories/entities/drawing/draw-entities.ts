import {
  BenchError,
  canonicalJson,
  chanceFrom,
  identifier,
  sha256Hex,
} from "../../../core/index.ts";
import type { Chance } from "../../../core/index.ts";
import type { Draft } from "../../../contract/index.ts";
import { canaryOf, distinctIds, weighted } from "../../common/index.ts";
import type { Drawing, DrawParts, Place } from "../../common/index.ts";
import { describeEntity } from "../functions/describe.ts";
import type { EntitySpec } from "../functions/spec.ts";
import type { Concept } from "../lexicon/concept.ts";
import type { Lexicon } from "../lexicon/lexicon.ts";
import { unitOf } from "../opening/unit.ts";
import { entityBriefing } from "../problem.ts";
import type { EntityProblem, EntityTests } from "../problem.ts";
import { shippedLexicon } from "../shipped/shipped-lexicon.ts";
import { entityTests } from "../tests/entity-tests.ts";
import { withoutWords, wordPools } from "../tests/word-pools.ts";
import { drawEntity, isJoinable } from "./draw-entity.ts";
import { drawInitialWords } from "./draw-initial-words.ts";
import type { EntityGroup, EntitySection } from "./entity-section.ts";
import { entityTags } from "./entity-tags.ts";

/** Draws of one problem until one that is there already is kept after all, and until none is found. */
const MOST_REPEATS = 200;
const MOST_DRAWS = 400;
/** Words about the concept that have to be left to test with, beside those that are given away. */
const LEAST_STRONG = 6;

/** Draws entities from the shipped lexicon. */
export function drawEntities(parts: DrawParts<EntitySection>): Drawing {
  return drawEntitiesFrom(shippedLexicon(), parts);
}

/** Draws entities one by one; one that an earlier one is already is drawn again while there are others. */
export function drawEntitiesFrom(lexicon: Lexicon, parts: DrawParts<EntitySection>): Drawing {
  const count = parts.section.groups.reduce((sum, group) => sum + group.count, 0);
  const isNew = distinctIds(count);
  const root = chanceFrom(parts.seed).fork("entities");
  return {
    draft: (place: Place<EntityGroup>): Draft => {
      const drawn = draw(place, parts.section.tests, lexicon, root.fork(place.key), isNew);
      const problem = problemOf(parts, place, drawn, lexicon);
      return { finish: () => problem };
    },
  };
}

/** A unit with what it is tested on, and what was thrown away before it was kept. */
interface Drawn {
  readonly spec: EntitySpec;
  readonly initial: readonly string[];
  readonly tests: EntityTests;
  readonly number: number;
  readonly rejected: { readonly [reason: string]: number };
}

function draw(
  { group, key }: Place<EntityGroup>,
  tested: EntitySection["tests"],
  lexicon: Lexicon,
  root: Chance,
  isNew: (key: string) => boolean,
): Drawn {
  const rejected: { [reason: string]: number } = {};
  for (let number = 1; number <= MOST_DRAWS; number += 1) {
    const chance = root.fork(number);
    const spec = drawSpec(group, lexicon, chance.fork("function"));
    if (spec === null) {
      rejected["not-possible"] = (rejected["not-possible"] ?? 0) + 1;
      continue;
    }
    const unit = unitOf(spec, lexicon);
    const all = wordPools({ spec, unit, lexicon });
    const initial = drawInitialWords(all, group.hints, chance.fork("initial"));
    const pools = withoutWords(all, initial, lexicon);
    const tests = entityTests(pools, unit, tested, chance.fork("tests"));
    if (tests === null || pools.strong.flat().length < LEAST_STRONG) {
      rejected["too-few-words"] = (rejected["too-few-words"] ?? 0) + 1;
      continue;
    }
    const { concepts, join } = spec;
    if (!isNew(canonicalJson({ concepts, join })) && number < MOST_REPEATS) {
      rejected["repeated"] = (rejected["repeated"] ?? 0) + 1;
      continue;
    }
    return { spec, initial, tests, number, rejected };
  }
  throw new BenchError(
    "bad-recipe",
    `Expected a group of entities that the lexicon's ${lexicon.concepts.length} concepts allow; got none in ${MOST_DRAWS} draws of \`${key}\`; ask for other joins or exceptions`,
    { data: { rejected } },
  );
}

function drawSpec(group: EntityGroup, lexicon: Lexicon, chance: Chance): EntitySpec | null {
  const { law, source } = group;
  const all = lexicon.concepts.filter((each) => source === undefined || each.source === source);
  if (all.length < 2) return null;
  const one = chance.fork("concept").pick(all);
  if (law.structure === "single")
    return drawEntity(group, [one], null, lexicon, chance.fork("rest"));
  const join = weighted(law.joins, chance.fork("join"));
  const partners = all.filter((two) => two !== one && isJoinable(one, two, join, lexicon));
  if (partners.length === 0) return null;
  const two: Concept = chance.fork("partner").pick(partners);
  // The order of two tells something only where the second is taken away.
  const pair = join === "and-not" || one.name < two.name ? [one, two] : [two, one];
  return drawEntity(group, pair, join, lexicon, chance.fork("rest"));
}

function problemOf(
  { recipe, budget, seed }: DrawParts<EntitySection>,
  { index, key }: Place<EntityGroup>,
  { spec, initial, tests, number, rejected }: Drawn,
  lexicon: Lexicon,
): EntityProblem {
  // Which draw is kept depends on the other problems, and what it is on the lexicon.
  const name = `${key}/${number}/${lexicon.version}/${seed}`;
  const id = identifier(`problem/${name}`);
  return {
    id,
    category: "entities",
    briefing: entityBriefing(budget, initial),
    truth: {
      id,
      seed: sha256Hex(`seed/${name}`).slice(0, 32),
      spec,
      description: describeEntity(spec),
      tags: entityTags(spec, initial),
      tests,
      quirks: [],
      provenance: { source: "recipe", recipe, index, rejected },
      canary: canaryOf(recipe, seed),
    },
  };
}
