import { chanceFrom, identifier, sha256Hex } from "../../../core/index.ts";
import { canaryOf, RELEASED_BUDGET, SUITE_NAME } from "../../common/index.ts";
import type { Imported, ImportParts, Released } from "../../common/index.ts";
import { describeRelation } from "../describe.ts";
import { relationTags } from "../drawing/relation-tags.ts";
import { factFunction } from "../lexicon/fact-function.ts";
import type { FactFunction } from "../lexicon/fact-function.ts";
import type { Facts } from "../lexicon/facts.ts";
import { exceptionStated, relationStated } from "../lexicon/stated.ts";
import { relationBriefing } from "../problem.ts";
import type { RelationProblem, RelationSpec } from "../problem.ts";
import { shippedFacts } from "../shipped/shipped-facts.ts";
import { relationTests } from "../tests/relation-tests.ts";
import { relationQuirkMeanings, tripletQuirks } from "./quirks.ts";
import type { RelationQuirk } from "./quirks.ts";
import { readReleasedRelations } from "./read-released.ts";
import type { ReleasedRelation } from "./read-released.ts";

/** Hard unit tests and hidden inputs per problem. */
const COUNTS = { triplets: 10, hidden: 40 };

/**
 * The released relations with their published unit tests, answered by the facts: the language model
 * that served them is not needed. Throws `data-missing` or `bad-data`.
 */
async function importRelations({ folder, seed }: ImportParts): Promise<Imported> {
  const facts = shippedFacts();
  const problems: RelationProblem[] = [];
  const leftOut: { readonly id: string; readonly reason: string }[] = [];
  for (const each of await readReleasedRelations(folder)) {
    const spec = specOf(each, facts);
    if (typeof spec === "string") leftOut.push({ id: `relations/${each.id}`, reason: spec });
    else problems.push(problemOf(each, spec, facts, seed));
  }
  return { problems: problems.toSorted((a, b) => (a.id < b.id ? -1 : 1)), leftOut };
}

/** What the words of a released relation mean, or why it is left out. */
function specOf(
  { input, output, exception }: ReleasedRelation,
  facts: Facts,
): RelationSpec | string {
  const { relation } = relationStated(facts, { input, output });
  if (relation === null) return `no facts of ${output}`;
  const left = exception === null ? null : exceptionStated(facts, relation.class, exception);
  if (exception !== null && left === null) return `no facts tell that ${exception}`;
  const id = left?.id ?? null;
  const version = factFunction(facts, relation.id, id).version();
  return {
    kind: "relation",
    relation: relation.id,
    exception: id,
    backend: { name: "lexicon", version },
  };
}

function problemOf(
  released: ReleasedRelation,
  spec: RelationSpec,
  facts: Facts,
  seed: string,
): RelationProblem {
  const name = `find/relations/${released.id}/${seed}`;
  const id = identifier(name);
  const known = factFunction(facts, spec.relation, spec.exception);
  const { initial } = released;
  const chance = chanceFrom(seed).fork("find", "relations", released.id);
  const triplets = released.triplets.map((triplet) => {
    const quirks = tripletQuirks(triplet, known, facts);
    return quirks.length === 0 ? triplet : { ...triplet, quirks };
  });
  return {
    id,
    category: "relations",
    briefing: relationBriefing(RELEASED_BUDGET, initial),
    truth: {
      id,
      seed: sha256Hex(name).slice(0, 32),
      spec,
      description: describeRelation(spec),
      tags: relationTags(spec, known),
      tests: { ...relationTests(known, facts, COUNTS, initial, chance), triplets },
      quirks: quirksOf(
        released,
        known,
        triplets.flatMap(({ quirks = [] }) => quirks),
      ),
      provenance: {
        source: "find",
        officialId: released.id,
        servedBy: "facts",
        metadata: released.metadata,
      },
      canary: canaryOf(SUITE_NAME, seed),
    },
  };
}

function quirksOf(
  { hasBlanks, initial }: ReleasedRelation,
  { inputs }: FactFunction,
  ofTriplets: readonly string[],
): readonly string[] {
  const own: RelationQuirk[] = [];
  if (hasBlanks) own.push("dangling-blank");
  if (initial.every((word) => inputs.find(word) === null)) own.push("no-fitting-word");
  return [...new Set([...own, ...ofTriplets])].toSorted();
}

/** The released relations. */
export const releasedRelations: Released = {
  mark: ["neurons_relations", "unit_test_data.json"],
  quirks: relationQuirkMeanings,
  import: importRelations,
};
