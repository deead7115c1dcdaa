/**
 * Where what changes lies in the memory of an engine. Static data come first, then the stack, which
 * grows downwards, then the heap.
 */
export interface MemoryLayout {
  /** Address of the word that holds the end of the heap; beyond it all bytes are zero. */
  readonly heapEnd: number;
  /** The part of the stack that the engine's stack limit keeps every program from reaching. */
  readonly unreached: { readonly from: number; readonly to: number };
}

/**
 * What stood in a memory, byte for byte, except in the part of the stack that is never reached: what
 * is below that part, zeroes above it, and what is above these up to the end of the heap.
 */
export interface MemoryImage {
  readonly below: Uint8Array;
  readonly above: Uint8Array;
  /** Where `above` begins; from the end of the part that is never reached up to here all is zero. */
  readonly from: number;
}

/** Bytes that are asked for to see what moves; more than the heap holds ready. */
const PROBE_BYTES = 1_048_576;

const CHUNK_BYTES = 4096;

/**
 * Finds the layout of an engine's memory, which is that of all engines of the build; the engine is
 * spoiled by it. The end of the heap is `sbrk`'s
 * variable: of the static words that move on with two large requests it is the largest.
 */
export function layoutOf(
  bytes: Uint8Array,
  allocate: (bytes: number) => number,
  /** Bytes of stack that programs may use, and what functions may take beyond. */
  stackBytes: number,
): MemoryLayout {
  const stack = longestZeroes(bytes.subarray(0, allocate(1)));
  const statics = new Uint32Array(bytes.buffer, 0, stack.from / 4);
  const first = (allocate(PROBE_BYTES), statics.slice());
  const second = (allocate(PROBE_BYTES), statics.slice());
  let [heapEnd, most] = [0, 0];
  for (const [at, value] of second.entries()) {
    if (value - (first[at] ?? 0) < PROBE_BYTES || value <= most || value > bytes.length) continue;
    [heapEnd, most] = [4 * at, value];
  }
  if (heapEnd === 0) throw new Error("Expected to find the end of the engine's heap");
  return { heapEnd, unreached: { from: stack.from, to: stack.to - stackBytes } };
}

/**
 * Keeps what stands in a memory; in `room`, where that is enough, so that nothing need be allocated.
 * The stack, which is most of what is kept, is zero as far as no program has reached.
 */
export function takeImage(
  bytes: Uint8Array,
  { heapEnd, unreached }: MemoryLayout,
  room: Uint8Array = new Uint8Array(),
): MemoryImage {
  const end = wordAt(bytes, heapEnd);
  const from = unreached.to + zeroesFrom(bytes.subarray(unreached.to, end));
  const length = unreached.from + end - from;
  const kept = room.length >= length ? room : new Uint8Array(length);
  const [below, above] = [kept.subarray(0, unreached.from), kept.subarray(unreached.from, length)];
  below.set(bytes.subarray(0, unreached.from));
  above.set(bytes.subarray(from, end));
  return { below, above, from };
}

/** Makes a memory what it was when the image was taken. */
export function restoreImage(
  bytes: Uint8Array,
  { heapEnd, unreached }: MemoryLayout,
  { below, above, from }: MemoryImage,
): void {
  const end = wordAt(bytes, heapEnd);
  bytes.set(below, 0);
  // Zeroes are written at a third of the price of what is copied.
  bytes.fill(0, unreached.to, from);
  bytes.set(above, from);
  bytes.fill(0, from + above.length, Math.max(end, from + above.length));
}

/** The bytes in use, up to the end of the heap. */
export function usedBytes(bytes: Uint8Array, { heapEnd }: MemoryLayout): Uint8Array {
  return bytes.subarray(0, wordAt(bytes, heapEnd));
}

function wordAt(bytes: Uint8Array, address: number): number {
  return new DataView(bytes.buffer).getUint32(address, true);
}

const ZEROES = Buffer.alloc(CHUNK_BYTES);

/** How many bytes at the beginning are zero, in whole chunks. */
function zeroesFrom(bytes: Uint8Array): number {
  let at = 0;
  while (at + CHUNK_BYTES <= bytes.length && ZEROES.equals(bytes.subarray(at, at + CHUNK_BYTES)))
    at += CHUNK_BYTES;
  return at;
}

/** The longest run of chunks that hold zeros only. */
function longestZeroes(bytes: Uint8Array): { from: number; to: number } {
  let longest = { from: 0, to: 0 };
  let from = 0;
  for (let at = 0; at + CHUNK_BYTES <= bytes.length; at += CHUNK_BYTES) {
    if (!ZEROES.equals(bytes.subarray(at, at + CHUNK_BYTES))) from = at + CHUNK_BYTES;
    const to = at + CHUNK_BYTES;
    if (to - from > longest.to - longest.from) longest = { from, to };
  }
  return longest;
}
