import { stringBriefing } from "../../../../src/categories/strings/index.ts";
import { formed } from "../../../support/formed.ts";
import type { Answer, Interpretation, Note, Probe } from "../../../../src/contract/index.ts";
import { chanceFrom } from "../../../../src/core/index.ts";
import { serveText } from "../../../../src/categories/strings/index.ts";
import type { StringSpec } from "../../../../src/categories/strings/index.ts";
import { scientist } from "../../../../src/interpreters/index.ts";

/** What the scientist made of a string function, and what it took. */
export interface Studied {
  readonly interpretation: Interpretation;
  readonly notes: readonly Note[];
  readonly queries: number;
}

/** How a function is studied. */
export interface StudyOptions {
  readonly texts?: number;
  readonly budget?: number | null;
  readonly rounds?: number | null;
  readonly codeLanguage?: "javascript" | "python";
}

/** Answers as a string function does; what it draws at random is decided by the spec. */
export function servedBy(spec: StringSpec): (texts: readonly string[]) => Answer {
  const draws = chanceFrom(JSON.stringify(spec));
  return (texts) => {
    const result = serveText(spec, texts, draws);
    return typeof result === "string" ? { kind: "value", value: result } : result;
  };
}

/** Lets the scientist study a black box; throws if it asks more than it may. */
export async function studied(
  answerTo: (texts: readonly string[]) => Answer,
  { texts = 1, budget = 64, rounds = null, codeLanguage = "javascript" }: StudyOptions = {},
): Promise<Studied> {
  const notes: Note[] = [];
  const probe = countedProbe(answerTo, budget, rounds);
  const interpretation = await scientist({ codeLanguage }).interpret(
    {
      probe,
      briefing: formed({ ...stringBriefing(budget, texts), rounds }),
      chance: chanceFrom("a test"),
      clock: { now: () => 0 },
      log: (note) => void notes.push(note),
    },
    new AbortController().signal,
  );
  return { interpretation, notes, queries: probe.usage().queries };
}

function countedProbe(
  answerTo: (texts: readonly string[]) => Answer,
  budget: number | null,
  allowed: number | null,
): Probe {
  let queries = 0;
  let rounds = 0;
  return {
    usage: () => ({ queries, rounds }),
    remaining: () => ({
      queries: budget === null ? null : budget - queries,
      rounds: allowed === null ? null : allowed - rounds,
    }),
    ask: (inputs) => {
      queries += inputs.length;
      rounds += 1;
      if (inputs.length === 0) throw new Error("Expected a question; got none");
      if (queries > (budget ?? Infinity)) throw new Error("Asked more than the budget");
      if (rounds > (allowed ?? Infinity)) throw new Error("Asked in more than the rounds");
      return Promise.resolve(inputs.map((input) => answerTo(textsOf(input))));
    },
  };
}

function textsOf(input: unknown): readonly string[] {
  if (typeof input === "string") return [input];
  if (!Array.isArray(input)) throw new Error("Expected one text or several");
  return input.map(String);
}
