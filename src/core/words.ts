/**
 * Fills lists with the 32-bit words of the generator xoroshiro128+ from a state of four words, not
 * all 0: https://prng.di.unimi.it/xoroshiro128plus.c, its lower halves, as pure-rand has them.
 */
export function wordsFrom(
  seed: readonly [number, number, number, number],
): (words: Uint32Array) => void {
  // Each half of the state in a variable of its own, since that is several times faster.
  let [s01, s00, s11, s10] = seed;
  return (words) => {
    let [high0, low0, high1, low1] = [s01 | 0, s00 | 0, s11 | 0, s10 | 0];
    for (let i = 0; i < words.length; i += 1) {
      words[i] = low0 + low1;
      const low = low1 ^ low0;
      const high = high1 ^ high0;
      const before = low0;
      low0 = (low0 << 24) ^ (high0 >>> 8) ^ low ^ (low << 16);
      high0 = (high0 << 24) ^ (before >>> 8) ^ high ^ ((high << 16) | (low >>> 16));
      low1 = (high << 5) ^ (low >>> 27);
      high1 = (low << 5) ^ (high >>> 27);
    }
    [s01, s00, s11, s10] = [high0, low0, high1, low1];
  };
}
