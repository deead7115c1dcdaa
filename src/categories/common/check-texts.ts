import { BenchError } from "../../core/index.ts";
import type { Answer } from "../../contract/index.ts";
import type { InputCheck, OpenOptions } from "./category.ts";
import { inputName } from "./replay.ts";

/** How texts are checked and answered. */
export interface TextServing {
  /** Characters, as UTF-16 counts them, that a text may have. */
  readonly most: number;
  readonly options: OpenOptions;
  /** What its category calls one. */
  readonly noun: "text" | "string";
  /** Answers texts in their order; a promise where the function is computed elsewhere. */
  serve(texts: readonly string[]): readonly Answer[] | Promise<readonly Answer[]>;
}

/**
 * Checks batches for a function of one text. What is computed elsewhere is answered from the record
 * where it is there, and not at all once the black box is closed.
 */
export function checkTexts({ most, options, noun, serve }: TextServing): InputCheck {
  const recorded = (text: string): Answer | null =>
    options.replay?.get(inputName([text]))?.[0] ?? null;
  return (inputs, left) => {
    const texts: string[] = [];
    const admitted = inputs.map((input): Answer | null => {
      if (typeof input !== "string") return { kind: "refused", reason: `Expected a ${noun}` };
      if (input.length > most)
        return { kind: "refused", reason: `Expected at most ${most} characters` };
      if (texts.length >= left) return { kind: "budget-exhausted" };
      texts.push(input);
      return null;
    });
    return {
      count: texts.length,
      answer: () => {
        const known = texts.map(recorded);
        const serving = serve(texts.filter((_, i) => known[i] === null));
        const filled = (answers: readonly Answer[]): readonly Answer[] =>
          filledWith(admitted, filledWith(known, answers));
        if (!(serving instanceof Promise)) return filled(serving);
        return unlessClosed(serving.then(filled), options);
      },
    };
  };
}

/** `null` once the black box is closed; a fault is told of before whoever asked hears of it. */
async function unlessClosed(
  serving: Promise<readonly Answer[]>,
  { closing, onFault }: OpenOptions,
): Promise<readonly Answer[] | null> {
  try {
    const answers = await serving;
    return closing?.aborted === true ? null : answers;
  } catch (error) {
    if (closing?.aborted === true) return null;
    if (error instanceof BenchError) onFault?.(error);
    throw error;
  }
}

/** Answers in the places that have none. */
function filledWith(
  places: readonly (Answer | null)[],
  answers: readonly Answer[],
): readonly Answer[] {
  let next = 0;
  return places.map((each) => each ?? answers[next++] ?? NONE);
}

const NONE: Answer = { kind: "undefined", reason: "There is no answer" };
