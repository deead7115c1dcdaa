import { log2 } from "../../../core/index.ts";
import type { Draws } from "../../../core/index.ts";
import { atomsOf } from "../../../categories/strings/index.ts";
import type { StringSpec } from "../../../categories/strings/index.ts";
import type { Hypothesis } from "./hypothesis.ts";
import type { Outcome } from "./outcome.ts";
import { certain, predicted } from "./predicted.ts";
import { drawnText } from "./drawn-text.ts";
import { shiftedLetter } from "./letters.ts";
import { oddTexts } from "./twins.ts";
import { sharesOf } from "./weighed.ts";

/** An input that tells hypotheses apart. */
export interface Separation {
  readonly texts: readonly string[];
  /** What its answer tells on average, in bits. */
  readonly bits: number;
}

/** Hypotheses that are compared at once, at most. */
const COMPARED = 48;
/** Bits that an answer has to tell on average, to be worth asking for. */
const LEAST = 1e-5;
/** Inputs among which the most telling one is sought. */
const TRIED = 20;
/** Inputs on which two hypotheses are compared at least, and pairs of them to compare in all. */
const FEWEST_TRIED = 6;
const PAIRS = 400;
/** Rivals of the best hypothesis that are each looked at alone, at most. */
const RIVALS = 600;

/**
 * The input that tells most about which of the hypotheses holds, likeliest first; `null` where no
 * input was found that tells the likeliest from any other.
 */
export function separatingText(
  hypotheses: readonly Hypothesis[],
  arity: number,
  draws: Draws,
): Separation | null {
  if (hypotheses.length < 2) return null;
  const compared = hypotheses.slice(0, COMPARED);
  const drawn = Array.from({ length: TRIED }, inputsFor(compared, arity, draws));
  const best = mostTelling(compared, [...drawn, ...oddInputs(compared, arity)]);
  if (best !== null && best.bits > 0.02) return best;
  return best ?? againstRivals(hypotheses, arity, draws);
}

/** Inputs that tell the two readings of operations apart, where both are among the hypotheses. */
function oddInputs(compared: readonly Hypothesis[], arity: number): readonly (readonly string[])[] {
  const isReleased = compared.some(({ spec }) =>
    atomsOf(spec).some((atom) => "reading" in atom && atom.reading === "released"),
  );
  if (!isReleased) return [];
  return oddTexts.map((text, i) =>
    [text, ...oddTexts.slice(i + 1, i + arity), "ñ z9"].slice(0, arity),
  );
}

function mostTelling(
  compared: readonly Hypothesis[],
  inputs: readonly (readonly string[])[],
): Separation | null {
  const shares = sharesOf(compared);
  let best: Separation | null = null;
  for (const texts of inputs) {
    const bits = information(compared, shares, texts);
    if (bits > LEAST && (best === null || bits > best.bits)) best = { texts, bits };
  }
  return best;
}

/** The entropy of the answer less what chance alone makes of it. */
function information(
  compared: readonly Hypothesis[],
  shares: readonly number[],
  texts: readonly string[],
): number {
  const mass = new Map<Outcome, number>();
  let chance = 0;
  compared.forEach(({ spec }, i) => {
    const share = shares[i] ?? 0;
    const only = certain(spec, texts);
    if (only !== undefined) {
      mass.set(only, (mass.get(only) ?? 0) + share);
      return;
    }
    for (const { outcome, probability } of predicted(spec, texts)) {
      mass.set(outcome, (mass.get(outcome) ?? 0) + share * probability);
      chance += share * entropyOf(probability);
    }
  });
  let entropy = 0;
  for (const each of mass.values()) entropy += entropyOf(each);
  return entropy - chance;
}

function entropyOf(probability: number): number {
  return probability <= 0 ? 0 : -probability * log2(probability);
}

/** An input that tells the first hypothesis from one of the many that follow. */
function againstRivals(
  hypotheses: readonly Hypothesis[],
  arity: number,
  draws: Draws,
): Separation | null {
  const [first] = hypotheses;
  if (first === undefined) return null;
  const tried = Math.max(FEWEST_TRIED, Math.floor(PAIRS / hypotheses.length));
  for (const rival of hypotheses.slice(1, RIVALS)) {
    const pair = [first, rival];
    const drawn = inputsFor(pair, arity, draws);
    const found = mostTelling(pair, Array.from({ length: tried }, drawn));
    if (found !== null) return found;
  }
  return null;
}

/** Draws inputs of characters and a length that matter to one or two of the hypotheses. */
function inputsFor(
  hypotheses: readonly Hypothesis[],
  arity: number,
  draws: Draws,
): () => readonly string[] {
  const tastes = new Map<Hypothesis, Tastes>();
  const tastesOf = (second: Hypothesis): Tastes => {
    const before = tastes.get(second);
    const known = before ?? tastesFor([hypotheses[0] ?? second, second]);
    if (before === undefined) tastes.set(second, known);
    return known;
  };
  return () => {
    const { favourites, lengths } = tastesOf(draws.pick(hypotheses));
    return Array.from({ length: arity }, () => {
      const from = lengths.length > 0 && draws.uniform() < 0.5 ? lengths : LENGTHS;
      return drawnText(draws, { favourites, length: draws.pick(from) });
    });
  };
}

/** Characters and lengths that matter to hypotheses. */
interface Tastes {
  readonly favourites: readonly string[];
  readonly lengths: readonly number[];
}

function tastesFor(hypotheses: readonly Hypothesis[]): Tastes {
  const characters = hypotheses.flatMap(({ spec }) => knownCharactersOf(spec));
  return {
    favourites: [...new Set(characters)],
    lengths: hypotheses.flatMap(({ spec }) => lengthsOf(spec)),
  };
}

const LENGTHS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 15, 20, 24, 29];

function lengthsOf(spec: StringSpec): readonly number[] {
  if (spec.kind !== "excepted" || !("length" in spec.when)) return [];
  const { length } = spec.when;
  return [length - 1, length, length + 1];
}

/** By function: hypotheses are compared again and again, step by step. */
const known = new WeakMap<StringSpec, readonly string[]>();

function knownCharactersOf(spec: StringSpec): readonly string[] {
  const characters = known.get(spec) ?? charactersOf(spec);
  known.set(spec, characters);
  return characters;
}

function charactersOf(spec: StringSpec): readonly string[] {
  const then = spec.kind === "excepted" && spec.then.kind !== "constant-text" ? [spec.then] : [];
  const atoms = [...atomsOf(spec), ...then];
  const letters = atoms.flatMap((atom): readonly string[] => {
    if ("letter" in atom) return [atom.letter];
    if ("suffix" in atom) return [...atom.suffix];
    return "old" in atom ? [atom.old, atom.new] : [];
  });
  const steps = atoms.flatMap((atom) => ("by" in atom ? [atom.by, -atom.by] : []));
  const shifted = letters.flatMap((letter) => steps.map((by) => shiftedLetter(letter, by)));
  const told = spec.kind === "excepted" && "letter" in spec.when ? [spec.when.letter] : [];
  return [...letters, ...shifted, ...told];
}
