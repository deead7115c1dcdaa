import { BenchError } from "../../../core/index.ts";
import type { EntitySpec } from "../functions/spec.ts";
import type { Concept } from "../lexicon/concept.ts";
import type { Lexicon } from "../lexicon/lexicon.ts";

/** The concepts of a unit, in their order. Throws `bad-data` for one that the lexicon does not have. */
export function conceptsOf({ concepts }: EntitySpec, lexicon: Lexicon): readonly Concept[] {
  return concepts.map((name) => {
    const concept = lexicon.conceptOf(name);
    if (concept?.name === name) return concept;
    throw new BenchError(
      "bad-data",
      `Expected a concept of the lexicon; got \`${name}\`; open it with the findbench that made it`,
      { data: { concept: name } },
    );
  });
}
