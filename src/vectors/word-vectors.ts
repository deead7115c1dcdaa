import { BenchError, withoutMarks } from "../core/index.ts";

/** Components of a vector. */
const DIMENSIONS = 100;

/** Directions of common words: near ones are used in like places. */
export interface WordVectors {
  /** Lower-case, the commonest first. */
  readonly words: readonly string[];
  /** The place of a word among them; -1 for one that is not. */
  placeOf(word: string): number;
  /** The direction of a word or phrase, of length 1; `null` where no word of it is known. */
  directionOf(text: string): Float32Array | null;
  /** The direction of the word at a place. */
  at(place: number): Float32Array;
}

/** Words that say nothing of what a phrase is about. */
const IDLE = new Set("the of and a an in on to for at by with or de la le 's".split(" "));

/**
 * Vectors from a list of words and a hundred bytes for each. What all vectors have in common is taken
 * away first: it says only that these are words.
 */
export function wordVectors(words: readonly string[], bytes: Int8Array): WordVectors {
  if (bytes.length !== words.length * DIMENSIONS)
    throw new BenchError(
      "bad-data",
      `Expected ${DIMENSIONS} bytes for each of ${words.length} word vectors; got ${bytes.length}; install the package again`,
    );
  const places = new Map(words.map((word, i) => [word, i]));
  const common = meanOf(bytes, words.length);
  const kept = new Map<number, Float32Array>();
  const at = (place: number): Float32Array => {
    const known = kept.get(place) ?? directionAt(place);
    kept.set(place, known);
    return known;
  };
  const directionAt = (place: number): Float32Array => {
    const own = bytes.subarray(place * DIMENSIONS, (place + 1) * DIMENSIONS);
    const length = lengthOf(own);
    const vector = new Float32Array(DIMENSIONS);
    own.forEach((each, i) => (vector[i] = each / length - (common[i] ?? 0)));
    return withLengthOne(vector);
  };
  return {
    words,
    at,
    placeOf: (word) => places.get(word) ?? -1,
    directionOf: (text) => {
      const found = partsOf(text).flatMap((part) => places.get(part) ?? []);
      const [only] = found;
      if (only === undefined) return null;
      return found.length === 1 ? at(only) : middleOf(found.map(at));
    },
  };
}

function partsOf(text: string): readonly string[] {
  const parts = withoutMarks(text)
    .replaceAll(/['’]s\b/gu, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== "");
  const telling = parts.filter((part) => !IDLE.has(part));
  return telling.length === 0 ? parts : telling;
}

function meanOf(bytes: Int8Array, count: number): Float64Array {
  const sum = new Float64Array(DIMENSIONS);
  for (let place = 0; place < count; place += 1) {
    const from = place * DIMENSIONS;
    let square = 0;
    for (let i = from; i < from + DIMENSIONS; i += 1) square += (bytes[i] ?? 0) * (bytes[i] ?? 0);
    const length = (Math.sqrt(square) || 1) * count;
    for (let i = 0; i < DIMENSIONS; i += 1)
      sum[i] = (sum[i] ?? 0) + (bytes[from + i] ?? 0) / length;
  }
  return sum;
}

function lengthOf(vector: Int8Array | Float32Array): number {
  let sum = 0;
  for (const each of vector) sum += each * each;
  return Math.sqrt(sum) || 1;
}

function withLengthOne(vector: Float32Array): Float32Array {
  const length = lengthOf(vector);
  return vector.map((each) => each / length);
}

/** The middle direction of several, each as heavy as its weight. */
export function middleOf(
  vectors: readonly Float32Array[],
  weights: readonly number[] = vectors.map(() => 1),
): Float32Array {
  const sum = new Float32Array(DIMENSIONS);
  vectors.forEach((vector, k) => {
    const weight = weights[k] ?? 0;
    for (let i = 0; i < DIMENSIONS; i += 1) sum[i] = (sum[i] ?? 0) + weight * (vector[i] ?? 0);
  });
  return withLengthOne(sum);
}

/** The cosine of the angle between two directions. */
export function nearness(one: Float32Array, two: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < DIMENSIONS; i += 1) sum += (one[i] ?? 0) * (two[i] ?? 0);
  return sum;
}
