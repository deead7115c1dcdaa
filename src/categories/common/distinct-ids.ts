import { createHash } from "node:crypto";

/**
 * Tells whether an id is a new one, with at most 32 bytes of memory an id: it compares the first 63 bits
 * of their SHA-256, so that among ten million different ids a false alarm has a chance of 5 in a
 * million.
 */
export function distinctIds(most: number): (id: string) => boolean {
  const size = powerOfTwoFrom(2 * most + 2);
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

/** The smallest power of two that is not below a number. */
function powerOfTwoFrom(least: number): number {
  let power = 1;
  while (power < least) power *= 2;
  return power;
}
