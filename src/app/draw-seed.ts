import { randomBytes } from "node:crypto";
import { BenchError } from "../core/index.ts";

const SEED_BYTES = 16;
/** Characters that a seed needs at least to be kept back. */
const SHORTEST_SEALED = 16;

/** A seed that nobody can guess: 128 random bits, in hexadecimal. */
export function drawSeed(): string {
  return randomBytes(SEED_BYTES).toString("hex");
}

/** Throws `bad-seed` for a seed so short that it could be found by trying. */
export function refuseGuessable(seed: string): void {
  if (seed.length >= SHORTEST_SEALED) return;
  throw new BenchError(
    "bad-seed",
    `Expected a sealed seed of at least ${SHORTEST_SEALED} characters; got ${seed.length}; leave --seed out, and one is drawn`,
    { data: { length: seed.length } },
  );
}
