import type { Answer, Interpretation, Note, Probe } from "../../../../src/contract/index.ts";
import { chanceFrom } from "../../../../src/core/index.ts";
import { entityBriefing } from "../../../../src/categories/entities/problem.ts";
import { scientist } from "../../../../src/interpreters/index.ts";
import { formed } from "../../../support/formed.ts";

/** What the scientist made of a unit, and what it took. */
export interface Studied {
  readonly interpretation: Interpretation;
  readonly notes: readonly Note[];
  readonly queries: number;
}

/** How a unit is studied. */
export interface StudyOptions {
  readonly initial?: readonly string[];
  readonly budget?: number;
  readonly rounds?: number | null;
  readonly seed?: string;
}

/** Lets the scientist study a unit; throws if it asks more than it may. */
export async function studied(
  activation: (word: string) => number,
  { initial = [], budget = 96, rounds = null, seed = "a test" }: StudyOptions = {},
): Promise<Studied> {
  const notes: Note[] = [];
  const probe = countedProbe(activation, budget, rounds);
  const interpretation = await scientist().interpret(
    {
      probe,
      briefing: formed({ ...entityBriefing(budget, initial), rounds }),
      chance: chanceFrom(seed),
      clock: { now: () => 0 },
      log: (note) => void notes.push(note),
    },
    new AbortController().signal,
  );
  return { interpretation, notes, queries: probe.usage().queries };
}

function countedProbe(
  activation: (word: string) => number,
  budget: number,
  allowed: number | null,
): Probe {
  let queries = 0;
  let rounds = 0;
  return {
    usage: () => ({ queries, rounds }),
    remaining: () => ({
      queries: budget - queries,
      rounds: allowed === null ? null : allowed - rounds,
    }),
    ask: (inputs) => {
      queries += inputs.length;
      rounds += 1;
      if (inputs.length === 0) throw new Error("Expected a question; got none");
      if (queries > budget) throw new Error("Asked more than the budget");
      if (rounds > (allowed ?? Infinity)) throw new Error("Asked in more than the rounds");
      return Promise.resolve(
        inputs.map((input): Answer => ({ kind: "value", value: activation(String(input)) })),
      );
    },
  };
}
