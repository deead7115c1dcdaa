import type { Item, MetricFamily, Outcome, Queue } from "../contract/index.ts";
import type { Spec } from "../functions/index.ts";
import type { Suite } from "../suite/index.ts";
import { examOf } from "./exam.ts";
import type { Exam } from "./exam.ts";
import { itemLog } from "./item-log.ts";
import { recordedAnswers, tryLabel } from "./recorded-answers.ts";
import type { RecordedAnswer, RecordedAnswers } from "./recorded-answers.ts";
import { referenceSpec } from "./reference-spec.ts";
import type { Workshop } from "./interpreted.ts";
import { scoreInterpretation } from "./score-item.ts";
import type { Scored } from "./score-item.ts";
import { scoreKnown } from "./score-known.ts";
import { scoresBeside } from "./scores-beside.ts";
import { selectedProblems } from "./selected-problems.ts";
import { itemLabel } from "./plan.ts";

/** The parts that answers are scored again with. */
export interface ScoreAgainParts extends Omit<Workshop, "timeLimit"> {
  /** One per suite of the manifest, in its order. */
  readonly suites: readonly Suite[];
  readonly queue: Queue;
  /** What to score by; figures of other families stay as they are. */
  readonly metrics: readonly MetricFamily[];
  readonly onProgress?: (done: number, total: number) => void;
}

/** What scoring again came to. */
export interface ScoredAgain {
  /** Items with new scores. */
  readonly scored: number;
  /** Items whose answer is not on record, left as they were. */
  readonly withoutAnswer: readonly Item[];
}

interface Work {
  readonly exam: Exam;
  readonly outcome: Outcome;
  /** The truth that a reference answers with, or what is on record of a contestant. */
  readonly answer:
    | { readonly kind: "known"; readonly spec: Spec }
    | { readonly kind: "recorded"; readonly recorded: RecordedAnswer | null };
}

/**
 * Scores every recorded answer of a run again, without asking the black box or the interpreter
 * anything, and records the new outcomes. Throws `hash-mismatch` at another suite.
 */
export async function scoreAgain(
  parts: ScoreAgainParts,
  signal: AbortSignal,
): Promise<ScoredAgain> {
  const outcomes = await lastScored(parts);
  const sequences = await lastSequences(parts);
  const all = [...outcomes.values()].flat();
  const wanted = all.map(({ item, attempt }) => tryLabel(item, attempt));
  const answers = recordedAnswers(parts.store.events(), new Set(wanted));
  const withoutAnswer: Item[] = [];
  let scored = 0;
  const work = async (item: Work, inner: AbortSignal): Promise<void> => {
    const done = await scoreOne(parts, item, sequences, inner);
    if (done) scored += 1;
    else withoutAnswer.push(item.outcome.item);
    parts.onProgress?.(scored + withoutAnswer.length, all.length);
  };
  try {
    await parts.queue.drain(workOf(parts, outcomes, answers, signal), work, signal);
  } finally {
    await answers.close();
  }
  return { scored, withoutAnswer };
}

async function* workOf(
  { manifest, suites, metrics, sandbox }: ScoreAgainParts,
  outcomes: ReadonlyMap<string, readonly Outcome[]>,
  answers: RecordedAnswers,
  signal: AbortSignal,
): AsyncIterable<Work> {
  for await (const neighbours of selectedProblems(manifest.suites, suites)) {
    const { suite, problem } = neighbours;
    const exams = new Map<number, Exam>();
    for (const outcome of outcomes.get(`${suite}/${problem.id}`) ?? []) {
      const { item, role, attempt } = outcome;
      const exam =
        exams.get(item.epoch) ??
        (await examOf({ problem, epoch: item.epoch, metrics, sandbox }, signal));
      exams.set(item.epoch, exam);
      const answer =
        role === "reference"
          ? { kind: "known" as const, spec: referenceSpec(item.interpreter, neighbours) }
          : { kind: "recorded" as const, recorded: await answers.take(item, attempt) };
      yield { exam, outcome, answer };
    }
  }
}

/** False where there is no answer to score. */
async function scoreOne(
  { manifest, store, clock, sandbox, metrics }: ScoreAgainParts,
  { exam, outcome, answer }: Work,
  sequences: ReadonlyMap<string, number>,
  signal: AbortSignal,
): Promise<boolean> {
  const { item, attempt, usage } = outcome;
  const from = (sequences.get(tryLabel(item, attempt)) ?? 0) + 1;
  const log = itemLog(store, clock, item, attempt, from);
  const bench = { sandbox, log, signal };
  let scored: Scored;
  if (answer.kind === "known")
    scored = await scoreKnown(exam, answer.spec, manifest.budget ?? 0, bench);
  else if (answer.recorded === null) return false;
  else {
    const answered = { ...answer.recorded, queries: usage.queries };
    scored = await scoreInterpretation(exam, answered, bench);
  }
  await log.flush();
  const { tags } = exam.problem.truth;
  await store.record({ ...outcome, ...scoresBeside(outcome, scored, metrics), tags });
  return true;
}

/** The finished items that have an answer, by suite and problem, without what is replaced. */
async function lastScored({ store, metrics }: ScoreAgainParts): Promise<Map<string, Outcome[]>> {
  const nothing: Scored = { scores: {}, scorers: [] };
  const last = new Map<string, Outcome>();
  for await (const outcome of store.outcomes()) {
    const kept = { ...outcome, ...scoresBeside(outcome, nothing, metrics) };
    last.set(itemLabel(outcome.item), kept);
  }
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

/** How many events each try at an item has: new ones are numbered from there. */
async function lastSequences({ store }: ScoreAgainParts): Promise<Map<string, number>> {
  const last = new Map<string, number>();
  for await (const event of store.events()) {
    if (!("item" in event)) continue;
    const sequence = Number(event.id.slice(event.id.lastIndexOf("/") + 1));
    last.set(tryLabel(event.item, event.attempt), sequence);
  }
  return last;
}
