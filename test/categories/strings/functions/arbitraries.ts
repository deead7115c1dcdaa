import * as fc from "fast-check";
import { chanceFrom } from "../../../../src/core/index.ts";
import {
  sampleChain,
  sampleException,
  sampleJoined,
  sampleStringAtom,
  stringKinds,
} from "../../../../src/categories/strings/index.ts";
import type { Reading, StringLaw, StringSpec } from "../../../../src/categories/strings/index.ts";

/** Characters on which notions of letters, digits, case and blanks part. */
const TRICKY = [
  ..."aeiouAEIOUzZyYbB019 \t\n\u001c\u0085\u00a0\u2003",
  ..."²½٣①ßñéİıΩΣσςªºŉǅǆﬁᾳᾲაჀ\u212a\u0345\u0301文😀𝐀𐐀\u{1d7d8}'\"\\`${}",
];

const character = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.integer({ min: 32, max: 126 }).map((code) => String.fromCharCode(code)),
  },
  { weight: 2, arbitrary: fc.constantFrom(...TRICKY) },
);

/** Texts that are well formed, with characters that every version of Unicode since 14 has. */
export const arbitraryText = fc.string({ unit: character, maxLength: 40 });

/** Any text, of any characters and lone surrogates. */
export const arbitraryAnyText = fc.oneof(
  arbitraryText,
  fc.string({ unit: "binary", maxLength: 40 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
    .map((units) => String.fromCharCode(...units)),
);

/** Either reading. */
export const arbitraryReading = fc.constantFrom<Reading>("sound", "released");

/** Any law: an operation, a chain or two texts joined, also at the start of a chain. */
export const arbitraryLaw: fc.Arbitrary<StringLaw> = fc
  .tuple(
    fc.integer({ min: 0, max: 3 }),
    fc.integer({ min: 2, max: 3 }),
    fc.string(),
    arbitraryReading,
  )
  .map(([shape, depth, seed, reading]): StringLaw => {
    const chance = chanceFrom(seed);
    const chain = sampleChain(chance.fork("chain"), depth, reading);
    if (shape === 1) return chain;
    const joined = sampleJoined(chance.fork("joined"), reading);
    if (shape === 2) return joined;
    if (shape === 3) return { kind: "chain", steps: [joined, ...chain.steps.slice(1)] };
    return sampleStringAtom(chance.pick(stringKinds), chance.fork("atom"), reading);
  });

/** Any string function, with an exception or without. */
export const arbitrarySpec: fc.Arbitrary<StringSpec> = fc
  .tuple(arbitraryLaw, fc.string(), fc.boolean())
  .map(([law, seed, isExcepted]) => (isExcepted ? sampleException(law, chanceFrom(seed)) : law));
