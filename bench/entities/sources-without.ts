import type { Concept } from "../../src/categories/entities/lexicon/concept.ts";
import type { Lexicon } from "../../src/categories/entities/lexicon/lexicon.ts";
import { wordShare } from "../../src/categories/entities/lexicon/word-hash.ts";
import type { Sources } from "../../src/interpreters/scientist/concepts/sources.ts";

/** Sources of which some topics are taken away, and the concepts that are among what is left. */
export interface Withheld {
  readonly sources: Sources;
  isClosed(concept: Concept): boolean;
}

/** Takes away the topics of a share of the concepts, chosen by their names. */
export function sourcesWithout(sources: Sources, lexicon: Lexicon, share: number): Withheld {
  const isWithheld = ({ name }: Concept): boolean => wordShare(`withheld/${name}`) < share;
  const topics = sources.topics.filter(({ names }) =>
    names.every((name) => {
      const concept = lexicon.conceptOf(name);
      return concept === null || !isWithheld(concept);
    }),
  );
  const closed = new Set(topics.flatMap(({ names }) => names.map((n) => lexicon.conceptOf(n))));
  return { sources: { ...sources, topics }, isClosed: (concept) => closed.has(concept) };
}
