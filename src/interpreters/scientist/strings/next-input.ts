import type { Draws } from "../../../core/index.ts";
import { matches } from "../../../categories/strings/index.ts";
import { uncoveredText } from "./coverage.ts";
import { unaskedInput } from "./first-inputs.ts";
import { drawnText } from "./drawn-text.ts";
import type { Hypothesis } from "./hypothesis.ts";
import { ALPHABET } from "./letters.ts";
import type { TextReading } from "./outcome.ts";
import { separatingText } from "./separating-text.ts";

/** What is known when the next experiment is chosen. */
export interface Situation {
  readonly alive: readonly Hypothesis[];
  readonly readings: readonly TextReading[];
  readonly isSettled: boolean;
  /** Inputs to ask at once. */
  readonly count: number;
  readonly arity: number;
}

/** Inputs to ask, and why. */
export interface Experiment {
  readonly inputs: readonly (readonly string[])[];
  readonly why: string;
  /** True where no input was found that tells the likeliest function from another. */
  readonly isSettled: boolean;
}

/** The next experiment; `null` where nothing more is to be learned. */
export function nextInput(situation: Situation, draws: Draws): Experiment | null {
  const { alive, arity, count, isSettled } = situation;
  if (!isSettled) {
    const found = separatingText(alive, arity, draws);
    const why = `The text that tells most about which of ${alive.length} functions it is.`;
    if (found !== null)
      return {
        inputs: [found.texts, ...others(situation, count - 1, draws)],
        why,
        isSettled: false,
      };
  }
  const doubtful = exceptionalText(situation, draws);
  if (doubtful !== null) {
    const inputs = [[doubtful, ...companions(arity, draws)]];
    return {
      inputs,
      why: "The exception rests on few texts: another one that should be an exception.",
      isSettled: true,
    };
  }
  const inputs = others(situation, Math.max(1, count), draws);
  const why =
    alive.length === 0
      ? "Nothing explains the answers yet: more texts of other kinds."
      : "All functions left are the same: a text that might be an exception, such as others with its beginning, end, length or letters.";
  return inputs.length === 0 ? null : { inputs, why, isSettled: true };
}

/** Texts that an exception should have been seen on. */
const FEWEST_MET = 4;

/** A text that meets the condition of the likeliest function, while few such texts were asked. */
function exceptionalText({ alive, readings }: Situation, draws: Draws): string | null {
  const spec = alive[0]?.spec;
  if (spec?.kind !== "excepted") return null;
  const { when } = spec;
  const met = readings.filter(({ texts: [text = ""] }) => matches(when, text)).length;
  if (met >= FEWEST_MET) return null;
  const favourites = "letter" in when ? [when.letter] : [];
  const lengths = "length" in when ? [when.length - 1, when.length + 1] : [4, 7, 10];
  const drawn = Array.from({ length: 40 }, () =>
    drawnText(draws, { favourites, length: Math.max(0, draws.pick(lengths)) }),
  );
  return drawn.find((text) => matches(when, text)) ?? null;
}

/** Inputs of kinds that were not tried yet. */
function others(
  { alive, readings, arity }: Situation,
  count: number,
  draws: Draws,
): readonly (readonly string[])[] {
  const planned: (readonly string[])[] = [];
  while (planned.length < count) {
    const known = [...readings, ...planned.map((texts) => ({ texts, outcome: null }))];
    const unasked = unaskedInput(arity, known);
    const text = unasked === null ? usefulText(alive.length > 0, known, draws) : null;
    const input = unasked ?? (text === null ? null : [text, ...companions(arity, draws)]);
    if (input === null) break;
    planned.push(input);
  }
  return planned;
}

/** A text that might be an exception or, where nothing is explained yet, one that is none. */
function usefulText(
  isExplained: boolean,
  readings: readonly TextReading[],
  draws: Draws,
): string | null {
  const uncovered = uncoveredText(readings, draws);
  if (isExplained || (uncovered !== null && draws.uniform() < 0.4)) return uncovered;
  if (draws.uniform() < 0.3)
    return drawnText(draws, { favourites: [], length: draws.integer(3, 25) });
  const length = draws.integer(5, 11);
  return Array.from({ length }, () => draws.pick([...ALPHABET])).join("");
}

/** Texts to go with the first one. */
function companions(arity: number, draws: Draws): readonly string[] {
  return Array.from({ length: arity - 1 }, () =>
    drawnText(draws, { favourites: [], length: draws.integer(0, 20) }),
  );
}
