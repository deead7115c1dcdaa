import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plusFromState } from "pure-rand/generator/xoroshiro128plus";
import type { RandomGenerator } from "pure-rand/types/RandomGenerator";
import { sha256Bytes } from "./hash.ts";
import { cos, exp, ln, TAU } from "./math.ts";

/** Random draws from one stream, in the order in which they are asked for. */
export interface Draws {
  /** Uniform in [0, 1), with 53 random bits. */
  uniform(): number;
  /** Uniform among the whole numbers from `min` to `max`, both included. */
  integer(min: number, max: number): number;
  /** Standard normal, by Box and Muller (1958). */
  normal(): number;
  /** Poisson with the given mean ≥ 0, by Knuth's product of uniforms. */
  poisson(mean: number): number;
  /** One of the items, each equally likely; the list must not be empty. */
  pick<T>(items: readonly T[]): T;
  /** The items in a uniformly random order (Fisher–Yates), as a new list. */
  shuffled<T>(items: readonly T[]): T[];
}

/** A stream of chance that forks by name: a fork depends on the names alone, never on draws. */
export interface Chance extends Draws {
  /** An independent stream; the same names give the same stream, whatever was drawn before. */
  fork(...names: readonly (string | number)[]): Chance;
}

/** Four 32-bit words that decide a stream. */
export type StreamKey = readonly [number, number, number, number];

const LARGEST_POISSON_CHUNK = 16;

/**
 * The stream that belongs to a key; the key is asked for at the first draw. A class, since millions
 * are made: its methods are shared where closures would be made anew.
 */
class KeyedDraws implements Draws {
  readonly #key: () => StreamKey;
  #generator: RandomGenerator | undefined;

  constructor(key: () => StreamKey) {
    this.#key = key;
  }

  uniform(): number {
    this.#generator ??= xoroshiro128plusFromState(nonZero(this.#key()));
    return uniformFloat64(this.#generator);
  }

  integer(min: number, max: number): number {
    return min + Math.floor(this.uniform() * (max - min + 1));
  }

  normal(): number {
    const radius = Math.sqrt(-2 * ln(1 - this.uniform()));
    return radius * cos(TAU * this.uniform());
  }

  poisson(mean: number): number {
    let count = 0;
    for (let rest = mean; rest > 0; rest -= LARGEST_POISSON_CHUNK) {
      const floor = exp(-Math.min(rest, LARGEST_POISSON_CHUNK));
      for (let product = this.uniform(); product > floor; product *= this.uniform()) count += 1;
    }
    return count;
  }

  pick<T>(items: readonly T[]): T {
    if (items.length === 0) throw new RangeError("Expected items to pick from; got an empty list");
    return items[this.integer(0, items.length - 1)] as T;
  }

  shuffled<T>(items: readonly T[]): T[] {
    const out = [...items];
    for (let i = out.length - 1; i > 0; i -= 1) {
      const j = this.integer(0, i);
      const moved = out[i] as T;
      out[i] = out[j] as T;
      out[j] = moved;
    }
    return out;
  }
}

class NamedChance extends KeyedDraws implements Chance {
  readonly #path: string;

  constructor(path: string) {
    super(() => streamKey(path));
    this.#path = path;
  }

  fork(...names: readonly (string | number)[]): Chance {
    // Lengths keep ("ab","c") and ("a","bc") apart.
    return new NamedChance(
      names.reduce<string>((at, name) => `${at}/${String(name).length}:${name}`, this.#path),
    );
  }
}

/** The stream that belongs to a key. */
export function drawsFrom(key: () => StreamKey): Draws {
  return new KeyedDraws(key);
}

/** The generator stands still on a state of zeros. */
function nonZero(key: StreamKey): StreamKey {
  return key[0] === 0 && key[1] === 0 && key[2] === 0 && key[3] === 0 ? [1, 0, 0, 0] : key;
}

/** The root stream of a seed; any text is a seed. */
export function chanceFrom(seed: string): Chance {
  return new NamedChance(`seed:${seed}`);
}

/** The key of the stream that a text decides: the first 16 bytes of its SHA-256. */
export function streamKey(text: string): StreamKey {
  const view = new DataView(sha256Bytes(text).buffer);
  return [view.getInt32(0), view.getInt32(4), view.getInt32(8), view.getInt32(12)];
}

const bits = new DataView(new ArrayBuffer(8));

/**
 * A key mixed with one number, by its 64 bits (−0 counts as 0): the cheap way to a stream of its
 * own for each of millions of inputs. The finaliser is MurmurHash3's `fmix32` (Appleby, 2011).
 */
export function mixNumber(key: StreamKey, value: number): StreamKey {
  bits.setFloat64(0, value + 0);
  return mixWord(mixWord(key, bits.getInt32(0)), bits.getInt32(4));
}

/** A key mixed with one 32-bit word. */
export function mixWord([a, b, c, d]: StreamKey, word: number): StreamKey {
  return [
    fmix32(Math.imul(a ^ word, 0x9e3779b1) + 0x52dce729),
    fmix32(Math.imul(b ^ word, 0x85ebca77) + 0x38495ab5),
    fmix32(Math.imul(c ^ word, 0xc2b2ae3d) + 0x7ed55d16),
    fmix32(Math.imul(d ^ word, 0x27d4eb2f) + 0x165667b1),
  ];
}

function fmix32(word: number): number {
  let h = word | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
