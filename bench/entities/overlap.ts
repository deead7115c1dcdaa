import type { Lexicon } from "../../src/categories/entities/lexicon/lexicon.ts";
import { wordKey } from "../../src/categories/entities/lexicon/word-key.ts";
import type { Sources } from "../../src/interpreters/scientist/concepts/sources.ts";

/** What the scientist's sources and the lexicon have in common: names, words, and words of one concept. */
export function overlapOf({ topics, vectors }: Sources, lexicon: Lexicon): string {
  const conceptOf = (name: string) => lexicon.conceptOf(name);
  const usual = new Set(topics.flatMap(({ names: [name = ""] }) => conceptOf(name) ?? []));
  const any = new Set(
    topics.flatMap(({ names }) => names.flatMap((name) => conceptOf(name) ?? [])),
  );
  const words = [...new Map(topics.flatMap((t) => t.words.map((w) => [wordKey(w), w]))).values()];
  const known = words.filter((word) => lexicon.find(word) !== null);
  const own = new Set(words.map((word) => lexicon.find(word)?.key ?? wordKey(word)));
  const entries = lexicon.entries.filter(({ key }) => own.has(key));
  const placed = lexicon.entries.filter(({ key }) => vectors.placeOf(key) >= 0);
  const pairs = topics.flatMap(({ names, words: list }) => {
    const concept = names.map(conceptOf).find((each) => each !== null);
    return concept === undefined || concept === null
      ? []
      : list.map((word) => {
          const entry = lexicon.find(word);
          return entry === null ? "none" : lexicon.gradeOf(concept, entry);
        });
  });
  const of = (count: number, all: number): string =>
    `${count} of ${all} (${((100 * count) / all).toFixed(0)} %)`;
  return [
    `concepts that are a topic's usual name: ${of(usual.size, lexicon.concepts.length)}`,
    `concepts that are a topic's usual or other name: ${of(any.size, lexicon.concepts.length)}`,
    `topics that are a concept: ${of(topics.filter(({ names }) => names.some((n) => conceptOf(n))).length, topics.length)}`,
    `different words of the topics that the lexicon knows: ${of(known.length, words.length)}`,
    `words of the lexicon that stand in a topic's list: ${of(entries.length, lexicon.entries.length)}`,
    `words of the lexicon among the vectors: ${of(placed.length, lexicon.entries.length)}`,
    `words of topics that are a concept, core to it: ${of(pairs.filter((g) => g === "core").length, pairs.length)}`,
    `… associated with it: ${of(pairs.filter((g) => g === "associated").length, pairs.length)}`,
    "",
  ].join("\n");
}
