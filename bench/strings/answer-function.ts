import { cpuUsage } from "node:process";
import { chanceFrom } from "../../src/core/index.ts";
import type { Note, Probe } from "../../src/contract/index.ts";
import { arityOfText, serveText, stringBriefing } from "../../src/categories/strings/index.ts";
import type { StringSpec } from "../../src/categories/strings/index.ts";
import type { Vocabularies } from "../../src/interpreters/scientist/strings/explanations.ts";
import { investigateTexts } from "../../src/interpreters/scientist/strings/investigate-texts.ts";
import type { TextFinding } from "../../src/interpreters/scientist/strings/text-finding.ts";
import { interpreterBriefing } from "../interpreter-briefing.ts";

/** What the scientist made of a function, and what it took. */
export interface Answered {
  readonly finding: TextFinding;
  readonly notes: readonly Note[];
  readonly queries: number;
  /** Processor time, user and system. */
  readonly milliseconds: number;
}

/** Lets the scientist study one string function. */
export async function answerFunction(
  spec: StringSpec,
  budget: number,
  words: Vocabularies,
): Promise<Answered> {
  const probe = probeOn(spec, budget);
  const notes: Note[] = [];
  const briefing = stringBriefing(budget, arityOfText(spec));
  const before = cpuUsage();
  const finding = await investigateTexts(
    {
      probe,
      briefing: interpreterBriefing(briefing),
      chance: chanceFrom("bench"),
      clock: { now: () => 0 },
      log: (note) => void notes.push(note),
    },
    words,
    new AbortController().signal,
  );
  const spent = cpuUsage(before);
  return {
    finding,
    notes,
    queries: probe.usage().queries,
    milliseconds: (spent.user + spent.system) / 1000,
  };
}

function probeOn(spec: StringSpec, budget: number): Probe {
  const draws = chanceFrom(JSON.stringify(spec));
  let queries = 0;
  let rounds = 0;
  return {
    ask: (inputs) => {
      rounds += 1;
      queries += inputs.length;
      const answers = inputs.map((input) => {
        const texts = typeof input === "string" ? [input] : Array.from(input as string[]);
        const result = serveText(spec, texts, draws);
        return typeof result === "string" ? ({ kind: "value", value: result } as const) : result;
      });
      return Promise.resolve(answers);
    },
    usage: () => ({ queries, rounds }),
    remaining: () => ({ queries: budget - queries, rounds: null }),
  };
}
