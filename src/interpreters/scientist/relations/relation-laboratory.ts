import type { Answer, Assignment, Json } from "../../../contract/index.ts";
import type { NoteTopic } from "../laboratory.ts";
import { queryBudget } from "../query-budget.ts";
import type { QueryBudget } from "../query-budget.ts";
import { nameKey } from "./name-key.ts";

/** One answered question; `null` where the input has no answer. */
export interface FactReading {
  readonly input: string;
  readonly key: string;
  readonly answer: string | null;
}

/** The black box of a relation, and everything that was learned from it so far. */
export interface RelationLaboratory extends QueryBudget {
  /** All readings in the order in which they were asked for. */
  readonly readings: readonly FactReading[];
  wasAsked(key: string): boolean;
  /** Asks in one round, as far as the budget goes; gives the readings of this round. */
  ask(inputs: readonly string[]): Promise<readonly FactReading[]>;
  note(topic: NoteTopic, text: string, data?: Json): void;
}

/** The queries that are used where a run sets no limit, or a higher one. */
const ENOUGH = 512;

/** Opens the notebook of one problem. */
export function openRelationLaboratory(
  { probe, log }: Pick<Assignment, "probe" | "log">,
  signal: AbortSignal,
): RelationLaboratory {
  const readings: FactReading[] = [];
  const asked = new Set<string>();
  const { left, atOnce } = queryBudget(probe, ENOUGH, () => readings.length);
  return {
    readings,
    left,
    atOnce,
    wasAsked: (key) => asked.has(key),
    ask: async (inputs) => {
      const batch = inputs.slice(0, left());
      if (batch.length === 0) return [];
      const answers = await probe.ask(batch, signal);
      const fresh = answers.flatMap((answer, i) => readingOf(batch[i] ?? "", answer));
      for (const input of batch) asked.add(nameKey(input));
      readings.push(...fresh);
      return fresh;
    },
    note: (topic, text, data) => log(data === undefined ? { topic, text } : { topic, text, data }),
  };
}

function readingOf(input: string, answer: Answer): readonly FactReading[] {
  switch (answer.kind) {
    case "value": {
      const { value } = answer;
      const text = typeof value === "object" ? null : String(value);
      return [{ input, key: nameKey(input), answer: text }];
    }
    case "undefined":
      return [{ input, key: nameKey(input), answer: null }];
    case "refused":
    case "budget-exhausted":
      return [];
  }
}
