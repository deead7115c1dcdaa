import { createHash } from "node:crypto";

/**
 * Tells whether an id is a new one, with at most 32 bytes of memory an id: it compares the first 63 bits
 * of their SHA-256, so that among ten million different ids a false alarm has a chance of 5 in a
 * million.
 */
export function distinctIds(most: number): (id: string) => boolean {
  const size = 2 ** Math.ceil(Math.log2(2 * most + 2));
  const slots = new BigUint64Array(size);
  const mask = BigInt(size - 1);
  return (id) => {
    const mark = createHash("sha256").update(id).digest().readBigUInt64LE() | 1n;
    let at = Number((mark >> 1n) & mask);
    while (slots[at] !== 0n) {
      if (slots[at] === mark) return false;
      at = (at + 1) & (size - 1);
    }
    slots[at] = mark;
    return true;
  };
}
