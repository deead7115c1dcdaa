import type { Assignment, Interpretation, Note } from "../../src/contract/index.ts";
import { chanceFrom } from "../../src/core/index.ts";
import type { EntityProblem } from "../../src/categories/entities/index.ts";
import { openProbe } from "../../src/harness/index.ts";
import { initialWords } from "../../src/interpreters/index.ts";
import { investigateConcepts } from "../../src/interpreters/scientist/concepts/investigate-concepts.ts";
import type { TopicSpace } from "../../src/interpreters/scientist/concepts/topic-space.ts";
import {
  nothingActive,
  wordInterpretation,
} from "../../src/interpreters/scientist/concepts/word-interpretation.ts";
import { interpreterBriefing } from "../interpreter-briefing.ts";

/** What was said of a unit, and what it took. */
export interface Answered {
  readonly interpretation: Interpretation;
  readonly queries: number;
  readonly notes: readonly Note[];
}

/** How a unit is answered with so many queries. */
export type Method = (problem: EntityProblem, budget: number) => Promise<Answered>;

/** The scientist with these sources. */
export function scientistWith(space: TopicSpace): Method {
  return (problem, budget) =>
    answered(problem, budget, async (assignment, signal) => {
      const found = await investigateConcepts(assignment, space, signal);
      return found === null
        ? nothingActive(assignment.probe.usage().queries)
        : wordInterpretation(found);
    });
}

/** The baseline that copies what it is given. */
export const copying: Method = (problem, budget) =>
  answered(problem, budget, (assignment, signal) => initialWords().interpret(assignment, signal));

async function answered(
  problem: EntityProblem,
  budget: number,
  interpret: (assignment: Assignment, signal: AbortSignal) => Promise<Interpretation>,
): Promise<Answered> {
  const probe = openProbe({ problem, epoch: 1, budget, rounds: null });
  const notes: Note[] = [];
  const assignment: Assignment = {
    probe,
    briefing: interpreterBriefing({ ...problem.briefing, budget, rounds: null }),
    chance: chanceFrom("bench").fork("entities", problem.id),
    clock: { now: () => 0 },
    log: (note) => notes.push(note),
  };
  const interpretation = await interpret(assignment, new AbortController().signal);
  return { interpretation, queries: probe.usage().queries, notes };
}
