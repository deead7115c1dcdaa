import type { Interpretation, Outcome, Problem } from "../contract/index.ts";
import type { NumericSpec } from "../functions/index.ts";
import type { Suite } from "../suite/index.ts";
import { itemLog } from "./item-log.ts";
import { itemLabel } from "./plan.ts";
import type { Workshop } from "./run-item.ts";
import { scoreInterpretation, scoreKnown } from "./score-item.ts";
import { selectedProblems } from "./selected-problems.ts";

/** The parts that answers are scored again with. */
export interface ScoreAgainParts extends Workshop {
  readonly suites: readonly Suite[];
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Scores every recorded answer of a run again, without asking the black box or the interpreter
 * anything, and records the new outcomes. Gives the number of items scored.
 */
export async function scoreAgain(parts: ScoreAgainParts, signal: AbortSignal): Promise<number> {
  const outcomes = await lastScored(parts);
  const answers = await answersOf(parts);
  let done = 0;
  for (const [i, run] of parts.manifest.suites.entries()) {
    const suite = parts.suites[i];
    if (suite === undefined) continue;
    for await (const { problem, next } of selectedProblems(suite, run)) {
      for (const outcome of outcomes.get(`${run.hash}/${problem.id}`) ?? []) {
        signal.throwIfAborted();
        await scoreOne(parts, problem, next, outcome, answers, signal);
        done += 1;
        parts.onProgress?.(done, parts.manifest.items);
      }
    }
  }
  return done;
}

interface Answered {
  /** `null` for a reference, which the run answers itself. */
  readonly interpretation: Interpretation | null;
  readonly lastSequence: number;
}

async function scoreOne(
  parts: ScoreAgainParts,
  problem: Problem<NumericSpec>,
  next: Problem<NumericSpec>,
  outcome: Outcome,
  answers: ReadonlyMap<string, Answered>,
  signal: AbortSignal,
): Promise<void> {
  const { item, attempt } = outcome;
  const answered = answers.get(itemLabel(item));
  const log = itemLog(parts.store, parts.clock, item, attempt, (answered?.lastSequence ?? 0) + 1);
  const interpretation = answered?.interpretation ?? null;
  const reference = item.interpreter === "oracle" ? problem : next;
  const scored =
    outcome.role === "reference"
      ? scoreKnown(problem, reference.truth.spec, log)
      : interpretation === null
        ? outcome
        : await scoreInterpretation(problem, interpretation, parts.sandbox, log, signal);
  await log.flush();
  await parts.store.record({
    ...outcome,
    scores: scored.scores,
    scorers: scored.scorers,
    tags: problem.truth.tags,
  });
}

/** The finished items that have an answer, by suite and problem. */
async function lastScored({ store }: ScoreAgainParts): Promise<Map<string, Outcome[]>> {
  const last = new Map<string, Outcome>();
  for await (const outcome of store.outcomes()) last.set(itemLabel(outcome.item), outcome);
  const byProblem = new Map<string, Outcome[]>();
  for (const outcome of last.values()) {
    if (outcome.status !== "scored") continue;
    const key = `${outcome.item.suite}/${outcome.item.problem}`;
    const group = byProblem.get(key);
    if (group === undefined) byProblem.set(key, [outcome]);
    else group.push(outcome);
  }
  return byProblem;
}

/** The interpretation of each item's last try, and how many events that try had. */
async function answersOf({ store }: ScoreAgainParts): Promise<Map<string, Answered>> {
  const answers = new Map<string, Answered>();
  for await (const event of store.events()) {
    if (!("item" in event)) continue;
    const key = itemLabel(event.item);
    const lastSequence = Number(event.id.slice(event.id.lastIndexOf("/") + 1));
    const interpretation =
      event.kind === "interpretation-given"
        ? event.interpretation
        : (answers.get(key)?.interpretation ?? null);
    answers.set(key, { interpretation, lastSequence });
  }
  return answers;
}
