import { FIXED_TEXTS } from "./fixed-texts.ts";
import { numberOfWord } from "./letters.ts";
import type { Outcome, TextReading } from "./outcome.ts";

/** Texts that are asked before the first hypotheses are formed. */
const FIRST = 2;
/** Texts that are asked before, where answers tell little, such as number words. */
const POOR = 5;

/** What is asked first: so many inputs, but not fewer than hypotheses need. */
export function firstInputs(arity: number, count: number): readonly (readonly string[])[] {
  return fixedInputs(arity).slice(0, Math.max(FIRST, count));
}

/** What is asked next where the first answers leave very many laws possible. */
export function moreInputs(
  arity: number,
  readings: readonly TextReading[],
): readonly (readonly string[])[] {
  const arePoor = readings.every(({ outcome }) => isPoor(outcome));
  return arePoor ? fixedInputs(arity).slice(readings.length, POOR) : [];
}

/** An input that every function is asked and this one was not; `null` where there is none. */
export function unaskedInput(
  arity: number,
  readings: readonly TextReading[],
): readonly string[] | null {
  const asked = new Set(readings.map(({ texts }) => JSON.stringify(texts)));
  return fixedInputs(arity).find((texts) => !asked.has(JSON.stringify(texts))) ?? null;
}

/** Of several texts the others are the neighbours, so that now the first is longer, now the second. */
function fixedInputs(arity: number): readonly (readonly string[])[] {
  return FIXED_TEXTS.map((_, i) =>
    Array.from({ length: arity }, (_, k) => {
      const at = i % 2 === 0 ? i + k : i - k;
      return FIXED_TEXTS[(at + FIXED_TEXTS.length) % FIXED_TEXTS.length] ?? "";
    }),
  );
}

function isPoor(outcome: Outcome): boolean {
  return outcome === null || outcome.length <= 3 || numberOfWord(outcome) !== undefined;
}
