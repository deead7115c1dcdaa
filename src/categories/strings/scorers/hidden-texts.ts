import { changedText, sampleText, sampleTexts } from "../../../core/index.ts";
import type { Chance, Draws } from "../../../core/index.ts";
import { edgeTexts } from "./edge-texts.ts";

const LETTERS = [..."abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"];
const MIXED = [...LETTERS, ..."0123456789 _-!."];
/** Draws in a row that give nothing new until the battery counts as complete. */
const MOST_REPEATS = 1000;

type Maker = (draws: Draws) => string;

/** Drawn in turn, so that each has the same share. */
const makers: readonly Maker[] = [
  sampleText,
  (draws) => changedText(sampleText(draws), draws),
  sampleText,
  (draws) => textOf(draws, LETTERS, 0, 12),
  (draws) => textOf(draws, MIXED, 5, 40),
];

/**
 * Inputs that tell neighbouring string functions apart: edge cases, at most half of them, then
 * typical texts, typical texts with one thing changed, and characters in no order. All are
 * different; the same stream gives the same inputs.
 */
export function hiddenTexts(
  arity: number,
  count: number,
  chance: Chance,
): readonly (readonly string[])[] {
  const edges = edgeInputs(arity, chance.fork("edges")).slice(0, Math.floor(count / 2));
  const inputs = new Map(edges.map((input) => [JSON.stringify(input), input]));
  const draws = chance.fork("texts");
  for (let turn = 0, repeats = 0; inputs.size < count && repeats < MOST_REPEATS; turn += 1) {
    const make = makers[turn % makers.length] ?? sampleText;
    const input = make === sampleText ? sampleTexts(arity, draws) : rowOf(arity, make, draws);
    const before = inputs.size;
    inputs.set(JSON.stringify(input), input);
    repeats = inputs.size === before ? repeats + 1 : 0;
  }
  return [...inputs.values()];
}

/** Edge cases for every argument, in an order of its own for each. */
function edgeInputs(arity: number, chance: Chance): readonly (readonly string[])[] {
  const columns = Array.from({ length: arity }, (_, i) => chance.fork(i).shuffled(edgeTexts));
  return edgeTexts.map((_, row) => columns.map((column) => column[row] ?? ""));
}

function rowOf(arity: number, make: Maker, draws: Draws): readonly string[] {
  return Array.from({ length: arity }, () => make(draws));
}

function textOf(draws: Draws, letters: readonly string[], least: number, most: number): string {
  return Array.from({ length: draws.integer(least, most) }, () => draws.pick(letters)).join("");
}
