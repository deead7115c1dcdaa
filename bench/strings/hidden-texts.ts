import { chanceFrom } from "../../src/core/index.ts";
import type { Chance } from "../../src/core/index.ts";
import { atomsOf } from "../../src/categories/strings/index.ts";
import type { StringSpec } from "../../src/categories/strings/index.ts";

const COUNT = 320;
const EDGES = [
  "",
  "a",
  "Z",
  "7",
  " ",
  "ab",
  "  a  b ",
  "é",
  "ß",
  "İstanbul",
  "naïve café",
  "𝒳y",
  "日本 7",
];
const WORDS =
  "the quick Brown fox jumps over 13 lazy dogs HELLO World banana apple x1 Room 101 abc ID".split(
    " ",
  );
const CHARACTERS = [
  ..."abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789    aeiouAEIOU.,-_!?'éß",
];

/** Inputs that no interpreter sees: edges, words, random texts, and texts around the function's own letters. */
export function hiddenInputs(spec: StringSpec, arity: number, seed: string): readonly string[][] {
  const chance = chanceFrom(seed).fork("hidden-texts");
  const own = atomsOf(spec).flatMap((atom) =>
    "letter" in atom ? [atom.letter] : "old" in atom ? [atom.old, atom.new] : [],
  );
  const text = (i: number): string => EDGES[i] ?? hiddenText(i, own, chance);
  return Array.from({ length: COUNT }, (_, i) =>
    Array.from({ length: arity }, (_, k) => (k === 0 ? text(i) : text(chance.integer(0, COUNT)))),
  );
}

function hiddenText(i: number, own: readonly string[], chance: Chance): string {
  if (i % 3 === 0) return pieces(chance.integer(1, 5), WORDS, chance).join(" ");
  const pool = i % 3 === 1 ? CHARACTERS : [...CHARACTERS, ...own, ...own, ...own, ...own, ...own];
  return pieces(chance.integer(1, i % 2 === 0 ? 30 : 12), pool, chance).join("");
}

function pieces(count: number, from: readonly string[], chance: Chance): readonly string[] {
  return Array.from({ length: count }, () => chance.pick(from));
}
