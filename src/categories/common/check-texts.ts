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
  const { replay, closing, onFault } = options;
  const recorded = (text: string): Answer | null => replay?.get(inputName([text]))?.[0] ?? null;
  const served = async (
    texts: readonly string[],
    serving: Promise<readonly Answer[]>,
  ): Promise<readonly Answer[] | null> => {
    try {
      const answers = await serving;
      if (closing?.aborted === true) return null;
      return answers.map((answer, i) => recorded(texts[i] ?? "") ?? answer);
    } catch (error) {
      if (closing?.aborted === true) return null;
      if (error instanceof BenchError) onFault?.(error);
      throw error;
    }
  };
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
    const filled = (answers: readonly Answer[]): readonly Answer[] => {
      let next = 0;
      return admitted.map((each) => each ?? answers[next++] ?? NONE);
    };
    return {
      count: texts.length,
      answer: () => {
        const serving = serve(texts);
        if (!(serving instanceof Promise)) return filled(serving);
        return served(texts, serving).then((answers) =>
          answers === null ? null : filled(answers),
        );
      },
    };
  };
}

const NONE: Answer = { kind: "undefined", reason: "There is no answer" };
