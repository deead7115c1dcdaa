import type { Answer, Assignment, Input, Json } from "../../../contract/index.ts";
import type { NoteTopic } from "../laboratory.ts";
import { queryBudget } from "../query-budget.ts";
import type { QueryBudget } from "../query-budget.ts";
import type { TextReading } from "./outcome.ts";

/** The black box of one or more texts, and everything that was learned from it so far. */
export interface TextLaboratory extends QueryBudget {
  /** All readings in the order in which they were asked for. */
  readonly readings: readonly TextReading[];
  /** Asks in one round, as far as the budget goes; gives the readings of this round. */
  ask(inputs: readonly (readonly string[])[]): Promise<readonly TextReading[]>;
  /** Writes a remark into the notebook. */
  note(topic: NoteTopic, text: string, data?: Json): void;
}

/** The queries that are used where a run sets no limit, or a higher one. */
const ENOUGH = 128;

/** Opens the notebook of one problem. */
export function openTextLaboratory(
  { probe, log }: Pick<Assignment, "probe" | "log">,
  signal: AbortSignal,
): TextLaboratory {
  const readings: TextReading[] = [];
  const { left, atOnce } = queryBudget(probe, ENOUGH, () => readings.length);
  return {
    readings,
    left,
    atOnce,
    ask: async (inputs) => {
      const asked = inputs.slice(0, left());
      if (asked.length === 0) return [];
      const answers = await probe.ask(asked.map(inputOf), signal);
      const fresh = answers.flatMap((answer, i) => readingOf(asked[i] ?? [], answer));
      readings.push(...fresh);
      return fresh;
    },
    note: (topic, text, data) => log(data === undefined ? { topic, text } : { topic, text, data }),
  };
}

function inputOf(texts: readonly string[]): Input {
  const [only] = texts;
  return texts.length === 1 && only !== undefined ? only : texts;
}

function readingOf(texts: readonly string[], answer: Answer): readonly TextReading[] {
  switch (answer.kind) {
    case "value":
      return [{ texts, outcome: typeof answer.value === "string" ? answer.value : null }];
    case "undefined":
      return [{ texts, outcome: null }];
    case "refused":
    case "budget-exhausted":
      return [];
  }
}
