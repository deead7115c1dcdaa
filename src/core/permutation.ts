import { mixWord, streamKey } from "./chance.ts";

const ROUNDS = 6;

/**
 * A pseudo-random bijection of 0…size−1 onto itself that needs no memory: a Feistel network with
 * cycle walking (Black and Rogaway, "Ciphers with Arbitrary Finite Domains", 2002).
 * `size` is at most 2³⁰.
 */
export function permutation(size: number, seed: string): (index: number) => number {
  const bits = 32 - Math.clz32(size - 1);
  const half = Math.max(1, (bits + 1) >> 1);
  const mask = (1 << half) - 1;
  const key = streamKey(`permutation:${size}:${seed}`);
  const once = (index: number): number => {
    let left = index >>> half;
    let right = index & mask;
    for (let round = 0; round < ROUNDS; round += 1) {
      const mixed = mixWord(mixWord(key, round), right)[0] & mask;
      [left, right] = [right, left ^ mixed];
    }
    return (left << half) | right;
  };
  return (index) => {
    let at = once(index);
    while (at >= size) at = once(at);
    return at;
  };
}
