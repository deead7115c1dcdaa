import { wordCandidate } from "./candidate.ts";
import type { Candidate } from "./candidate.ts";
import { OTHER_NAME, relationInList, relationToList, USUAL_NAME } from "./grades.ts";
import type { Sources } from "./sources.ts";
import type { Topic } from "./topic.ts";
import { middleOf, nearness } from "../../../vectors/index.ts";
import type { WordVectors } from "../../../vectors/index.ts";
import { keyOf } from "./word-key.ts";

/** All topics as candidates, with how each word stands to each. */
export interface TopicSpace {
  readonly candidates: readonly Candidate[];
  readonly vectors: WordVectors;
  /** How a word stands to each topic, in their order. */
  relationsOf(text: string): Uint8Array;
  /** The direction of a word or phrase, kept at hand. */
  directionOf(text: string): Float32Array | null;
  /** The concept that a word is the name of. */
  called(word: string): Candidate;
  /** Common words, from which names of concepts are taken. */
  readonly common: readonly { readonly word: string; readonly direction: Float32Array }[];
}

/** Words that are common enough to be what a concept is called. */
const COMMON = 20_000;

/** Prepares sources for questions. */
export function topicSpaceOf({ topics, vectors }: Sources): TopicSpace {
  const directions = new Map<string, Float32Array | null>();
  const directionOf = (text: string): Float32Array | null => {
    const known = directions.get(text);
    if (known !== undefined) return known;
    const direction = vectors.directionOf(text);
    directions.set(text, direction);
    return direction;
  };
  const middles = topics.map(({ words }) => middleOf(words.flatMap((w) => directionOf(w) ?? [])));
  const places = placesIn(topics);
  const rows = new Map<string, Uint8Array>();
  const relationsOf = (text: string): Uint8Array => {
    const known = rows.get(text);
    if (known !== undefined) return known;
    const direction = directionOf(text);
    const row = Uint8Array.from(middles, (middle) =>
      relationToList(direction === null ? 0 : nearness(direction, middle)),
    );
    for (const [topic, relation] of places.get(keyOf(text)) ?? []) row[topic] = relation;
    rows.set(text, row);
    return row;
  };
  const candidates = topics.map(({ names, words }, i): Candidate => ({
    names,
    isTopic: true,
    words,
    prior: 0,
    direction: middles[i] ?? null,
    relationOf: (text) => relationsOf(text)[i] ?? 0,
  }));
  const named = new Map<string, Candidate>();
  const common = vectors.words
    .slice(0, COMMON)
    .flatMap((word, i) => (/^[a-z]{3,}$/u.test(word) ? [{ word, direction: vectors.at(i) }] : []));
  return {
    common,
    candidates,
    vectors,
    called: (word) => {
      const known = named.get(word) ?? wordCandidate(word, vectors, directionOf);
      named.set(word, known);
      return known;
    },
    relationsOf,
    directionOf,
  };
}

/** Key of a word → the topics that have it, and how it stands to each; names go before words. */
function placesIn(topics: readonly Topic[]): ReadonlyMap<string, ReadonlyMap<number, number>> {
  const places = new Map<string, Map<number, number>>();
  const put = (text: string, topic: number, relation: number): void => {
    const key = keyOf(text);
    const row = places.get(key) ?? new Map<number, number>();
    places.set(key, row);
    if (!row.has(topic)) row.set(topic, relation);
  };
  topics.forEach(({ names, words }, topic) => {
    names.forEach((name, i) => put(name, topic, i === 0 ? USUAL_NAME : OTHER_NAME));
    words.forEach((word, i) => put(word, topic, relationInList(i)));
  });
  return places;
}
