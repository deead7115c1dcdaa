import { chanceFrom, identifier, sha256Hex } from "../../../core/index.ts";
import { canaryOf, RELEASED_BUDGET, SUITE_NAME } from "../../common/index.ts";
import type { Imported, ImportParts, Released } from "../../common/index.ts";
import { entityTags } from "../drawing/entity-tags.ts";
import { describeEntity } from "../functions/describe.ts";
import type { EntitySpec } from "../functions/spec.ts";
import type { Lexicon } from "../lexicon/lexicon.ts";
import { unitOf } from "../opening/unit.ts";
import { entityBriefing } from "../problem.ts";
import type { EntityProblem } from "../problem.ts";
import { shippedLexicon } from "../shipped/shipped-lexicon.ts";
import { entityTests } from "../tests/entity-tests.ts";
import { withoutWords, wordPools } from "../tests/word-pools.ts";
import { flaggedTriplets } from "./flagged-triplets.ts";
import { entityQuirkMeanings } from "./quirks.ts";
import { ENTITIES, readReleasedEntities, UNIT_TESTS } from "./released-lists.ts";
import type { ReleasedEntity } from "./released-lists.ts";

/** Hidden words per problem. */
const HIDDEN = 60;

/**
 * The released entities with their published unit tests, answered by the lexicon in the place of the
 * language model that served them. One with a concept that the lexicon does not have, or without unit
 * tests in the folder, is left out. Throws `data-missing` or `bad-data`.
 */
async function importEntities(options: ImportParts): Promise<Imported> {
  return importEntitiesWith(shippedLexicon(), options);
}

/** The same by another lexicon. */
export async function importEntitiesWith(
  lexicon: Lexicon,
  { folder, seed, onProgress }: Pick<ImportParts, "folder" | "seed" | "onProgress">,
): Promise<Imported> {
  const released = await readReleasedEntities(folder);
  const problems: EntityProblem[] = [];
  const leftOut: { readonly id: string; readonly reason: string }[] = [];
  released.forEach((each, i) => {
    const made = problemOf(each, lexicon, seed);
    if (typeof made === "string") leftOut.push({ id: `entities/${each.id}`, reason: made });
    else problems.push(made);
    onProgress?.(i + 1, released.length);
  });
  return { problems: problems.toSorted((a, b) => (a.id < b.id ? -1 : 1)), leftOut };
}

/** The problem, or why there is none. */
function problemOf(
  { id: officialId, concepts: names, initial, triplets, metadata }: ReleasedEntity,
  lexicon: Lexicon,
  seed: string,
): EntityProblem | string {
  const unknown = names.find((name) => lexicon.conceptOf(name) === null);
  if (unknown !== undefined) return `the lexicon has no concept «${unknown}»`;
  if (triplets === null) return "the folder has no unit tests for it";
  const concepts = names.flatMap((name) => lexicon.conceptOf(name)?.name ?? []);
  const spec: EntitySpec = {
    kind: "entity",
    concepts,
    ...(concepts.length === 2 ? { join: "or" } : {}),
    backend: { name: "lexicon", version: lexicon.version },
  };
  const unit = unitOf(spec, lexicon);
  const name = `find/entities/${officialId}/${lexicon.version}/${seed}`;
  const id = identifier(name);
  const pools = withoutWords(wordPools({ spec, unit, lexicon }), initial, lexicon);
  const chance = chanceFrom(seed).fork("find", "entities", officialId);
  const own = entityTests(pools, unit, { triplets: triplets.length, hidden: HIDDEN }, chance);
  if (own === null) return "the lexicon has too few words for hard unit tests";
  const flagged = flaggedTriplets(triplets, initial, unit, lexicon);
  return {
    id,
    category: "entities",
    briefing: entityBriefing(RELEASED_BUDGET, initial),
    truth: {
      id,
      seed: sha256Hex(name).slice(0, 32),
      spec,
      description: describeEntity(spec),
      tags: entityTags(spec, initial),
      tests: { ...own, triplets: flagged },
      quirks: [...new Set(flagged.flatMap(({ remarks = [] }) => remarks))].toSorted(),
      provenance: {
        source: "find",
        officialId,
        servedBy: `${ENTITIES}/${UNIT_TESTS}`,
        metadata,
      },
      canary: canaryOf(SUITE_NAME, seed),
    },
  };
}

/** The released entities. */
export const releasedEntities: Released = {
  mark: [ENTITIES, UNIT_TESTS],
  quirks: entityQuirkMeanings,
  import: importEntities,
};
