import type { Clustered } from "./clustered.ts";

const TWO_TO_32 = 4294967296;

/**
 * Makes the figures of resamples out of words of 32 bits, one a draw. A class, and loops outside of
 * it that are handed all they need, since as closures they take several times as long.
 */
export abstract class Resampler {
  /** Draws that make a resample. */
  readonly #count: number;
  readonly #drawn: Float64Array;
  #done = 0;
  #missing: number;

  constructor(count: number, resamples: number) {
    this.#count = count;
    this.#drawn = new Float64Array(resamples);
    this.#missing = count;
  }

  /** Draws with these words, as far as any are needed. */
  take(words: Uint32Array): void {
    let from = 0;
    while (from < words.length && this.#done < this.#drawn.length) {
      const to = Math.min(words.length, from + this.#missing);
      this.draw(words, from, to);
      this.#missing -= to - from;
      from = to;
      if (this.#missing > 0) continue;
      this.#drawn[this.#done] = this.close();
      this.#done += 1;
      this.#missing = this.#count;
    }
  }

  isDone(): boolean {
    return this.#done === this.#drawn.length;
  }

  /** The figure of each resample; NaN where it could not be found. */
  figures(): Float64Array {
    return this.#drawn;
  }

  /** Draws with the words from one index to before another. */
  protected abstract draw(words: Uint32Array, from: number, to: number): void;

  /** The figure of what was drawn; the next resample begins. */
  protected abstract close(): number;
}

/** Means of resamples of whole clusters. */
export class MeanResampler extends Resampler {
  readonly #scale: number;
  readonly #sums: Float64Array;
  readonly #sizes: Float64Array;
  /** Numbers in each resample; `null` where clusters differ in size. */
  readonly #size: number | null;
  /** The sums where all are small whole numbers, which add up exactly in any order. */
  readonly #whole: Int8Array | null;
  readonly #codes: Uint16Array | null;
  readonly #distinct: Float64Array;
  /** The sum of what was drawn, and how many numbers that is. */
  readonly #drawn = new Float64Array(2);

  constructor({ values, ends }: Clustered, resamples: number) {
    super(ends.length, resamples);
    this.#scale = ends.length / TWO_TO_32;
    this.#sizes = Float64Array.from(ends, (end, i) => end - (ends[i - 1] ?? 0));
    this.#sums = sumsOf(values, ends);
    const [size = 1] = this.#sizes;
    this.#size = this.#sizes.every((other) => other === size) ? size * ends.length : null;
    const isWhole = this.#sums.every((sum) => Number.isInteger(sum) && Math.abs(sum) <= SMALL);
    this.#whole = isWhole ? Int8Array.from(this.#sums) : null;
    ({ codes: this.#codes, distinct: this.#distinct } = encoded(this.#sums));
  }

  protected override draw(words: Uint32Array, from: number, to: number): void {
    const [sum = 0, size = 0] = this.#drawn;
    const scale = this.#scale;
    this.#drawn[0] =
      this.#whole !== null
        ? sum + summedWhole(words, from, to, scale, this.#whole)
        : this.#codes !== null
          ? summedByCode(words, from, to, scale, this.#codes, this.#distinct, sum)
          : summed(words, from, to, scale, this.#sums, sum);
    if (this.#size === null) this.#drawn[1] = summed(words, from, to, scale, this.#sizes, size);
  }

  protected override close(): number {
    const [sum = 0, size = 0] = this.#drawn;
    this.#drawn.fill(0);
    return sum / (this.#size ?? size);
  }
}

/** The sum of each cluster. */
function sumsOf(values: Float64Array, ends: Int32Array): Float64Array {
  let i = 0;
  return Float64Array.from(ends, (end) => {
    let sum = 0;
    for (; i < end; i += 1) sum += values[i] ?? 0;
    return sum;
  });
}

/** Adds a figure of each cluster that is drawn to a sum, one after the other. */
function summed(
  words: Uint32Array,
  from: number,
  to: number,
  scale: number,
  figures: Float64Array,
  start: number,
): number {
  let sum = start;
  for (let i = from; i < to; i += 1) sum += figures[((words[i] ?? 0) * scale) | 0] ?? 0;
  return sum;
}

/** The same for at most so many small whole numbers that their sum is one of 32 bits. */
function summedWhole(
  words: Uint32Array,
  from: number,
  to: number,
  scale: number,
  figures: Int8Array,
): number {
  let sum = 0;
  for (let i = from; i < to; i += 1)
    sum = (sum + (figures[((words[i] ?? 0) * scale) | 0] ?? 0)) | 0;
  return sum;
}

function summedByCode(
  words: Uint32Array,
  from: number,
  to: number,
  scale: number,
  codes: Uint16Array,
  distinct: Float64Array,
  start: number,
): number {
  let sum = start;
  for (let i = from; i < to; i += 1)
    sum += distinct[codes[((words[i] ?? 0) * scale) | 0] ?? 0] ?? 0;
  return sum;
}

const SMALL = 127;
/** From so many clusters on their sums no longer stay in the nearest cache. */
const MANY = 4096;
const MOST_CODES = 2048;

/** Very many sums as places in a short list, where there are few distinct ones. */
function encoded(sums: Float64Array): {
  readonly codes: Uint16Array | null;
  readonly distinct: Float64Array;
} {
  const known = new Map<number, number>();
  if (sums.length < MANY) return { codes: null, distinct: new Float64Array() };
  const codes = new Uint16Array(sums.length);
  for (let i = 0; i < sums.length; i += 1) {
    const sum = sums[i] ?? 0;
    const code = known.get(sum) ?? known.size;
    if (code === MOST_CODES) return { codes: null, distinct: new Float64Array() };
    known.set(sum, code);
    codes[i] = code;
  }
  return { codes, distinct: Float64Array.from(known.keys()) };
}

/** Standard deviations (at most √n / 2 ranks each) within which a resample's median is looked for. */
const REACH = 8;

const ABOVE = 0;
const BELOW = 1;
const NEAR = 2;

/**
 * Medians of resamples of single numbers. Only those whose rank is near the middle are counted one by
 * one; where a median lies further away than `reach`, it is NaN.
 */
export class MedianResampler extends Resampler {
  readonly #scale: number;
  readonly #ranks: Int32Array;
  readonly #places: Uint8Array;
  readonly #first: number;
  readonly #values: Float64Array;
  readonly #counts: Int32Array;
  readonly #middle: { readonly low: number; readonly high: number };
  #below = 0;

  constructor(values: Float64Array, resamples: number, reach: number = REACH) {
    const count = values.length;
    super(count, resamples);
    this.#scale = count / TWO_TO_32;
    const order = ascending(values);
    this.#ranks = new Int32Array(count);
    for (let rank = 0; rank < count; rank += 1) this.#ranks[order[rank] ?? 0] = rank;
    const away = Math.ceil((reach * Math.sqrt(count)) / 2);
    const first = Math.max(0, (count >> 1) - away);
    const last = Math.min(count - 1, (count >> 1) + away);
    this.#first = first;
    this.#places = Uint8Array.from(this.#ranks, (rank) =>
      rank < first ? BELOW : rank > last ? ABOVE : NEAR,
    );
    this.#values = Float64Array.from(
      order.subarray(first, last + 1),
      (index) => values[index] ?? 0,
    );
    this.#counts = new Int32Array(last - first + 1);
    this.#middle = { low: (count - 1) >> 1, high: count >> 1 };
  }

  protected override draw(words: Uint32Array, from: number, to: number): void {
    const near = { ranks: this.#ranks, first: this.#first, counts: this.#counts };
    this.#below += countedBelow(words, from, to, this.#scale, this.#places, near);
  }

  protected override close(): number {
    const figure = countedMedian(this.#values, this.#counts, this.#below, this.#middle);
    this.#counts.fill(0);
    this.#below = 0;
    return figure;
  }
}

/** How many of the drawn numbers are below; those near the middle are counted by their rank. */
function countedBelow(
  words: Uint32Array,
  from: number,
  to: number,
  scale: number,
  places: Uint8Array,
  near: { readonly ranks: Int32Array; readonly first: number; readonly counts: Int32Array },
): number {
  const { ranks, first, counts } = near;
  let below = 0;
  for (let i = from; i < to; i += 1) {
    const drawn = ((words[i] ?? 0) * scale) | 0;
    const place = places[drawn] ?? ABOVE;
    below += place & BELOW;
    if (place !== NEAR) continue;
    const at = (ranks[drawn] ?? 0) - first;
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return below;
}

/** The median of ascending values that came so many times each, `below` others before; or NaN. */
function countedMedian(
  values: Float64Array,
  counts: Int32Array,
  below: number,
  { low, high }: { readonly low: number; readonly high: number },
): number {
  if (below > low) return NaN;
  let passed = below;
  let lower = NaN;
  for (let i = 0; i < values.length; i += 1) {
    const before = passed;
    passed += counts[i] ?? 0;
    if (before <= low && passed > low) lower = values[i] ?? NaN;
    if (passed > high) return (lower + (values[i] ?? NaN)) / 2;
  }
  return NaN;
}

/** Medians of resamples of clusters of several numbers: counts how often each cluster was drawn. */
export class ClusterMedianResampler extends Resampler {
  readonly #scale: number;
  readonly #ends: Int32Array;
  readonly #values: Float64Array;
  /** The cluster of each of the ascending values. */
  readonly #owners: Int32Array;
  readonly #counts: Int32Array;

  constructor({ values, ends }: Clustered, resamples: number) {
    super(ends.length, resamples);
    this.#scale = ends.length / TWO_TO_32;
    this.#ends = ends;
    const order = ascending(values);
    const owners = new Int32Array(values.length);
    for (const [cluster, end] of ends.entries()) owners.fill(cluster, ends[cluster - 1] ?? 0, end);
    this.#values = Float64Array.from(order, (index) => values[index] ?? 0);
    this.#owners = Int32Array.from(order, (index) => owners[index] ?? 0);
    this.#counts = new Int32Array(ends.length);
  }

  protected override draw(words: Uint32Array, from: number, to: number): void {
    const [scale, counts] = [this.#scale, this.#counts];
    for (let i = from; i < to; i += 1) {
      const drawn = ((words[i] ?? 0) * scale) | 0;
      counts[drawn] = (counts[drawn] ?? 0) + 1;
    }
  }

  protected override close(): number {
    const [ends, counts] = [this.#ends, this.#counts];
    let size = 0;
    for (let i = 0; i < ends.length; i += 1)
      size += (counts[i] ?? 0) * ((ends[i] ?? 0) - (ends[i - 1] ?? 0));
    const times = Int32Array.from(this.#owners, (cluster) => counts[cluster] ?? 0);
    counts.fill(0);
    return countedMedian(this.#values, times, 0, { low: (size - 1) >> 1, high: size >> 1 });
  }
}

/** Places of values in ascending order. */
function ascending(values: Float64Array): Uint32Array {
  return Uint32Array.from(values.keys()).sort(
    (a, b) => (values[a] ?? 0) - (values[b] ?? 0) || a - b,
  );
}
