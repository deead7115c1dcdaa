import { canonicalJson, sha256Hex } from "../../../core/index.ts";
import type { WordVectors } from "../../../vectors/index.ts";
import { rounded } from "./lexicon.ts";
import type { Lexicon } from "./lexicon.ts";
import { FORMULA, nearnessTo } from "./nearness-to.ts";

/** What a word of other concepts has at most: it may be weakly related. */
const MOST_ELSEWHERE = 0.25;

/**
 * A lexicon that answers by nearness of word vectors where it lists nothing: for words that it does not
 * know, and, at most weakly, for words that it knows of other concepts only. What it lists, it answers
 * as before, and neutral words stay silent.
 */
export function embeddingOf(lexicon: Lexicon, vectors: WordVectors, digest: string): Lexicon {
  const neutral = lexicon.entries.filter(({ grades }) => grades.size === 0);
  const near = nearnessTo(
    vectors,
    neutral.map(({ word }) => word),
  );
  return {
    ...lexicon,
    name: "embedding",
    version: sha256Hex(canonicalJson([lexicon.version, digest, FORMULA])).slice(0, 16),
    activation: (concept, text) => {
      const entry = lexicon.find(text);
      const isListed =
        entry !== null && (entry.grades.size === 0 || lexicon.gradeOf(concept, entry) !== "none");
      const nearness = isListed ? null : near(concept, entry?.word ?? text);
      if (nearness === null) return lexicon.activation(concept, text);
      return rounded(entry === null ? nearness : Math.min(MOST_ELSEWHERE, nearness));
    },
  };
}
