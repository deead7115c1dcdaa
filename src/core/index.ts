export { chanceFrom, drawsFrom, mixNumber, mixWord, streamKey } from "./chance.ts";
export type { Chance, Draws, StreamKey } from "./chance.ts";
export { BenchError } from "./errors.ts";
export type { ErrorCode } from "./errors.ts";
export { canonicalJson, sha256Hex } from "./hash.ts";
export { cos, exp, ln, pow, sin, tanh, TAU } from "./math.ts";
