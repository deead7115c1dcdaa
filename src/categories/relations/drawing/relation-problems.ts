import { canonicalJson, chanceFrom, identifier, sha256Hex } from "../../../core/index.ts";
import type { Chance } from "../../../core/index.ts";
import type { Draft } from "../../../contract/index.ts";
import { canaryOf } from "../../common/index.ts";
import type { Drawing, DrawParts, Place } from "../../common/index.ts";
import { describeRelation } from "../describe.ts";
import { shippedFacts } from "../shipped/shipped-facts.ts";
import { functionOf } from "../lexicon/function-of.ts";
import { relationBriefing } from "../problem.ts";
import type { RelationProblem, RelationSpec } from "../problem.ts";
import { relationTests } from "../tests/relation-tests.ts";
import { drawRelation } from "./draw-relation.ts";
import { initialWords } from "./initial-words.ts";
import type { RelationGroup, RelationSection } from "./relation-section.ts";
import { relationTags } from "./relation-tags.ts";

/** Draws of one problem until one that is there already is kept after all. */
const MOST_DRAWS = 300;

/** Draws relations one by one; one that an earlier one is already is drawn again, as long as there are others. */
export function drawRelations(parts: DrawParts<RelationSection>): Drawing {
  const seen = new Set<string>();
  const root = chanceFrom(parts.seed).fork("relations");
  return {
    draft: (place: Place<RelationGroup>): Draft => {
      const drawn = draw(place.group, root.fork(place.key), seen);
      const spec = answeredBy(parts.section.backend, drawn.spec);
      const problem = problemOf(parts, place, { ...drawn, spec });
      return { finish: () => problem };
    },
  };
}

/** The same relation with a language model in place of the facts, whose noise is all that it has. */
function answeredBy(backend: RelationSection["backend"], drawn: RelationSpec): RelationSpec {
  if (backend === undefined) return drawn;
  const { noise: _noise, ...law } = drawn;
  return { ...law, backend: { name: "model", ...backend, version: drawn.backend.version } };
}

interface Drawn {
  readonly spec: RelationSpec;
  /** Which draw of its place it is; 1-based. */
  readonly number: number;
  /** Decides its words to begin with and its tests. */
  readonly chance: Chance;
  readonly isRepeated: boolean;
}

function draw(group: RelationGroup, root: Chance, seen: Set<string>): Drawn {
  for (let number = 1; ; number += 1) {
    const chance = root.fork(number);
    const spec = drawRelation(group, shippedFacts(), chance.fork("function"));
    const name = `${spec.relation}/${spec.exception ?? ""}`;
    const isRepeated = seen.has(name);
    if (isRepeated && number < MOST_DRAWS) continue;
    seen.add(name);
    return { spec, number, chance, isRepeated };
  }
}

function problemOf(
  { recipe, budget, section, seed }: DrawParts<RelationSection>,
  { index, key }: Place<RelationGroup>,
  { spec, number, chance, isRepeated }: Drawn,
): RelationProblem {
  // Which draw is kept depends on the other problems; an id names one function all the same.
  const { backend } = section;
  const own = backend === undefined ? "" : `/${canonicalJson(backend)}`;
  const name = `${key}/${number}/${seed}${own}`;
  const id = identifier(`problem/${name}`);
  const facts = shippedFacts();
  const known = functionOf(spec);
  const initial = initialWords(known, facts, section.initial, chance.fork("initial"));
  const tags = [...relationTags(spec, known), ...(isRepeated ? ["degenerate:repeated"] : [])];
  return {
    id,
    category: "relations",
    briefing: relationBriefing(budget, initial),
    truth: {
      id,
      seed: sha256Hex(`seed/${name}`).slice(0, 32),
      spec,
      description: describeRelation(spec),
      tags: tags.toSorted(),
      tests: relationTests(known, facts, section.tests, initial, chance.fork("tests")),
      quirks: [],
      provenance: {
        source: "recipe",
        recipe,
        index,
        rejected: number === 1 ? {} : { repeated: number - 1 },
      },
      canary: canaryOf(recipe, seed),
    },
  };
}
