import { relationStated } from "../../src/categories/relations/lexicon/stated.ts";
import { shippedFacts } from "../../src/categories/relations/shipped/shipped-facts.ts";
import { shippedFactSources } from "../../src/interpreters/scientist/relations/sources.ts";

/** What the scientist's own sources have in common with the facts that answer. */
export interface Overlap {
  /** Relations of which its sources have facts, by their ids: the closed list. */
  readonly closed: ReadonlySet<string>;
  /** Its own relations, as they are stated, that are none of the backend's. */
  readonly unanswered: readonly string[];
  /** Of each closed relation, how many of the inputs with an answer its sources have with one, and of how many. */
  readonly shared: ReadonlyMap<string, readonly [own: number, all: number]>;
}

/** Compares the sources of the scientist with the facts that answer. */
export function overlapOfSources(): Overlap {
  const facts = shippedFacts();
  const shared = new Map<string, readonly [number, number]>();
  const unanswered: string[] = [];
  for (const { input, properties, things } of shippedFactSources().classes) {
    for (const { attribute, output } of properties) {
      if (attribute === null) continue;
      const { relation } = relationStated(facts, { input, output });
      const about = relation === null ? undefined : facts.classes.get(relation.class);
      if (relation === null || about === undefined) {
        unanswered.push(`${input} → ${output}`);
        continue;
      }
      const known = things.filter((thing) => thing.values(attribute).length > 0);
      const found = new Set(known.map(({ name }) => about.find(name)));
      const all = about.members.filter((each) => each.values(relation.attribute).length > 0);
      shared.set(relation.id, [all.filter((each) => found.has(each)).length, all.length]);
    }
  }
  return { closed: new Set(shared.keys()), unanswered, shared };
}
